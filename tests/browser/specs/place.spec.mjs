// Where an order goes and when it comes: districts in place of zones, days off, and a page to pay on for one product.

import fs from 'node:fs';
import path from 'node:path';

import jsqr from 'jsqr';
import sharp from 'sharp';

import { at, choosable, order, orderable, productOf } from '../buyer.mjs';
import { violations } from '../checks/axe.mjs';
import { expected, fill, orderFaults, orderForm, send } from '../checks/order.mjs';
import { desk, scripted } from '../desk.mjs';
import { need, none } from '../faults.mjs';
import { changed, everyWay, withEndpoint, withNetlify, withWeb3forms } from '../services.mjs';
import { choices } from '../site.mjs';
import { test } from '../test.mjs';

const BY_DISTRICT = { 'posra.toml': (text) => text.replace('[orders]\n', '[orders]\nplace = "district"\n') };
const CALENDAR = { 'content/policies/delivery.md': (text) => text.replace('handling_days', 'cutoff = "16:00"\nclosed = ["fri", "sat"]\nholidays = [2026-12-16, 2026-12-17]\nhandling_days') };

/** Orders from `product` to a district; gives the faults, and what the page said it costs. */
async function toDistrict(here, product, value) {
  const { page, site, origin, received, payments, watched, extra } = here;
  await page.goto(origin + product.link);
  const { zone, ...chosen } = await fill(page, { payments, variants: choices(product).length });
  await orderForm(page).field('district').selectOption(value);
  const said = page.locator('.sum').filter({ hasText: /\p{Nd}/u });
  const sum = here.scripts ? await said.textContent() : '';
  const wanted = expected(productOf(product), { ...chosen, district: value }, extra).filter(([name]) => name !== 'zone');
  const faults = await send(page, site, product.language, watched);
  return { faults: faults.concat(orderFaults(wanted, received.at(-1))), sum };
}

for (const [name, start] of [['an endpoint', withEndpoint], ['netlify', withNetlify], ['web3forms', withWeb3forms]]) {
  test(`a district is chosen in place of a zone, through ${name}, and the desk knows its zone`, async () => {
    let sent = 0;
    for (const scripts of [false, true]) {
      await at(changed(start, BY_DISTRICT), { javaScriptEnabled: scripts }, async (here) => {
        for (const language of ['bn', 'en']) {
          const product = here.site.pages.find((page) => orderable(here.site, page) && page.language === language && choices(page).length > 1);
          for (const [value, zone] of [['dhaka', 'dhaka'], ['dhaka.suburbs', 'suburbs'], ['gazipur', 'suburbs'], ['sylhet', 'outside']]) {
            const extra = scripts ? scripted(here) : here.extra;
            const { faults, sum } = await toDistrict({ ...here, scripts, extra }, product, value);
            none(faults);
            const one = desk({ ...here, received: here.received.slice(-1) })[0];
            need(one.zone === zone && one.verdict !== 'stop', `${value}: ${JSON.stringify(one)}`);
            const latin = sum.replace(/[০-৯]/g, (digit) => digit.charCodeAt(0) - 0x9e6).replace(/,/g, '');
            need(!scripts || latin.includes(one.total.replace(/\.00$/, '')), `${value}: the page says ${sum}, the desk ${one.total}`);
            sent += 1;
          }
        }
        if (scripts) none(await violations(here.page));
      });
    }
    console.log(`  orders to districts: ${sent}`);
  });
}

test('the day in the browser is that of the desk, before and after the last hour, on days off and holidays', () => at(changed(withEndpoint, CALENDAR), { javaScriptEnabled: true }, async (here) => {
  const { page, received, site } = here;
  none(await order({ ...here, extra: scripted(here) }, choosable(site)));
  const [sent] = received;
  // Every three hours and 59 minutes from the 20th of November on, and the very minutes of the last hour.
  const moments = Array.from({ length: 200 }, (_, step) => new Date(Date.UTC(2026, 10, 20, 0, step * 239)).toISOString());
  for (const minute of ['09:59:59', '10:00:00', '17:59:59', '18:00:00']) {
    moments.push(...['2026-11-26', '2026-12-15', '2026-12-16', '2026-12-31'].map((day) => `${day}T${minute}.000Z`));
  }
  // Orders of the same goods by the same phone would be one: each has a phone of its own.
  const many = moments.map((_, place) => ({ fields: sent.fields.map(([name, value]) => [name, { mobile: `0171200${String(place).padStart(4, '0')}`, id: '', number: '' }[name] ?? value]) }));
  const orders = desk({ ...here, received: many }, (place) => moments[place]);
  need(orders.length === moments.length, `${orders.length} orders of ${moments.length}`);
  const zone = sent.fields.find(([name]) => name === 'zone')[1];
  const scripts = ['order', 'common'].map((name) => `/assets/${fs.readdirSync(path.join(site.folder, 'assets')).find((file) => file.startsWith(`${name}.`))}`);
  const days = await page.evaluate(async ([moments, zone, scripts]) => {
    const [{ due }, { told }] = await Promise.all(scripts.map((script) => import(script)));
    const shop = await told();
    const most = Number(new RegExp(`${zone}=[^+]*\\+(\\d+)`).exec(shop.zones)[1]);
    return moments.map((moment) => due(most, shop, new Date(moment)).toISOString().slice(0, 10));
  }, [moments, zone, scripts]);
  const phones = new Map(orders.map((one) => [one.phone, one.due]));
  const wrong = moments.filter((_, place) => phones.get(`+880171200${String(place).padStart(4, '0')}`) !== days[place]);
  console.log(`  days compared: ${moments.length}`);
  none(wrong.map((moment) => `${moment}: the days differ`));
}));

