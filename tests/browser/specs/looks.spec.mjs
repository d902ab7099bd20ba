// The other looks of the theme, on the shop at the root: each is sound in both schemes, for readers who ask for more
// contrast, and on paper.

import { violations } from '../checks/axe.mjs';
import { PHONE, measure, over } from '../checks/budget.mjs';
import { firstScreen, sideways, tapTargets } from '../checks/layout.mjs';
import { CALM } from '../chromium.mjs';
import { need, none } from '../faults.mjs';
import { serve } from '../server.mjs';
import { buildCopy } from '../shop.mjs';
import { languages, readSite, readable } from '../site.mjs';
import { test } from '../test.mjs';

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 36"><path d="M4 32 60 4l56 28z" fill="#b83a0b"/></svg>';

/** The shop at the root with `look` in its settings, served: `{ site, server, close }`. */
async function dress(look) {
  const shop = buildCopy((settings) => `${settings}\n[look]\n${look}\n`, {}, { 'logo.svg': () => LOGO });
  const site = readSite(shop.out, shop.address);
  const server = await serve(site.folder, { base: site.base });
  const close = async () => {
    await server.close();
    shop.remove();
  };
  return { site, server, close };
}

/** The front of the shop, the first list that shows goods, and a product with choices, in each language. */
function shown(site) {
  return languages(site).flatMap((language) => ['home', 'collection', 'product'].map((kind) => {
    const pages = readable(site).filter((page) => page.kind === kind && page.language === language);
    const page = pages.find((one) => kind === 'home' || one.html.includes(kind === 'product' ? 'name="variant"' : 'class="card"'));
    return { name: `${kind}-${language}`, link: need(page, `no ${kind} in ${language}`).link };
  }));
}

/** What `check` finds on the shown pages, opened as `options` say. */
async function faultsOf({ site, server }, browser, options, check) {
  const context = await browser.newContext({ ...CALM, ...options });
  const page = await context.newPage();
  const faults = [];
  for (const { name, link } of shown(site)) {
    await page.goto(server.origin + link);
    faults.push(...(await check(page, name)).map((fault) => `${name} ${link}: ${fault}`));
  }
  await context.close();
  return faults;
}

for (const [name, look] of [['fashion', 'name = "fashion"'], ['grocery', 'name = "grocery"\nlogo = { file = "logo.svg" }']]) {
  test.describe(name, () => {
    let dressed;
    test.beforeAll(async () => { dressed = await dress(look); });
    test.afterAll(() => dressed.close());

    for (const colorScheme of ['light', 'dark']) {
      test(`axe finds nothing in ${name}, ${colorScheme}`, async ({ browser }) => {
        none(await faultsOf(dressed, browser, { colorScheme, viewport: { width: 360, height: 800 } }, violations));
        none(await faultsOf(dressed, browser, { colorScheme, contrast: 'more', viewport: { width: 1280, height: 800 } }, violations));
      });
    }

    test(`${name} fits a phone, and is tapped as well`, async ({ browser }) => {
      for (const width of [320, 360, 1280]) {
        none(await faultsOf(dressed, browser, { viewport: { width, height: 640 } }, sideways));
      }
      const product = (check) => (page, kind) => (kind.startsWith('product') ? check(page) : []);
      none(await faultsOf(dressed, browser, { viewport: { width: 360, height: 640 } }, product(firstScreen)));
      none(await faultsOf(dressed, browser, { viewport: { width: 360, height: 640 } }, product(tapTargets)));
    });

    test(`a product page in ${name} keeps the budget`, async ({ browser }) => {
      const { link } = need(shown(dressed.site).find((one) => one.name.startsWith('product')), 'no product');
      const context = await browser.newContext({ ...CALM, ...PHONE });
      none(over(await measure(await context.newPage(), dressed.server.origin + link)));
      await context.close();
    });

    test(`${name} is black on white on paper, also by night`, async ({ browser }) => {
      none(await faultsOf(dressed, browser, { colorScheme: 'dark' }, async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const colours = await page.evaluate(() => ['h1', '.top', 'main'].map((one) => getComputedStyle(document.querySelector(one)).color));
        const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const faults = colours.filter((colour) => colour !== 'rgb(0, 0, 0)').map((colour) => `words are ${colour}`);
        return ground === 'rgb(255, 255, 255)' ? faults : [...faults, `the ground is ${ground}`];
      }));
    });
  });
}
