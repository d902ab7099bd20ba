// A shop outside Bangladesh, in English alone (tests/sites/slip-lane): nothing may assume Bangladesh.

import fs from 'node:fs';
import path from 'node:path';

import { expect } from '@playwright/test';

import { at, order } from '../buyer.mjs';
import { violations } from '../checks/axe.mjs';
import { PHONE, measure, over } from '../checks/budget.mjs';
import { crawl } from '../checks/crawl.mjs';
import { structuredData } from '../checks/data.mjs';
import { canonicals, descriptions, sitemap } from '../checks/head.mjs';
import { firstScreen, sideways } from '../checks/layout.mjs';
import { inline, invalid, policies } from '../checks/valid.mjs';
import { watch } from '../checks/watch.mjs';
import { CALM } from '../chromium.mjs';
import { need, none } from '../faults.mjs';
import { structured } from '../html.mjs';
import { serve } from '../server.mjs';
import { withFormspree } from '../services.mjs';
import { buildCopy, specimen } from '../shop.mjs';
import { KINDS, readSite, readable, standsForItself } from '../site.mjs';
import { test as base } from '../test.mjs';

const SHOP = specimen('slip-lane');

/** What is no longer made has neither price nor form: it leads to what took its place. */
const ARCHIVED = '/products/cutting-shears-8/';

const test = base.extend({
  abroad: [async ({}, use) => {
    const shop = buildCopy((settings) => settings, SHOP);
    const site = readSite(shop.out, shop.address);
    const server = await serve(shop.out, { base: site.base });
    await use({ site, server });
    await server.close();
    shop.remove();
  }, { scope: 'worker', timeout: 180_000 }],
});

/** Pages that are not another page in another order. */
const own = (site) => readable(site).filter((page) => standsForItself(site, page));

/** The page at a link, which must be there. */
const pageAt = (site, link) => need(site.pages.find((page) => page.link === link), `no page ${link}`);

test('it has every kind of page, in English', ({ abroad: { site } }) => {
  expect(new Set(readable(site).map((page) => page.kind))).toEqual(new Set(KINDS));
  expect(new Set(site.pages.map((page) => page.language))).toEqual(new Set(['en']));
});

test('nothing in its output is of Bangladesh', ({ abroad: { site } }) => {
  const texts = site.files.filter((file) => !/\.(jpe?g|webp|webm|pdf)$/.test(file));
  const foreign = /[\u0980-\u09ff\u09f3]|\bBDT?\b|Bangladesh|Dhaka|bKash|Nagad|\bthana\b|\bupazila\b|\bDBID\b|\bTIN\b/iu;
  none(texts.flatMap((file) => {
    const found = foreign.exec(fs.readFileSync(path.join(site.folder, file), 'utf8'));
    return found ? [`/${file}: ${found[0]}`] : [];
  }));
});

test('its pages are valid, say where they stand, and lead where they say', async ({ abroad: { site, server } }) => {
  none([...(await invalid({ ...site, pages: own(site) })), ...inline(site), ...policies(site)]);
  none([...canonicals(site), ...sitemap(site), ...descriptions(site), ...structuredData(site), ...(await crawl(site, server.origin))]);
});

for (const [colorScheme, width] of [['light', 360], ['dark', 1280]]) {
  test(`axe finds nothing on it, nothing is too wide, no page complains: ${colorScheme}, ${width} px`, async ({ abroad: { site, server }, browser }) => {
    const context = await browser.newContext({ ...CALM, colorScheme, viewport: { width, height: 640 } });
    const page = await context.newPage();
    const watched = watch(page, server.origin);
    const faults = [];
    for (const { link, kind } of own(site)) {
      await page.goto(server.origin + link);
      const sells = kind === 'product' && link !== ARCHIVED;
      const seen = sells && width === 360 ? await firstScreen(page) : [];
      faults.push(...[...seen, ...(await violations(page)), ...(await sideways(page)), ...watched.take()].map((fault) => `${link}: ${fault}`));
    }
    await context.close();
    none(faults);
  });
}

