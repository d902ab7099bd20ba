// Follows every link of a served site, without a browser.

import fs from 'node:fs';
import path from 'node:path';

import { readRedirects } from '../hostfiles.mjs';
import { attr, candidates, elements, first, meta, parse, structured, words } from '../html.mjs';
import { readable } from '../site.mjs';

/**
 * Asks the server at `origin` for every page of `site` and for all that they name.
 * Gives the faults: what does not answer, leads over a redirect, out of the base path,
 * to a place that is not on its page, loads from another host, or that nothing leads to.
 */
export async function crawl(site, origin) {
  const state = { site, origin, answers: new Map(), followed: new Set(), faults: [] };
  await follow(state, site.base);
  for (const page of site.pages) {
    if (state.followed.has(page.link)) continue;
    const unsold = page.kind === 'product' && !page.form; // no longer sold, or hidden while it is sold out: it keeps its address
    const alone = page.hidden || unsold || page.kind === 'not-found' || !readable(site).includes(page);
    if (!alone) state.faults.push(`${page.link}: no link leads here`);
    await follow(state, page.link);
  }
  await checkRobots(state);
  await checkRedirects(state);
  return state.faults;
}

/** Follows the links that people can follow from `start` on. */
async function follow(state, start) {
  const queue = [start];
  while (queue.length > 0) {
    const link = queue.shift();
    if (state.followed.has(link)) continue;
    state.followed.add(link);
    const { doc } = await ask(state, link);
    for (const reference of doc ? references(doc) : []) {
      const target = resolve(state, link, reference);
      if (!target) continue;
      if (reference.use === 'a') queue.push(target.link);
      const fault = judge(await ask(state, target.link), target, reference);
      if (fault) state.faults.push(`${link}: ${reference.value} ${fault}`);
    }
  }
}

/** The server's answer for a link, asked for once. */
async function ask(state, link) {
  if (!state.answers.has(link)) state.answers.set(link, await fetchOnce(state, link));
  return state.answers.get(link);
}

async function fetchOnce(state, link) {
  const response = await fetch(state.origin + link, { redirect: 'manual' });
  const type = response.headers.get('content-type') ?? '';
  const bytes = Buffer.from(await response.arrayBuffer());
  const doc = response.status === 200 && type.startsWith('text/html') ? parse(bytes.toString('utf8')) : undefined;
  return { status: response.status, type, empty: bytes.length === 0, location: response.headers.get('location'), doc };
}

/** Where a reference leads on the server; `undefined` when it leaves the site. */
function resolve(state, link, { use, value }) {
  const from = new URL(link, state.site.address);
  if (!URL.canParse(value, from)) {
    state.faults.push(`${link}: ${value} is not an address`);
    return undefined;
  }
  const url = new URL(value, from);
  if (url.origin !== from.origin) {
    const leaves = use === 'a' && ['https:', 'tel:', 'mailto:'].includes(url.protocol);
    const posts = use === 'post' || (use === 'data' && url.protocol === 'https:');
    if (!leaves && !posts && url.protocol !== 'data:') state.faults.push(`${link}: ${use} of another host: ${value}`);
    return undefined;
  }
  if (!url.pathname.startsWith(state.site.base)) {
    state.faults.push(`${link}: ${value} leads out of the base path ${state.site.base}`);
    return undefined;
  }
  return { link: url.pathname, fragment: decodeURIComponent(url.hash.slice(1)) };
}

function judge(answer, { fragment }, { use }) {
  if (answer.status >= 300 && answer.status < 400) return `leads over a redirect to ${answer.location}`;
  if (answer.status !== 200) return `answers ${answer.status}`;
  if (answer.empty) return 'is an empty file';
  if (use === 'img' && !answer.type.startsWith('image/')) return `is no picture but ${answer.type}`;
  if (!fragment || !answer.doc) return undefined;
  for (const element of elements(answer.doc)) if (attr(element, 'id') === fragment) return undefined;
  return 'leads to a place that is not on its page';
}

/** Everything that a page names: `{ use, value }`. */
function references(doc) {
  const found = [];
  const add = (use, ...values) => {
    for (const value of values) if (value !== undefined) found.push({ use, value });
  };
  for (const one of elements(doc, 'a', 'area')) add('a', attr(one, 'href'));
  for (const one of elements(doc, 'link')) add(words(one, 'rel').some((rel) => ['canonical', 'alternate'].includes(rel)) ? 'data' : 'link', attr(one, 'href'));
  for (const one of elements(doc, 'script', 'iframe', 'embed', 'video', 'audio')) add(one.tagName, attr(one, 'src'));
  for (const one of elements(doc, 'img', 'source')) {
    const film = one.parentNode?.tagName === 'video';
    add(film ? 'file' : 'img', attr(one, 'src'), ...candidates(attr(one, 'srcset') ?? ''));
  }
  for (const one of elements(doc, 'video')) add('img', attr(one, 'poster'));
  for (const one of elements(doc, 'use')) add('img', attr(one, 'href'));
  for (const one of elements(doc, 'form')) add((attr(one, 'method') ?? 'get').toLowerCase() === 'post' ? 'post' : 'a', attr(one, 'action'));
  for (const one of elements(doc, 'meta')) {
    if (/^og:(image|url)$/.test(attr(one, 'property') ?? '')) add('data', attr(one, 'content'));
  }
  const home = first(doc, 'link', (one) => attr(one, 'rel') === 'canonical');
  if (home) for (const data of structured(doc)) add('data', ...addresses(data, new URL(attr(home, 'href')).origin));
  const refresh = /url=(.*)$/i.exec(meta(doc, 'refresh') ?? '');
  if (refresh) add('a', refresh[1].replace(/^['"]|['"]$/g, ''));
  return found;
}

/** The addresses of this site in structured data. An `@id` names a thing; only its page must be there. */
function addresses(data, origin) {
  if (typeof data === 'string') return data.startsWith(`${origin}/`) ? [data] : [];
  if (!data || typeof data !== 'object') return [];
  const named = (key, one) => (key === '@id' && typeof one === 'string' ? one.split('#')[0] : one);
  return Object.entries(data).flatMap(([key, one]) => addresses(named(key, one), origin));
}

async function checkRobots(state) {
  const { site, origin, faults } = state;
  const response = await fetch(`${origin}${site.base}robots.txt`);
  const lines = (await response.text()).split('\n').map((line) => line.trim());
  const wanted = `Sitemap: ${site.address}sitemap.xml`;
  if (response.status !== 200) faults.push(`${site.base}robots.txt: answers ${response.status}`);
  else if (!lines.includes(wanted)) faults.push(`${site.base}robots.txt: has no line "${wanted}"`);
}

/** Old addresses lead to a page in one step. */
async function checkRedirects(state) {
  const file = path.join(state.site.folder, '_redirects');
  const rules = fs.existsSync(file) ? readRedirects(fs.readFileSync(file, 'utf8')) : [];
  for (const { from, to, status } of rules.filter((rule) => !/[*:]/.test(rule.from))) {
    const found = await ask(state, from);
    const target = new URL(to, state.site.address);
    if (found.status !== status) state.faults.push(`_redirects: ${from} answers ${found.status}, not ${status}`);
    else if (target.origin === new URL(state.site.address).origin) {
      const fault = judge(await ask(state, target.pathname), { fragment: '' }, { use: 'a' });
      if (fault) state.faults.push(`_redirects: ${from} leads to ${to}, which ${fault}`);
    }
  }
}
