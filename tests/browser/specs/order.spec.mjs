// A buyer with a phone and no scripts orders, through each of the three services.

import { at, choosable, order, orderable } from '../buyer.mjs';
import { honeypotFaults } from '../checks/honeypot.mjs';
import { need, none } from '../faults.mjs';
import { oneForm } from '../receivers.mjs';
import { withEndpoint, withFormspree, withNetlify } from '../services.mjs';
import { choices } from '../site.mjs';
import { FULL, test } from '../test.mjs';

for (const [name, start] of Object.entries({ netlify: withNetlify, formspree: withFormspree, endpoint: withEndpoint })) {
  test(`an order without scripts arrives through ${name}`, () => at(start, {}, async (open) => {
    const product = choosable(open.site);
    await open.page.goto(open.origin + product.link);
    none(await honeypotFaults(open.page, open.honeypot));
    none(await order(open, product));
  }));
}

test('an order with scripts is the same order', () => at(withEndpoint, { javaScriptEnabled: true }, async (open) => {
  none(await order(open, choosable(open.site)));
}));

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
