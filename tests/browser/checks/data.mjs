// schema.org data: it parses, and a product's price in it is the price on the page.

import { attr, elements, first, structured, text, within, words } from '../html.mjs';
import { readable, standsForItself } from '../site.mjs';

/** Faults in the structured data of all pages. */
export function structuredData(site) {
  return readable(site).flatMap((page) => pageFaults(site, page).map((fault) => `${page.link}: ${fault}`));
}

function pageFaults(site, page) {
  const data = structured(page.doc);
  const broken = data.filter((one) => one instanceof Error).map((error) => `structured data does not parse: ${error.message}`);
  if (broken.length > 0) return broken;
  const things = data.flatMap((one) => one['@graph'] ?? one);
  const faults = things.filter((one) => !one['@type']).map(() => 'structured data without @type');
  if (page.kind !== 'product') return faults;
  const product = things.find((one) => ['Product', 'ProductGroup'].includes(one['@type']));
  return faults.concat(product ? priceFaults(page, product, standsForItself(site, page)) : ['no Product or ProductGroup in its structured data']);
}

function priceFaults(page, product, whole) {
  const faults = [];
  const offers = offersIn(product);
  const shown = machinePrices(first(page.doc, 'main') ?? page.doc);
  if (offers.length === 0 && !namesItsPrice(page)) return []; // on request, or no longer sold
  if (offers.length === 0) return ['its structured data offer nothing'];
  if (shown.length === 0) return ['shows no price as a data element with a value'];
  for (const { sku, price, currency } of offers) {
    if (!/^\d+(\.\d+)?$/.test(String(price)) || Number(price) <= 0) faults.push(`offers a price that is none: ${price}`);
    if (!/^[A-Z]{3}$/.test(currency ?? '')) faults.push(`offers a price without currency: ${price}`);
    const said = offers.length > 1 ? choicePrices(page, sku) : shown;
    if (said && !said.includes(Number(price))) faults.push(`${sku ?? 'it'} costs ${price} in the structured data, but ${said.join(' or ')} on the page`);
  }
  const least = Math.min(...offers.map(({ price }) => Number(price)));
  if (!whole && offers.every(({ price }) => Number(price) !== shown[0])) faults.push(`shows ${shown[0]} first, which its structured data do not offer`);
  if (whole && shown[0] !== least) faults.push(`shows ${shown[0]} first, but its structured data offer ${least}`);
  return faults;
}

/** Whether the product itself has a price on the page: charges of delivery and cards of other goods are none. */
function namesItsPrice(page) {
  const prices = [...elements(page.doc, 'p')].filter((one) => words(one, 'class').includes('price') && !inCard(one));
  return prices.some((one) => first(one, 'data'));
}

/** Offers below a thing: `{ sku, price, currency }`. */
function offersIn(thing, sku) {
  if (Array.isArray(thing)) return thing.flatMap((one) => offersIn(one, sku));
  if (!thing || typeof thing !== 'object') return [];
  const name = thing.sku ?? sku;
  if (thing['@type'] === 'Offer') {
    const active = [thing.priceSpecification ?? []].flat().find((one) => !one.priceType);
    return [{ sku: name, price: thing.price ?? active?.price, currency: thing.priceCurrency ?? active?.priceCurrency }];
  }
  return ['offers', 'hasVariant'].flatMap((key) => offersIn(thing[key], name));
}

/** Whether `element` stands in the card of another product. */
function inCard(element) {
  for (let above = element.parentNode; above; above = above.parentNode) {
    if (above.tagName === 'li' && words(above, 'class').includes('card')) return true;
  }
  return false;
}

/** Prices for machines below `node`, without those struck out. */
function machinePrices(node) {
  return [...elements(node, 'data')].filter((one) => !within(one, 'del', 's') && !inCard(one)).map((one) => Number(attr(one, 'value')));
}

/** The numbers that a buyer reads beside a variant; `undefined` when it cannot be chosen. */
function choicePrices(page, sku) {
  const input = page.form && first(page.form, 'input', (one) => attr(one, 'name') === 'variant' && attr(one, 'value') === sku);
  if (!input || attr(input, 'disabled') !== undefined) return undefined;
  let label = input.parentNode;
  while (label && label.tagName !== 'label') label = label.parentNode;
  label ??= first(page.form, 'label', (one) => attr(one, 'for') && attr(one, 'for') === attr(input, 'id'));
  return label ? numbers(text(label)) : [];
}

/** Numbers in words, in Bengali or ASCII digits, grouped or not. */
function numbers(words) {
  const folded = words.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x9e6)).replace(/(?<=\d),(?=\d)/g, '');
  return (folded.match(/\d+(\.\d+)?/g) ?? []).map(Number);
}
