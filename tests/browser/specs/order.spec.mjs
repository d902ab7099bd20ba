// A buyer with a phone and no scripts orders, through each of the services.

import { at, choosable, order, orderable } from '../buyer.mjs';
import { BUYER, fill, orderForm } from '../checks/order.mjs';
import { honeypotFaults } from '../checks/honeypot.mjs';
import { need, none } from '../faults.mjs';
import { oneForm } from '../receivers.mjs';
import { SERVICES, withAppsScript, withEndpoint, withGateway, withNetlify } from '../services.mjs';
import { choices } from '../site.mjs';
import { FULL, test } from '../test.mjs';

for (const [name, start] of Object.entries(SERVICES)) {
  test(`an order without scripts arrives through ${name}`, () => at(start, {}, async (open) => {
    const product = choosable(open.site);
    await open.page.goto(open.origin + product.link);
    none(await honeypotFaults(open.page, open.honeypot));
    none(await order(open, product));
  }));
}

test('an order arrives from products with and without variants, in every language', () => at(withEndpoint, {}, async (open) => {
  const forms = open.site.pages.filter((page) => orderable(open.site, page));
  const kinds = new Map(forms.map((page) => [FULL ? page.link : `${page.language} ${choices(page).length > 1}`, page]));
  const faults = [];
  for (const product of kinds.values()) faults.push(...(await order(open, product)).map((fault) => `${product.link}: ${fault}`));
  none(faults);
}));

test('all forms for Netlify are one form', () => at(withNetlify, {}, async ({ site }) => {
  need(site.pages.some((page) => page.form), 'no page has an order form');
  none(oneForm(site));
}));

test('a Google sheet keeps every order as text, a header once', () => at(withAppsScript, {}, async (open) => {
  none(await order(open, choosable(open.site)));
  none(await order(open, choosable(open.site)));
  const [header, first, second] = open.rows;
  need(open.rows.length === 3 && header[0] === 'timestamp', `${open.rows.length} rows, the first ${header}`);
  for (const row of [first, second]) {
    need(row[header.indexOf('mobile')] === `'${BUYER.mobile}`, `the number is ${row[header.indexOf('mobile')]}`);
    need(row.slice(1).every((cell) => cell === '' || cell.startsWith("'")), 'a cell that the sheet may reckon');
  }
}));

for (const javaScriptEnabled of [false, true]) {
  test(`an endpoint leads the buyer to a payment page of another host, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => at(withGateway, { javaScriptEnabled }, async (open) => {
    const { page, origin, site, visits, received, payments, watched } = open;
    const product = choosable(site);
    await page.goto(origin + product.link);
    await fill(page, { payments, variants: choices(product).length });
    await orderForm(page).form.locator('button').first().click({ noWaitAfter: true });
    await page.waitForURL('https://pay.example/checkout/1');
    none(watched.take());
    need(received.length === 1 && visits.join() === 'GET pay.example/checkout/1', `${received.length} orders, ${visits}`);
  }));
}
