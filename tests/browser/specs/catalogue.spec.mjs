// Five hundred products with all features mixed at random: the pages that no sample shop has.

import { expect } from '@playwright/test';

import { violations } from '../checks/axe.mjs';
import { crawl } from '../checks/crawl.mjs';
import { structuredData } from '../checks/data.mjs';
import { canonicals, descriptions, hreflang, sitemap } from '../checks/head.mjs';
import { sideways } from '../checks/layout.mjs';
import { inline, invalid, policies } from '../checks/valid.mjs';
import { watch } from '../checks/watch.mjs';
import { CALM } from '../chromium.mjs';
import { need, none } from '../faults.mjs';
import { serve } from '../server.mjs';
import { buildFixture } from '../shop.mjs';
import { readSite, readable, standsForItself } from '../site.mjs';
import { FULL, test as base } from '../test.mjs';

const test = base.extend({
  fixture: [async ({}, use) => {
    const shop = buildFixture();
    const site = readSite(shop.out, shop.address);
    const server = await serve(shop.out, { base: site.base });
    await use({ ...shop, site, server });
    await server.close();
    shop.remove();
  }, { scope: 'worker', timeout: 180_000 }],
});

/** Every so many pages, so that all kinds and both languages are among them. */
const some = (pages, count) => pages.filter((_, place) => FULL || place % Math.max(1, Math.floor(pages.length / count)) === 0);

/** Pages to open: goods of all sorts, and every list. */
const opened = (site) => {
  const pages = readable(site);
  return [...some(pages.filter((page) => page.kind === 'product'), 48), ...some(pages.filter((page) => page.kind !== 'product'), 16)];
};

test('five hundred products of all sorts build without a fault', ({ fixture: { built, site } }) => {
  console.log(`  ${built.products} products to be seen, ${built.pages} pages, ${built.files} files`);
  expect(built.products).toBeGreaterThan(450);
  expect(new Set(site.pages.map((page) => page.language))).toEqual(new Set(['bn', 'en']));
});

test('their pages are valid HTML with nothing inline', async ({ fixture: { site } }) => {
  const own = site.pages.filter((page) => standsForItself(site, page));
  const others = some(site.pages.filter((page) => !own.includes(page)), 200);
  none([...(await invalid({ ...site, pages: [...own, ...others] })), ...inline(site), ...policies(site)]);
});

test('their pages say where they stand, and cost what machines are told', ({ fixture: { site } }) => {
  none([...canonicals(site), ...hreflang(site), ...sitemap(site), ...descriptions(site), ...structuredData(site)]);
});

test('no link of theirs is broken', async ({ fixture: { site, server } }) => none(await crawl(site, server.origin)));

for (const [colorScheme, width] of [['light', 360], ['dark', 1280]]) {
  test(`axe finds nothing on them, nothing is too wide, no page complains: ${colorScheme}, ${width} px`, async ({ fixture: { site, server }, browser }) => {
    const context = await browser.newContext({ ...CALM, colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const watched = watch(page, server.origin);
    const faults = [];
    for (const { link } of opened(site)) {
      await page.goto(server.origin + link);
      faults.push(...[...(await violations(page)), ...(await sideways(page)), ...watched.take()].map((fault) => `${link}: ${fault}`));
    }
    await context.close();
    none(faults);
  });
}

test('an offer that has ended is not claimed, with scripts', async ({ fixture: { site, server }, page }) => {
  const offered = need(site.pages.find((one) => one.kind === 'product' && /class="offer" data-until="2026-12-03/.test(one.html)), 'no offer until 2 December');
  const price = () => page.locator('.facts .price strong:visible').innerText();
  await page.clock.setFixedTime('2026-12-02T17:59:59Z');
  await page.goto(server.origin + offered.link);
  const during = await price();
  await expect(page.locator('.facts .offer[data-until]')).toBeVisible();
  await page.clock.setFixedTime('2026-12-02T18:00:00Z');
  await page.goto(server.origin + offered.link);
  expect(await price()).not.toBe(during);
  expect(await page.locator('.facts [data-offer]:visible').count()).toBe(0);
});

test('an address with a variant chooses it', async ({ fixture: { site, server }, page }) => {
  const product = need(site.pages.find((one) => one.kind === 'product' && (one.html.match(/name="variant"[^>]*required>/g) ?? []).length > 1), 'nothing to choose');
  await page.goto(server.origin + product.link);
  const other = page.locator('input[name=variant]:not(:checked):not(:disabled)').last();
  const sku = await other.inputValue();
  await page.goto(`${server.origin}${product.link}?variant=${sku}`);
  expect(await page.locator('input[name=variant]:checked').inputValue()).toBe(sku);
});
