// The shop at the root, built for each service that takes orders, served together with that service.
// Each gives a place to order at: `site`; `origin` where it is served; `origins` that the browser may
// ask; `hosts` for it to map; `received` orders; `honeypot` and `extra`, the fields that the service
// documents beside those of the order; `payments`, how many ways to pay there are; `planted`, what the
// server gives in place of files; `close`.

import { spawnSync } from 'node:child_process';

import { FIELDS } from './checks/order.mjs';
import { certificate } from './certificate.mjs';
import { appsScript, basin, documented, endpoint, formspree, gateway, netlify, web3forms } from './receivers.mjs';
import { serve } from './server.mjs';
import { POSRA, buildCopy, payments, rootShop, withOrders } from './shop.mjs';
import { readSite } from './site.mjs';

/** What the next shops are built with besides: `{ 'posra.toml': (text) => text }`, by file. */
let changes = {};

/** The same place to order at, in a shop whose files are changed: `{ 'posra.toml': (text) => text }`. */
export function changed(start, files) {
  return async () => {
    const before = changes;
    changes = { ...before, ...files };
    try {
      return await start();
    } finally {
      changes = before;
    }
  };
}

const FORM = 'posratest';
const KEY = '0f0f0f0f-1111-2222-3333-444455556666';

/** Netlify serves the site and takes its orders; the address does not matter. */
export async function withNetlify() {
  const shop = build({ service: 'netlify', form: FORM });
  const service = netlify(shop.site);
  const server = await serve(shop.site.folder, { base: shop.site.base, planted: shop.planted, post: service.post });
  return {
    ...shop,
    origin: server.origin,
    origins: [server.origin],
    hosts: {},
    received: service.received,
    honeypot: 'bot-field',
    extra: { 'form-name': FORM, 'bot-field': '' },
    close: () => closeAll(shop, server),
  };
}

/** Formspree sends the buyer back to a whole address, so that the site stands at its own. `other`: another shop than the root's. */
export async function withFormspree(other) {
  const service = await formspree(FORM);
  const shop = build({ service: 'formspree', form: FORM }, other);
  const server = await serveAtHome(shop);
  return {
    ...shop,
    ...server,
    origins: [server.origin, 'https://formspree.io'],
    hosts: { ...server.hosts, 'formspree.io': service.port },
    received: service.received,
    honeypot: '_gotcha',
    extra: { _gotcha: '', _subject: /./, _next: thanks(shop.site) },
    close: () => closeAll(shop, server, service),
  };
}

/** Web3Forms too. */
export async function withWeb3forms() {
  const service = await web3forms(KEY, [...FIELDS, 'payment', 'transaction', 'items', 'about', 'district']);
  const shop = build({ service: 'web3forms', form: KEY });
  const server = await serveAtHome(shop);
  return {
    ...shop,
    ...server,
    origins: [server.origin, 'https://api.web3forms.com'],
    hosts: { ...server.hosts, 'api.web3forms.com': service.port },
    received: service.received,
    honeypot: 'botcheck',
    extra: { access_key: KEY, subject: /./, redirect: thanks(shop.site) },
    close: () => closeAll(shop, server, service),
  };
}

/** Basin leads the buyer where its own settings say: here to the thank-you page of the first language. */
export async function withBasin() {
  const service = await basin(FORM, () => thanks(shop.site)('bn'));
  const shop = build({ service: 'basin', form: FORM });
  const server = await serveAtHome(shop);
  return {
    ...shop,
    ...server,
    origins: [server.origin, 'https://usebasin.com'],
    hosts: { ...server.hosts, 'usebasin.com': service.port },
    received: service.received,
    honeypot: '_gotcha',
    extra: { _gotcha: '' },
    close: () => closeAll(shop, server, service),
  };
}

/** A Google sheet: the script that posra prints shows the buyer the way back. */
export async function withAppsScript() {
  let script = '';
  const service = await appsScript(FORM, () => script);
  const shop = build({ service: 'apps-script', form: FORM });
  const printed = spawnSync(POSRA, ['orders', 'script', '--root', shop.folder], { encoding: 'utf8' });
  script = printed.stdout;
  const server = await serveAtHome(shop);
  return {
    ...shop,
    ...server,
    origins: [server.origin, 'https://script.google.com', 'https://script.googleusercontent.com'],
    hosts: { ...server.hosts, 'script.google.com': service.port, 'script.googleusercontent.com': service.port },
    received: service.received,
    rows: service.rows,
    honeypot: 'leave_empty',
    extra: { leave_empty: '', return: thanks(shop.site) },
    onTheWay: async (page) => page.locator('a[target=_top]').click(),
    close: () => closeAll(shop, server, service),
  };
}

