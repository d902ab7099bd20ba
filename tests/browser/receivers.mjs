// The services that take orders, played as their documents describe them.
// Each keeps in `received` exactly what came: `{ type, body, fields: [[name, value], ...] }`.

import fs from 'node:fs';
import vm from 'node:vm';

import { certificate } from './certificate.mjs';
import { attr, elements } from './html.mjs';
import { bodyOf, listen } from './server.mjs';

/** Fields with a leading underscore that Formspree documents. */
const FORMSPREE = ['_gotcha', '_subject', '_replyto', '_next', '_cc', '_language'];

/**
 * Netlify Forms. Reads its forms from the built pages when they are deployed; `post` is for the
 * server of the site. Fields that a form did not declare are dropped (kept in `dropped`).
 */
export function netlify(site) {
  const forms = netlifyForms(site);
  const received = [];
  const post = (request, bytes, link, page) => {
    const order = readPost(request, bytes);
    const fields = new Map(order.fields);
    const form = forms.get(fields.get('form-name'));
    if (page.status !== 200) return refused(404, `no page at ${link} to post to`);
    if (order.fault) return refused(400, order.fault);
    if (!form) return refused(404, `no form named ${fields.get('form-name')}`);
    const known = (name) => form.fields.has(name) || name === 'form-name';
    received.push({
      ...order,
      fields: order.fields.filter(([name]) => known(name)),
      dropped: order.fields.map(([name]) => name).filter((name) => !known(name)),
      spam: Boolean(fields.get(form.honeypot)),
    });
    return { status: 303, headers: { location: link }, body: '' };
  };
  return { forms, received, post };
}

/** Forms by name: `{ honeypot, fields, pages: [{ link, fields }] }`. */
export function netlifyForms(site) {
  const forms = new Map();
  for (const page of site.pages) {
    for (const form of elements(page.doc, 'form')) {
      if (attr(form, 'data-netlify') !== 'true' && attr(form, 'netlify') === undefined) continue;
      const name = attr(form, 'name');
      const names = [...elements(form, 'input', 'select', 'textarea')].map((one) => attr(one, 'name')).filter(Boolean);
      const known = forms.get(name) ?? { fields: new Set(), pages: [] };
      for (const one of names) known.fields.add(one);
      known.honeypot = attr(form, 'netlify-honeypot') ?? attr(form, 'data-netlify-honeypot');
      known.pages.push({ link: page.link, fields: [...new Set(names)].sort() });
      forms.set(name, known);
    }
  }
  return forms;
}

/** Netlify registers a form once: faults where forms of one name differ, or would not be found. */
export function oneForm(site) {
  const faults = [];
  const forms = netlifyForms(site);
  for (const [name, { pages }] of forms) {
    const [{ link, fields }] = pages;
    for (const other of pages) {
      const differs = other.fields.join() !== fields.join();
      if (differs) faults.push(`${other.link}: the form ${name} has the fields ${other.fields}; on ${link} it has ${fields}`);
    }
  }
  const found = [...forms.values()].flatMap(({ pages }) => pages.map(({ link }) => link));
  return faults.concat(site.pages.filter((page) => page.form && !found.includes(page.link)).map((page) => `${page.link}: Netlify would not find its form`));
}

/** Formspree, under its own name: the browser must map `formspree.io` to `port`. */
export async function formspree(id) {
  const received = [];
  const tls = certificate(['formspree.io']);
  const server = await listen(async (request, response) => {
    const answer = formspreeAnswer(request, await bodyOf(request), id, received);
    response.writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8', ...answer.headers });
    response.end(answer.body);
  }, tls);
  return { ...server, received };
}