test('its product pages keep the budget of their first load', async ({ abroad: { site, server }, browser }) => {
  const faults = [];
  for (const { link } of own(site).filter((page) => page.kind === 'product')) {
    const context = await browser.newContext({ ...CALM, ...PHONE });
    const sizes = await measure(await context.newPage(), server.origin + link);
    faults.push(...over(sizes).map((fault) => `${link}: ${fault}`));
    await context.close();
  }
  none(faults);
});

test('money is written as in Britain, and machines are told the same', async ({ abroad: { site, server }, page }) => {
  const price = async (link) => {
    await page.goto(server.origin + link);
    return (await page.locator('.facts .price strong').first().innerText()).replace(/\s/g, '');
  };
  expect(await price('/products/cutting-table/')).toBe('£1,240');
  expect(await price('/products/shell-buttons/')).toBe('£0.85');
  await page.goto(`${server.origin}/products/washed-linen/`);
  await expect(page.locator('.facts')).toContainText('£19.50 per metre');
  await expect(page.locator('.facts')).toContainText('VAT 20% included');
  const graph = structured(pageAt(site, '/').doc).flatMap((one) => one['@graph'] ?? one);
  const store = need(graph.find((one) => one['@type'] === 'OnlineStore'), 'no store in the data');
  expect(store.address).toEqual({
    '@type': 'PostalAddress', streetAddress: 'The Old Sail Shed, 3 Slip Lane', addressLocality: 'Wivenhoe',
    addressRegion: 'Essex', postalCode: 'CO7 0ZZ', addressCountry: 'GB',
  });
  const near = store.hasShippingService.shippingConditions.find((one) => Array.isArray(one.shippingDestination));
  expect(near.shippingDestination.map((one) => one.addressCountry)).toEqual(['BE', 'DE', 'FR', 'IE', 'NL']);
  expect(near.shippingRate).toMatchObject({ value: '11.50', currency: 'GBP' });
});

test('its address and its zones stand on the page', async ({ abroad: { server }, page }) => {
  await page.goto(`${server.origin}/contact/`);
  await expect(page.locator('main')).toContainText('Wivenhoe');
  expect((await page.locator('main .contact-ways p:has(br)').innerText()).split('\n')).toEqual(['The Old Sail Shed, 3 Slip Lane', 'Wivenhoe', 'Essex', 'CO7 0ZZ']);
  await page.goto(`${server.origin}/policies/delivery/`);
  await expect(page.locator('main')).toContainText('Belgium, France, Germany, Ireland, Netherlands');
});

test('what is no longer made leads to what took its place, and is not sold', ({ abroad: { site } }) => {
  const { doc, form, html } = pageAt(site, ARCHIVED);
  expect(form).toBeUndefined();
  expect(html).toContain('href="/products/cutting-shears/"');
  const goods = structured(doc).flatMap((one) => one['@graph'] ?? one).filter((one) => one.offers);
  expect(goods).toEqual([]);
});

test('one of three options is ordered without scripts', () => at(() => withFormspree(SHOP), {}, async (open) => {
  none(await order(open, pageAt(open.site, '/products/work-apron/')));
}));

test('the film is asked for only when it is played', async ({ abroad: { server }, page }) => {
  const films = [];
  page.on('request', (request) => { if (/\.webm$/.test(request.url())) films.push(request.url()); });
  await page.goto(`${server.origin}/products/darning-mushroom/`, { waitUntil: 'networkidle' });
  await page.locator('summary', { hasText: 'Film and papers' }).click();
  const film = page.locator('video');
  await film.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(films).toEqual([]);
  // The browser's own play button, by its key: a click beside it does nothing before the film is there.
  await film.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => film.evaluate((one) => one.readyState >= 2 && one.videoWidth)).toBe(320);
  expect(films.length).toBeGreaterThan(0);
});