/** An endpoint that leads the buyer on to a gateway for payments, on a host that the shop names. */
export async function withGateway() {
  const pay = await gateway('pay.example');
  const service = await endpoint(new URL(rootShop().address).origin, 'https://pay.example/checkout/1');
  changes = { 'posra.toml': (text) => `${text}\n[[payments]]\nid = "pay"\nkind = "hosted"\n` };
  const shop = build({ service: 'endpoint', endpoint: `${service.origin}/orders`, redirects: ['https://pay.example'] });
  changes = {};
  const server = await serveAtHome(shop);
  return {
    ...shop,
    ...server,
    origins: [server.origin, service.origin, 'https://pay.example'],
    hosts: { ...server.hosts, 'pay.example': pay.port },
    received: service.received,
    visits: pay.visits,
    close: () => closeAll(shop, server, service, pay),
  };
}

/** So does an endpoint, and it takes care to send nobody anywhere else. */
export async function withEndpoint() {
  const service = await endpoint(new URL(rootShop().address).origin);
  const shop = build({ service: 'endpoint', endpoint: `${service.origin}/orders` });
  const server = await serveAtHome(shop);
  return {
    ...shop,
    ...server,
    origins: [server.origin, service.origin],
    received: service.received,
    honeypot: 'leave_empty',
    extra: { leave_empty: '', return: thanks(shop.site) },
    close: () => closeAll(shop, server, service),
  };
}

/** The endpoint that the documents show. */
export async function withDocumented() {
  const service = await documented(new URL(rootShop().address).origin);
  const shop = build({ service: 'endpoint', endpoint: `${service.origin}/orders` });
  const server = await serveAtHome(shop);
  return {
    ...shop,
    ...server,
    origins: [server.origin, service.origin],
    received: service.received,
    kept: service.kept,
    honeypot: 'leave_empty',
    extra: { leave_empty: '', return: thanks(shop.site) },
    close: () => closeAll(shop, server, service),
  };
}

/** Every way to pay, as a shop may set it; `hosted` is for endpoints alone. */
const EVERY_WAY = `
[[payments]]
id = "cod"
kind = "cash-on-delivery"
advance = "10%"

[[payments]]
id = "bkash"
kind = "bkash"
number = "01700-000000"
account = "personal"
qr = "01700000000"

[[payments]]
id = "nagad"
kind = "nagad"
number = "01700-000000"
account = "merchant"

[[payments]]
id = "rocket"
kind = "rocket"
number = "01700-0000000"

[[payments]]
id = "bank"
kind = "bank-transfer"
number = "123 456 789"
bank = "Example Bank"

[[payments]]
id = "link"
kind = "payment-link"
link = "https://pay.example/shop"

[[payments]]
id = "card"
kind = "card"
`;

/** The same service, with a shop that takes every kind of payment. */
export function everyWay(start) {
  const others = (text) => text.split(/^(?=\[)/m).filter((table) => !table.startsWith('[[payments]]')).join('').trimEnd();
  return changed(start, { 'posra.toml': (text) => `${others(text)}\n${EVERY_WAY}` });
}

/** Builds a copy of the shop with these `[orders]`. */
function build(orders, other) {
  let settings;
  const { 'posra.toml': more = (text) => text, ...files } = changes;
  const shop = buildCopy((text) => (settings = more(withOrders(text, orders))), other, files);
  return { folder: shop.folder, site: readSite(shop.out, shop.address), payments: payments(settings), planted: new Map(), remove: shop.remove };
}

/** Serves a shop under its own name. */
async function serveAtHome({ site, planted }) {
  const { hostname, origin } = new URL(site.address);
  const server = await serve(site.folder, { base: site.base, planted, tls: certificate([hostname]) });
  return { origin, hosts: { [hostname]: server.port }, close: server.close };
}

/** Whole address of the thank-you page in each language. */
function thanks(site) {
  return (language) => new URL(site.pages.find((page) => page.kind === 'thanks' && page.link.endsWith('/thanks/') && page.language === language)?.link, site.address).href;
}

async function closeAll(shop, ...servers) {
  for (const server of servers) await server.close();
  shop.remove();
}

/** Every service that takes orders, by its name. */
export const SERVICES = {
  netlify: withNetlify,
  formspree: withFormspree,
  web3forms: withWeb3forms,
  basin: withBasin,
  'apps-script': withAppsScript,
  endpoint: withEndpoint,
  'the endpoint of the documents': withDocumented,
};
