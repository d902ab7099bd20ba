// Without a pointer: everything can be reached, the focus can be seen, nothing holds it, and an order can be sent.

import { at, choosable, productOf } from '../buyer.mjs';
import { walk } from '../checks/keyboard.mjs';
import { BUYER } from '../checks/order.mjs';
import { need, none } from '../faults.mjs';
import { withNetlify } from '../services.mjs';
import { sample } from '../site.mjs';
import { FULL, test } from '../test.mjs';

for (const [width, language] of [[360, 'bn'], [1280, 'en'], ...(FULL ? [[360, 'en'], [1280, 'bn']] : [])]) {
  test(`Tab leads through every kind of page and out of it, ${width} px, ${language}`, async ({ site, server, page }) => {
    const faults = [];
    await page.setViewportSize({ width, height: 800 });
    for (const { link } of sample(site, { all: FULL }).filter((one) => one.language === language)) {
      await page.goto(server.origin + link);
      faults.push(...(await walk(page)).map((fault) => `${link}: ${fault}`));
    }
    none(faults);
  });
}

for (const javaScriptEnabled of [false, true]) {
  test(`an order is sent by keyboard alone, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => at(withNetlify, { javaScriptEnabled }, async ({ page, origin, site, received }) => {
    const product = choosable(site);
    await page.goto(origin + product.link);
    const { keyboard } = page;
    await keyboard.press('Tab');
    await keyboard.press('Enter'); // to the order form
    const typed = { quantity: '2', name: BUYER.name, mobile: BUYER.mobile, address: BUYER.address };
    for (let stop = 0; stop < 20; stop += 1) {
      await keyboard.press('Tab');
      const { name, type, tag } = await page.locator(':focus').evaluate((one) => ({ name: one.name, type: one.type, tag: one.tagName }));
      if (type === 'submit') break;
      if (type === 'radio' && name === 'variant') await keyboard.press('ArrowDown');
      else if (type === 'checkbox') await keyboard.press('Space');
      else if (tag === 'SELECT') await keyboard.press('ArrowDown');
      else if (typed[name]) {
        await keyboard.press('ControlOrMeta+a');
        await keyboard.insertText(typed[name]);
      }
    }
    const thanks = site.pages.filter((one) => one.kind === 'thanks').map((one) => one.link);
    await Promise.all([page.waitForURL((url) => thanks.includes(url.pathname)), keyboard.press('Enter')]);
    const order = Object.fromEntries(need(received.at(-1), 'nothing arrived').fields);
    const wrong = Object.entries({ ...typed, product: productOf(product).sku, address: typed.address.replace('\n', '\r\n') }).filter(([name, value]) => order[name] !== value);
    none(wrong.map(([name, value]) => `${name} is ${order[name]}, not ${value}`));
    need(order.variant && order.zone && order.consent, 'a choice did not arrive');
  }));
}
