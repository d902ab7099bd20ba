// Canonical addresses, languages and the sitemap.

import fs from 'node:fs';
import path from 'node:path';

import { difference } from '../faults.mjs';
import { attr, elements, first, meta, structured, words } from '../html.mjs';
import { canonicalOf, languages, readable, standsForItself } from '../site.mjs';

/** Every page says where it stands. */
export function canonicals(site) {
  const faults = [];
  for (const page of readable(site)) {
    const links = [...elements(page.doc, 'link')].filter((one) => attr(one, 'rel') === 'canonical');
    const found = links.map((one) => attr(one, 'href'));
    const wanted = new URL(aboveItself(site, page) ?? page.link, site.address).href;
    if (links.length > 1 || (links.length === 0 && !page.hidden)) faults.push(`${page.link}: has ${links.length} canonical links`);
    else if (links.length === 1 && found[0] !== wanted) faults.push(`${page.link}: canonical is ${found[0]}, not ${wanted}`);
    if (!page.kind) faults.push(`${page.link}: body has no class that names its kind`);
    const share = first(page.doc, 'meta', (one) => attr(one, 'property') === 'og:url');
    if (share && attr(share, 'content') !== wanted) faults.push(`${page.link}: og:url is ${attr(share, 'content')}, not ${wanted}`);
  }
  return faults;
}

/** The page above a choice of a product or a list in another order, for which it stands. */
function aboveItself(site, page) {
  const canonical = canonicalOf(site, page);
  const above = page.link !== canonical && page.link.startsWith(canonical) && ['product', 'collection'].includes(page.kind);
  return above && site.pages.some((one) => one.link === canonical && one.kind === page.kind) ? canonical : undefined;
}

/** Language tag to absolute address, as the head of a page says. */
function alternates(page) {
  const links = [...elements(page.doc, 'link')].filter((one) => words(one, 'rel').includes('alternate') && attr(one, 'hreflang'));
  return new Map(links.map((one) => [attr(one, 'hreflang'), attr(one, 'href')]));
}

/** `hreflang` is mutual, complete, and the switch that people see leads to the same product. */
export function hreflang(site) {
  const faults = [];
  const pages = new Map(readable(site).map((page) => [new URL(page.link, site.address).href, page]));
  const all = languages(site);
  for (const [address, page] of pages) {
    if (page.hidden || page.kind === 'not-found') continue;
    if (!standsForItself(site, page)) {
      if (alternates(page).size > 0) faults.push(`${page.link}: names languages, though another page stands for it`);
      continue;
    }
    const say = (text) => faults.push(`${page.link}: ${text}`);
    const found = alternates(page);
    for (const language of all) if (!found.has(language)) say(`no alternate in ${language}`);
    if (found.get(page.language) !== address) say(`its own alternate (${page.language}) is ${found.get(page.language)}`);
    if (found.get('x-default') !== found.get(all[0])) say(`x-default is ${found.get('x-default')}, not the page in ${all[0]}`);
    for (const [language, other] of found) {
      const target = pages.get(other);
      if (!target) say(`alternate ${language} leads to no page: ${other}`);
      else if (target.hidden) say(`alternate ${language} leads to a page hidden from search: ${other}`);
      else if (language !== 'x-default' && target.language !== language) say(`alternate ${language} is written in ${target.language}`);
      else if (alternates(target).get(page.language) !== address) say(`${target.link} does not name it as its alternate`);
      else if (identity(target) !== identity(page)) say(`alternate ${language} is about ${identity(target)}, not ${identity(page)}`);
      if (language !== 'x-default' && language !== page.language) faults.push(...switchFaults(site, page, language, other));
    }
  }
  return faults;
}

function switchFaults(site, page, language, other) {
  const links = [...elements(page.doc, 'a')].filter((one) => attr(one, 'hreflang') === language);
  if (links.length === 0) return [`${page.link}: no link for people to ${language} (a with hreflang)`];
  return links
    .filter((one) => new URL(attr(one, 'href'), new URL(page.link, site.address)).href !== other)
    .map((one) => `${page.link}: the language switch leads to ${attr(one, 'href')}, not to ${other}`);
}

/** What a product page is about, whatever its language. */
function identity(page) {
  if (page.kind !== 'product') return page.kind;
  const product = structured(page.doc).flatMap((data) => data['@graph'] ?? data).find((one) => /^Product(Group)?$/.test(one['@type']));
  return `${product?.productGroupID ?? product?.sku ?? 'no product'}`;
}

/** The sitemap lists exactly the pages that search engines may show. */
export function sitemap(site) {
  const read = (name) => {
    const file = path.join(site.folder, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  };
  const top = read('sitemap.xml');
  if (!top) return ['sitemap.xml: is missing'];
  const parts = /<sitemapindex/.test(top) ? locations(top).map((one) => read(one.replace(site.address, '')) ?? '') : [top];
  const listed = parts.flatMap(locations);
  const wanted = readable(site).filter((page) => !page.hidden && page.kind !== 'not-found' && standsForItself(site, page)).map((page) => new URL(page.link, site.address).href);
  const twice = listed.filter((one, place) => listed.indexOf(one) !== place).map((one) => `sitemap.xml: lists ${one} twice`);
  return twice.concat(difference(wanted, listed, {
    missing: (one) => `sitemap.xml: does not list ${one}`,
    extra: (one) => `sitemap.xml: lists ${one}, which is no page for search engines`,
  }));
}

function locations(xml) {
  return [...xml.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)].map(([, one]) => one.replace(/&amp;/g, '&'));
}

/** Every page has a title, a description and one heading of its own. */
export function descriptions(site) {
  const faults = [];
  for (const page of readable(site)) {
    const headings = [...elements(page.doc, 'h1')].length;
    if (headings !== 1) faults.push(`${page.link}: has ${headings} h1`);
    if (!page.hidden && page.kind !== 'not-found' && !meta(page.doc, 'description')) faults.push(`${page.link}: has no description`);
  }
  return faults;
}
