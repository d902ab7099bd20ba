// By every way to pay, through every service, in every language, with scripts and without: everything arrives.

import { at, orderable, productOf } from '../buyer.mjs';
import { expected, fill, orderFaults, orderForm, send } from '../checks/order.mjs';
import { none } from '../faults.mjs';
import { SERVICES, everyWay } from '../services.mjs';
import { choices } from '../site.mjs';
import { test } from '../test.mjs';

/** Orders by the way to pay `way`; a transfer has a number. Gives the faults. */
async function pay(open, product, way, extra) {
  const { page, site, origin, received, watched, onTheWay, payments } = open;
  await page.goto(origin + product.link);
  const chosen = await fill(page, { payments, variants: choices(product).length });
  const { form, field } = orderForm(page);
  await field('payment').and(page.locator(`[value="${way}"]`)).evaluate((one) => one.labels[0].click());
  chosen.payment = way;
  chosen.transaction = ['bkash', 'nagad', 'rocket', 'bank'].includes(way) ? '9AB12CD3EF' : '';
  if (chosen.transaction) {
    await form.locator('summary').click();
    await field('transaction').fill(chosen.transaction);
  }
  const before = received.length;
  const faults = await send(page, site, product.language, watched, onTheWay);
  if (received.length !== before + 1) return [...faults, `${received.length - before} orders arrived`];
  return faults.concat(orderFaults(expected(productOf(product), chosen, extra), received.at(-1)));
}

for (const [name, start] of Object.entries(SERVICES)) {
  test(`every way to pay arrives through ${name}`, async () => {
    const faults = [];
    let orders = 0;
    for (const javaScriptEnabled of [false, true]) {
      await at(everyWay(start), { javaScriptEnabled }, async (open) => {
        const { _next, redirect, ...others } = open.extra;
        const extra = javaScriptEnabled ? { ...others, number: /^[2-9A-Z]{3}-[2-9A-Z]{3}$/, id: /^[0-9a-f]{32}$/ } : open.extra;
        // Basin leads to one page of thanks, whatever the language.
        for (const language of name === 'basin' && !javaScriptEnabled ? ['bn'] : ['bn', 'en']) {
          const product = open.site.pages.find((page) => orderable(open.site, page) && page.language === language && choices(page).length > 1);
          for (const way of ['cod', 'bkash', 'nagad', 'rocket', 'bank', 'link', 'card']) {
            orders += 1;
            const found = await pay(open, product, way, extra);
            faults.push(...found.map((fault) => `${product.link}: ${way}, ${javaScriptEnabled ? 'with' : 'without'} scripts: ${fault}`));
          }
        }
      });
    }
    console.log(`  orders sent: ${orders}`);
    none(faults);
  });
}