function formspreeAnswer(request, bytes, id, received) {
  if (request.headers.host !== 'formspree.io') return refused(421, `not for ${request.headers.host}`);
  if (request.url === '/thanks') return { status: 200, headers: {}, body: 'Thanks!' };
  if (request.url !== `/f/${id}`) return refused(404, `no form at ${request.url}`);
  if (request.method !== 'POST') return refused(405, 'post to this address');
  const order = readPost(request, bytes);
  if (order.fault) return refused(400, order.fault);
  const unknown = order.fields.map(([name]) => name).filter((name) => name.startsWith('_') && !FORMSPREE.includes(name));
  if (unknown.length > 0) return refused(400, `fields that no document names: ${unknown.join(', ')}`);
  const fields = new Map(order.fields);
  if (asksJson(request)) {
    received.push({ ...order, spam: Boolean(fields.get('_gotcha')) });
    return { status: 200, headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' }, body: '{"next":"https://formspree.io/thanks","ok":true}' };
  }
  const next = fields.get('_next') ?? 'https://formspree.io/thanks';
  if (!/^https?:\/\/./.test(next)) return refused(400, `_next is not a whole address: ${next}`);
  received.push({ ...order, spam: Boolean(fields.get('_gotcha')) });
  return { status: 302, headers: { location: next }, body: '' };
}

/** Fields that Web3Forms reserves in its "API Reference" (read 2026-11-26); every other name is forwarded as it is. */
const WEB3FORMS = ['access_key', 'email', 'subject', 'from_name', 'replyto', 'redirect', 'botcheck', 'ccemail', 'webhook'];

/** Web3Forms, under its own name: the browser must map `api.web3forms.com` to `port`. */
export async function web3forms(key, own) {
  const received = [];
  const server = await listen(async (request, response) => {
    const answer = web3formsAnswer(request, await bodyOf(request), key, own, received);
    response.writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8', ...answer.headers });
    response.end(answer.body);
  }, certificate(['api.web3forms.com']));
  return { ...server, received };
}

function web3formsAnswer(request, bytes, key, own, received) {
  if (request.headers.host !== 'api.web3forms.com') return refused(421, `not for ${request.headers.host}`);
  if (request.method !== 'POST' || request.url !== '/submit') return refused(405, 'post to /submit');
  const order = readPost(request, bytes);
  if (order.fault) return refused(400, order.fault);
  const fields = new Map(order.fields);
  if (fields.get('access_key') !== key) return refused(400, 'Invalid Access Key!');
  const meant = order.fields.map(([name]) => name).filter((name) => !own.includes(name) && !WEB3FORMS.includes(name));
  if (meant.length > 0) return refused(400, `fields that no document names: ${meant.join(', ')}`);
  if (asksJson(request)) {
    received.push({ ...order, spam: fields.has('botcheck') });
    return { status: 200, headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' }, body: '{"success":true}' };
  }
  if (!/^https?:\/\/./.test(fields.get('redirect') ?? '')) return refused(400, 'redirect is not a whole address');
  received.push({ ...order, spam: fields.has('botcheck') });
  return { status: 303, headers: { location: fields.get('redirect') }, body: '' };
}

/** Basin, under its own name: the browser must map `usebasin.com` to `port`. Where the buyer is led afterwards is a setting of the form: `next()`. */
export async function basin(id, next) {
  const received = [];
  const server = await listen(async (request, response) => {
    const order = readPost(request, await bodyOf(request));
    const unknown = order.fields.map(([name]) => name).filter((name) => name.startsWith('_') && name !== '_gotcha');
    if (request.headers.host !== 'usebasin.com') order.fault = `not for ${request.headers.host}`;
    else if (request.method !== 'POST' || request.url !== `/f/${id}`) order.fault = `no form at ${request.url}`;
    else if (unknown.length > 0) order.fault = `fields that no document names: ${unknown.join(', ')}`;
    if (order.fault) {
      response.writeHead(400).end(order.fault);
      return;
    }
    received.push({ ...order, spam: Boolean(new Map(order.fields).get('_gotcha')) });
    if (asksJson(request)) {
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end('{"success":true}');
      return;
    }
    response.writeHead(302, { location: next() }).end();
  }, certificate(['usebasin.com']));
  return { ...server, received };
}

/**
 * Google's Apps Script, under its two names, running `script` with a sheet of its own, kept in `rows`. A post is led on
 * to the second host, which shows what the script answered ("Web Apps" and "Content Service", read 2026-11-26).
 */
export async function appsScript(id, script) {
  const received = [];
  const rows = [];
  const answers = [];
  const server = await listen(async (request, response) => {
    const body = await bodyOf(request);
    const host = request.headers.host;
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    if (host === 'script.googleusercontent.com' && request.method === 'GET' && answers[Number(request.url.slice(6))]) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answers[Number(request.url.slice(6))]);
      return;
    }
    const order = readPost(request, body);
    if (host !== 'script.google.com' || request.method !== 'POST' || request.url !== `/macros/s/${id}/exec`) order.fault = `no script at ${host}${request.url}`;
    if (order.fault) {
      response.writeHead(400).end(order.fault);
      return;
    }
    received.push(order);
    answers.push(runScript(script(), Object.fromEntries(order.fields), rows));
    response.writeHead(302, { location: `https://script.googleusercontent.com/echo/${answers.length - 1}` }).end();
  }, certificate(['script.google.com', 'script.googleusercontent.com']));
  return { ...server, received, rows };
}

