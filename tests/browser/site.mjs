// A built site as files: its pages, their kinds and languages.

import fs from 'node:fs';
import path from 'node:path';

import { attr, elements, first, meta, parse, words } from './html.mjs';
import { need } from './faults.mjs';

/** The kinds that the contract between program and theme knows: one template each. */
export const KINDS = ['home', 'collection', 'labels', 'product', 'page', 'guides', 'guide', 'policy', 'contact', 'search', 'basket', 'thanks', 'not-found'];

/** Kinds that the shop at the root must show. */
const SHOWN = KINDS.filter((kind) => kind !== 'page');

/** Reads the site in `folder`, built for `address`. */
export function readSite(folder, address) {
  need(fs.existsSync(folder), `${folder} is not there: build the shop first`);
  const base = new URL(address).pathname;
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const pages = files.filter((file) => file.endsWith('.html')).sort().map((file) => readPage(folder, file, base));
  return { folder, address, base, files, pages };
}

function readPage(folder, file, base) {
  const html = fs.readFileSync(path.join(folder, file), 'utf8');
  return pageOf(html, base + encodeURI(file.replace(/(^|\/)index\.html$/, '$1')), file);
}

/** A page made of its text. */
export function pageOf(html, link, file) {
  const doc = parse(html);
  const body = first(doc, 'body');
  const kind = meta(doc, 'refresh') ? 'redirect' : KINDS.find((one) => words(body, 'class').includes(`on-${one}`));
  return {
    link,
    file,
    html,
    doc,
    kind,
    language: attr(first(doc, 'html'), 'lang'),
    hidden: /noindex/.test(meta(doc, 'robots') ?? ''),
    form: orderForm(doc),
  };
}

/** The form of a page: the one with a field `kind`. */
function orderForm(doc) {
  for (const form of elements(doc, 'form')) {
    const fields = [...elements(form, 'input', 'select', 'textarea')].map((field) => attr(field, 'name'));
    if (fields.includes('kind')) return form;
  }
  return undefined;
}

/** The address that a page gives as its own, below the site's; its own link when it names none. */
export function canonicalOf(site, page) {
  const link = first(page.doc, 'link', (one) => attr(one, 'rel') === 'canonical');
  const href = link ? attr(link, 'href') : undefined;
  return href?.startsWith(new URL(site.address).origin) ? new URL(href).pathname : page.link;
}

/** Whether a page stands for itself: a choice of a product, or a list in another order, stands for the page above it. */
export function standsForItself(site, page) {
  return canonicalOf(site, page) === page.link;
}

/** Pages that people read: no redirects, and nothing of the editor's. */
export function readable(site) {
  return site.pages.filter((page) => page.kind !== 'redirect' && !page.file.startsWith('admin/'));
}

/** Values of `variant` that a page lets the buyer choose from. */
export function choices(page) {
  if (!page.form) return [];
  const radios = [...elements(page.form, 'input')].filter((one) => attr(one, 'name') === 'variant' && attr(one, 'type') === 'radio');
  const select = first(page.form, 'select', (one) => attr(one, 'name') === 'variant');
  return [...radios, ...(select ? elements(select, 'option') : [])]
    .filter((one) => attr(one, 'disabled') === undefined)
    .map((one) => attr(one, 'value'));
}

/** Languages of the shop's pages, the one of the home page first. */
export function languages(site) {
  const home = site.pages.find((page) => page.link === site.base);
  return [...new Set([need(home, 'there is no page at the root').language, ...readable(site).map((page) => page.language)])];
}

/**
 * One page of each kind in each language: `{ name, link, kind, language }`.
 * Products come three times: with a choice of variants, without, and as the page of one variant; lists twice: a
 * collection, and all products. With `all`, every page.
 */
export function sample(site, { all = false } = {}) {
  const found = [];
  for (const language of languages(site)) {
    const add = (name, kind, fits = () => true) => {
      const pages = readable(site).filter((page) => page.kind === kind && page.language === language && fits(page));
      for (const page of all ? pages : pages.slice(0, 1)) found.push({ name: `${name}-${language}`, link: page.link, kind, language });
      return pages.length;
    };
    for (const kind of KINDS) {
      const only = language === languages(site)[0];
      if (kind === 'product') {
        need(add('product-variants', kind, (page) => choices(page).length > 1), `no ${language} product page lets the buyer choose a variant`);
        if (!all) add('product-variant', kind, (page) => !standsForItself(site, page));
        need(add('product-plain', kind, (page) => choices(page).length < 2), `no ${language} product page without variants`);
      } else if (kind === 'collection') {
        need(add('collection', kind), `the shop has no list in ${language}`);
        if (!all) add('list', kind, (page) => page.link.endsWith('/products/'));
      } else if (kind === 'not-found') {
        if (only) found.push({ name: `not-found-${language}`, link: `${site.base}no-such-page/`, kind, language });
      } else {
        const count = add(kind, kind);
        if (SHOWN.includes(kind)) need(count, `the shop has no page of kind ${kind} in ${language} (class on-${kind} of body)`);
      }
    }
  }
  return found;
}
