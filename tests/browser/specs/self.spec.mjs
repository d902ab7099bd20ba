// The tests' own tools: the server that plays the host, and the services that take orders.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect } from '@playwright/test';

import { readHeaders, readRedirects } from '../hostfiles.mjs';
import { endpoint, formspree, netlify } from '../receivers.mjs';
import { serve } from '../server.mjs';
import { readSite } from '../site.mjs';
import { test } from '../test.mjs';

const FORM = '<form name="order" method="post" data-netlify="true" netlify-honeypot="trap"><input name="product"><input name="trap"></form>';
const FILES = {
  'index.html': '<!doctype html><html lang="en"><title>home</title><body class="on-home">home',
  'ক/index.html': `<!doctype html><html lang="en"><title>k</title><body class="on-product">${FORM}`,
  '404.html': '<!doctype html><html lang="en"><title>gone</title><body class="on-not-found">gone',
  'a.css': 'p { color: red }',
  _headers: '/*\n  X-All: 1\n/*.css\n  Cache-Control: immutable\n  X-All: 2\n',
  _redirects: '# old\n/old/ /ক/ 301\n/a.css / 302\n/forced/* /:splat 302!\n/shown /ক/ 200\n',
  '.posra/ledger': 'secret',
};

async function at(act, options = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-self-'));
  for (const [name, text] of Object.entries(FILES)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const receiver = netlify(readSite(folder, 'https://shop.example/'));
  const server = await serve(folder, { post: receiver.post, ...options });
  const ask = (link, rest) => fetch(server.origin + link, { redirect: 'manual', ...rest });
  try {
    await act(ask, receiver);
  } finally {
    await server.close();
    fs.rmSync(folder, { recursive: true });
  }
}

const post = (body, type = 'application/x-www-form-urlencoded') => ({ method: 'POST', body, headers: { 'content-type': type } });

test('the server answers as the hosts do', () => at(async (ask) => {
  const said = async (link) => {
    const answer = await ask(link);
    return `${answer.status} ${answer.headers.get('location') ?? (await answer.text()).replace(/<[^>]*>/g, '')}`;
  };
  const k = encodeURI('/ক');
  expect(await said('/')).toBe('200 homehome');
  expect(await said(k)).toBe(`301 ${k}/`);
  expect(await said('/old')).toBe(`301 ${k}/`);
  expect(await said('/shown')).toBe('200 k');
  expect(await said('/forced/deep')).toBe('302 /deep');
  expect(await said('/a.css')).toBe('200 p { color: red }');
  for (const link of ['/none/', '/_headers', '/.posra/ledger', '/..%2f..%2fetc/passwd', '/%2e%2e/etc/passwd', '/a%00b']) {
    expect(await said(link)).toBe('404 gonegone');
  }
  const css = await ask('/a.css', { headers: { 'accept-encoding': 'gzip' } });
  expect([...css.headers]).toEqual(expect.arrayContaining([['x-all', '1, 2'], ['cache-control', 'immutable'], ['content-encoding', 'gzip'], ['content-type', 'text/css; charset=utf-8']]));
}));

test('the server serves below a base path, and only there', () => at(async (ask) => {
  expect((await ask('/shop/')).status).toBe(200);
  expect((await ask('/')).status).toBe(404);
}, { base: '/shop/' }));

test('host files with lines that a host would skip are refused', () => {
  for (const wrong of ['X-Frame: no', '/a\n  no header', '  X-A: 1']) expect(() => readHeaders(wrong)).toThrow(/_headers:/);
  for (const wrong of ['/a', 'a /b 301', '/a /b 3O1', '/a /b 301 more']) expect(() => readRedirects(wrong)).toThrow(/_redirects:/);
});

test('Netlify takes what a built form declares', () => at(async (ask, { received }) => {
  const link = encodeURI('/ক/');
  expect((await ask(link, post('form-name=other&product=1'))).status).toBe(404);
  expect((await ask('/none/', post('form-name=order&product=1'))).status).toBe(404);
  expect((await ask(link, post('{}', 'application/json'))).status).toBe(400);
  expect((await ask(link, post('form-name=order&product=%E0%A6%95&more=1&trap=x'))).status).toBe(303);
  expect(received).toMatchObject([{ fields: [['form-name', 'order'], ['product', 'ক'], ['trap', 'x']], dropped: ['more'], spam: true }]);
}));

test('Formspree takes what it documents, under its own name', async ({ playwright }) => {
  const service = await formspree('abc');
  const client = await playwright.request.newContext({ ignoreHTTPSErrors: true, extraHTTPHeaders: { host: 'formspree.io' } });
  const send = (link, form) => client.post(service.origin + link, { form, maxRedirects: 0 });
  expect((await send('/f/other', {})).status()).toBe(404);
  expect((await send('/f/abc', { _format: 'plain' })).status()).toBe(400);
  expect((await send('/f/abc', { _next: '/thanks/' })).status()).toBe(400);
  expect((await send('/f/abc', { product: 'ক' })).headers().location).toBe('https://formspree.io/thanks');
  expect((await send('/f/abc', { _next: 'https://shop.example/' })).headers().location).toBe('https://shop.example/');
  expect(service.received.map(({ fields }) => fields)).toEqual([[['product', 'ক']], [['_next', 'https://shop.example/']]]);
  await client.dispose();
  await service.close();
});

test('an endpoint keeps the exact body, and sends nobody elsewhere', async () => {
  const service = await endpoint('https://shop.example');
  const body = 'b=%2B+1&a=2&return=https://shop.example/thanks/';
  const answer = await fetch(service.origin, { ...post(body), redirect: 'manual' });
  expect(answer.headers.get('location')).toBe('https://shop.example/thanks/');
  expect((await fetch(service.origin, post('%zz'))).status).toBe(400);
  expect((await fetch(service.origin, post('return=https://shop.example.net/'))).status).toBe(400);
  const fields = [['b', '+ 1'], ['a', '2'], ['return', 'https://shop.example/thanks/']];
  expect(service.received).toEqual([{ type: 'application/x-www-form-urlencoded', body, fields }]);
  await service.close();
});