/** Runs `doPost` with the few services of Google's that the script uses. */
function runScript(script, parameter, rows) {
  let locked = false;
  const sheet = {
    getLastRow: () => rows.length,
    appendRow: (row) => {
      if (!locked) throw new Error('a row without a lock');
      rows.push(row);
    },
  };
  const book = { getSheetByName: () => (rows.length ? sheet : null), insertSheet: () => sheet };
  const lock = { waitLock: () => (locked = true), releaseLock: () => (locked = false) };
  const google = {
    LockService: { getScriptLock: () => lock },
    SpreadsheetApp: { getActiveSpreadsheet: () => book },
    HtmlService: { createHtmlOutput: (html) => html },
    event: { parameter },
  };
  return `<!doctype html><meta charset="utf-8"><title>script</title>${vm.runInNewContext(`${script}\ndoPost(event)`, google)}`;
}

/** A gateway for payments on a host of its own, to which an endpoint leads the buyer. */
export async function gateway(name) {
  const visits = [];
  const server = await listen(async (request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    visits.push(`${request.method} ${request.headers.host}${request.url}`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Pay</title><h1>Pay here</h1>');
  }, certificate([name]));
  return { ...server, visits };
}

/** Any address on the loopback. Sends the buyer to the order's `return`, which must be of the shop at `home`, or to `elsewhere`. */
export async function endpoint(home, elsewhere) {
  const received = [];
  const server = await listen(async (request, response) => {
    const order = readPost(request, await bodyOf(request));
    const back = order.fields.find(([name]) => name === 'return')?.[1] ?? '';
    if (request.method !== 'POST') order.fault = 'post to this address';
    else if (!back.startsWith(`${home}/`)) order.fault = `return is no page of the shop: ${back}`;
    if (order.fault) {
      response.writeHead(400).end(order.fault);
      return;
    }
    received.push(order);
    if (asksJson(request) && !elsewhere) {
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': home }).end(JSON.stringify({ next: back }));
      return;
    }
    response.writeHead(303, { location: elsewhere ?? back }).end();
  });
  return { ...server, received };
}

/** The endpoint that `docs/orders.md` shows, word for word but for the shop's address, kept running by node. */
export async function documented(home) {
  const text = fs.readFileSync(new URL('../../docs/orders.md', import.meta.url), 'utf8');
  const [, code] = /^```js\n([^]*?)^```/m.exec(text);
  const source = code.replace('https://clay.example', home);
  const { default: worker } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  const kept = new Map();
  const env = { ORDERS: { get: async (id) => kept.get(id) ?? null, put: async (id, order) => void kept.set(id, order) } };
  const received = [];
  const server = await listen(async (request, response) => {
    const bytes = await bodyOf(request);
    if (request.method === 'POST') received.push(readPost(request, bytes));
    const { method, headers } = request;
    const asked = new Request(`http://127.0.0.1${request.url}`, { method, headers: { accept: headers.accept, 'content-type': headers['content-type'] ?? '' }, body: method === 'POST' ? bytes : undefined });
    const answer = await worker.fetch(asked, env);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  return { ...server, received, kept };
}

/** Whether a script asks, which wants to stay on its page. */
function asksJson(request) {
  return request.headers.accept === 'application/json';
}

/** What a form sends, field by field. */
export function readPost(request, bytes) {
  const type = request.headers['content-type'] ?? '';
  const body = bytes.toString('utf8');
  const order = { type, body, fields: [...new URLSearchParams(body)] };
  if (!type.startsWith('application/x-www-form-urlencoded')) order.fault = `content type ${type || 'missing'}`;
  if (!Buffer.from(body, 'utf8').equals(bytes) || /%(?![0-9a-f]{2})/i.test(body)) order.fault = 'the body is not url-encoded UTF-8';
  return order;
}

function refused(status, body) {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