const PAY_HERE = {
  'posra.toml': (text) => `${text}\n[[payments]]\nid = "link"\nkind = "payment-link"\nlink = "https://pay.example/shop"\n`,
  'content/products/gamcha/index.md': (text) => text.replace(/^\+\+\+\n/, '+++\npayment_link = "https://pay.example/gamcha"\n'),
};

for (const javaScriptEnabled of [false, true]) {
  test(`a product with a page to pay on leads to it after the order, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => at(changed(withNetlify, PAY_HERE), { javaScriptEnabled }, async (here) => {
    const { page, site } = here;
    const extra = javaScriptEnabled ? scripted(here) : here.extra;
    const own = site.pages.find((one) => orderable(site, one) && one.language === 'bn' && one.link.endsWith('/gamcha/'));
    none(await order({ ...here, extra }, own));
    need((await page.locator('a[href^="https://pay.example"]').getAttribute('href')) === 'https://pay.example/gamcha', 'not its own page to pay on');
    none(await order({ ...here, extra }, site.pages.find((one) => orderable(site, one) && one.language === 'bn' && one.link.endsWith('/clay-cups/'))));
    need((await page.locator('a[href^="https://pay.example"]').getAttribute('href')) === 'https://pay.example/shop', 'not the page of the shop');
  }));
}

test('the QR code of a wallet is read by a reader', () => at(everyWay(withNetlify), {}, async ({ site, page, origin }) => {
  const svg = fs.readFileSync(`${site.folder}/payments/bkash.svg`);
  for (const width of [168, 480]) {
    const { data, info } = await sharp(svg).resize(width).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const read = jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data;
    need(read === '01700000000', `a reader sees ${read} at ${width} pixels`);
  }
  await page.goto(origin + site.pages.find((one) => one.kind === 'thanks' && one.link.endsWith('/thanks/') && one.language === 'bn').link);
  const seen = await page.locator('img[src$="bkash.svg"]').screenshot();
  const { data, info } = await sharp(seen).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  need(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data === '01700000000', 'a reader sees nothing on the page');
}));

test('without script every product shows what it costs with delivery, for each price, zone and a few pieces', () => at(withNetlify, {}, async ({ site, page, origin }) => {
  const { goods, zones, quantity, decimals } = JSON.parse(fs.readFileSync(`${site.folder}/orders/prices.json`, 'utf8'));
  const number = (text) => Number(text.replace(/[০-৯]/g, (digit) => digit.charCodeAt(0) - 0x9e6).replace(/[^\d.]/g, ''));
  let sums = 0;
  for (const product of site.pages.filter((one) => orderable(site, one))) {
    await page.goto(origin + product.link);
    const form = page.locator('form.order-form');
    const rows = await form.locator('.charges tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
    const columns = await form.locator('.charges thead th').count();
    const names = await form.locator('select[name=zone] option[value]:not([value=""])').evaluateAll((all) => all.map((one) => [one.value, one.textContent]));
    const { sku } = productOf(product);
    const own = Object.values(goods).filter((one) => one.product === sku);
    const prices = [...new Map(own.map((one) => [JSON.stringify([one.price, one.tiers]), one])).values()];
    const sumsOf = (one, [charge, free]) => {
      const [least, , step] = one.quantity ?? quantity;
      return Array.from({ length: columns }, (_, more) => least + more * step).map((pieces) => {
        const unit = (one.tiers ?? []).findLast(([from]) => pieces >= from)?.[1] ?? one.price;
        const worth = unit * pieces;
        return (worth + (free !== null && worth >= free ? 0 : charge)) / 10 ** decimals;
      });
    };
    // What stands under which price and in which row: a sum in another's place is a fault.
    const wanted = prices.flatMap((one) => Object.entries(one.zones ?? zones).map(([zone, terms]) => {
      const name = names.find(([id]) => id === zone)?.[1];
      const price = prices.length > 1 ? sumsOf({ price: one.price, quantity: [1, 1, 1] }, [0, null])[0] : '';
      return [price, name, ...sumsOf(one, terms)].join(' | ');
    }));
    let price = '';
    const seen = rows.flatMap(([name, ...cells]) => {
      if (cells.length === 0) price = number(name);
      return cells.length ? [[price, names.find(([, text]) => text.startsWith(name))?.[1], ...cells.map(number)].join(' | ')] : [];
    });
    need(seen.length > 0 && seen.toSorted().join('\n') === wanted.toSorted().join('\n'), `${product.link} shows\n${seen.join('\n')}\nnot\n${wanted.join('\n')}`);
    sums += seen.length * columns;
  }
  console.log(`  sums compared: ${sums}`);
}));
