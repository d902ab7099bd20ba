// Shops that are hard to lay out (rough.mjs): long words, none at all, many of everything, and a shop of one product.

import { violations } from '../checks/axe.mjs';
import { sideways } from '../checks/layout.mjs';
import { clipped, covered, empty, overlaps } from '../checks/lie.mjs';
import { invalid } from '../checks/valid.mjs';
import { watch } from '../checks/watch.mjs';
import { CALM } from '../chromium.mjs';
import { none } from '../faults.mjs';
import { serve } from '../server.mjs';
import { buildRough } from '../shop.mjs';
import { readSite, readable, standsForItself } from '../site.mjs';
import { FULL, test as base } from '../test.mjs';

const built = (options) => [async ({}, use) => {
  const shop = buildRough(options);
  const site = readSite(shop.out, shop.address);
  const server = await serve(shop.out, { base: site.base });
  await use({ site, server });
  await server.close();
  shop.remove();
}, { scope: 'worker', timeout: 120_000 }];

const test = base.extend({ rough: built(), single: built({ one: true }) });

/** Pages that are not another page in another order; of the twelve shelves that are alike, one. */
const pages = (site) => readable(site).filter((page) => standsForItself(site, page) && (FULL || !/shelf-\d*[1-9]/.test(page.link)));

/** Looks at every page at every width. */
async function look({ site, server }, page, width) {
  const watched = watch(page, server.origin);
  const faults = [];
  await page.setViewportSize({ width, height: 800 });
  for (const { link } of pages(site)) {
    await page.goto(server.origin + link);
    await page.evaluate(() => { for (const one of document.querySelectorAll('details')) one.open = true; });
    const found = [...(await sideways(page)), ...(await overlaps(page)), ...(await clipped(page)), ...(await empty(page)), ...(await covered(page)), ...watched.take()];
    faults.push(...found.map((fault) => `${link}: ${fault}`));
  }
  return faults;
}

for (const width of [320, 768, 1280, ...(FULL ? [360] : [])]) {
  test(`nothing lies on anything else, is cut off, empty or too wide at ${width} px`, async ({ rough, single, page }) => {
    none([...(await look(rough, page, width)), ...(await look(single, page, width))]);
  });
}

test('axe and html-validate find nothing on them', async ({ rough, single, browser }) => {
  const context = await browser.newContext({ ...CALM, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  const faults = [];
  for (const { site, server } of [rough, single]) {
    const wrong = await invalid({ ...site, pages: pages(site) });
    faults.push(...wrong.filter((fault) => !fault.endsWith('(long-title)'))); // a title may be long, and is here
    for (const { link } of pages(site)) {
      await page.goto(server.origin + link);
      faults.push(...(await violations(page)).map((fault) => `${link}: ${fault}`));
    }
  }
  await context.close();
  none(faults);
});
