// Pages fit the screen, and the first of a product page shows what is for sale.

import { firstScreen, sideways } from '../checks/layout.mjs';
import { covered } from '../checks/lie.mjs';
import { none } from '../faults.mjs';
import { sample } from '../site.mjs';
import { FULL, test } from '../test.mjs';

for (const width of [320, 360, 768, 1280]) {
  test(`nothing is wider than the screen or lies on the order form at ${width} px`, async ({ site, server, page }) => {
    const faults = [];
    await page.setViewportSize({ width, height: 800 });
    for (const { name, link } of sample(site, { all: FULL })) {
      await page.goto(server.origin + link);
      faults.push(...[...(await sideways(page)), ...(await covered(page))].map((fault) => `${name} ${link}: ${fault}`));
    }
    none(faults);
  });
}

/** Product pages that can be ordered from. */
const products = (site) => site.pages.filter((page) => page.kind === 'product');

test('the first screen of a phone shows picture, name, price, delivery and the way to the form, on every product page', async ({ site, server, page }) => {
  const faults = [];
  await page.setViewportSize({ width: 360, height: 640 });
  for (const { link } of products(site)) {
    await page.goto(server.origin + link);
    faults.push(...(await firstScreen(page)).map((fault) => `${link}: ${fault}`));
  }
  none(faults);
});
