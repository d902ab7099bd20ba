// The figures that the project promises, on every kind of page in every language, in one table.

import { orderable } from '../buyer.mjs';
import { PHONE, measure, over, pictureFaults } from '../checks/budget.mjs';
import { tapTargets } from '../checks/layout.mjs';
import { MOST_FIELDS, MOST_STOPS, fields, smallTargets, stopsToOrder } from '../checks/reach.mjs';
import { CALM } from '../chromium.mjs';
import { need, none } from '../faults.mjs';
import { buildFixture } from '../shop.mjs';
import { readSite, sample } from '../site.mjs';
import { table } from '../table.mjs';
import { test } from '../test.mjs';

const kib = (bytes) => (bytes / 1024).toFixed(1);

const COLUMNS = {
  html: (one) => kib(one.html), css: (one) => kib(one.css), js: (one) => kib(one.js), fonts: (one) => kib(one.font),
  'before pictures': (one) => kib(one.beforePictures), 'first picture': (one) => kib(one.firstPicture ?? 0), whole: (one) => kib(one.whole),
  requests: (one) => one.requests, 'other hosts': (one) => one.hosts, shift: (one) => one.shift, refused: (one) => one.violations,
};

/** Opens each page as a phone does for the first time: what it weighs, its faults. */
async function weigh(browser, server, pages) {
  const rows = [];
  const faults = [];
  for (const { name, link } of pages) {
    const context = await browser.newContext({ ...CALM, ...PHONE });
    const page = await context.newPage();
    const sizes = await measure(page, server.origin + link);
    const found = [...over(sizes), ...(await pictureFaults(page)), ...(await smallTargets(page))];
    faults.push(...found.map((fault) => `${link}: ${fault}`));
    rows.push({ name: name ?? link, ...sizes });
    await context.close();
  }
  return { rows, faults };
}

const cells = ({ name, ...sizes }) => [name, ...Object.values(COLUMNS).map((cell) => String(cell(sizes)))];

test('every kind of page keeps the figures of its first load', async ({ site, server, browser }) => {
  const { rows, faults } = await weigh(browser, server, sample(site));
  console.log(table(['KiB', ...Object.keys(COLUMNS)], rows.map(cells)));
  none(faults);
});

test('every product page keeps them', async ({ site, server, browser }) => {
  const { rows, faults } = await weigh(browser, server, site.pages.filter((page) => page.kind === 'product'));
  const most = rows.reduce((all, row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value > (all[key] ?? 0) ? value : (all[key] ?? 0)])), {});
  console.log(table(['KiB', ...Object.keys(COLUMNS)], [cells({ ...most, name: `most of ${rows.length}` })]));
  none(faults);
});

test('a list fetches its pictures as one comes near, and all of them on paper', async ({ site, server, browser }) => {
  const list = sample(site).find((one) => one.link.endsWith('/products/'));
  const context = await browser.newContext({ ...CALM, ...PHONE });
  const page = await context.newPage();
  await page.goto(server.origin + list.link, { waitUntil: 'networkidle' });
  const pictures = page.locator('.card-picture img');
  const aside = await pictures.evaluateAll((all) => all.filter((one) => one.naturalWidth === 0).length);
  need(aside > 3, `${aside} pictures wait`);
  const faults = [];
  for (const card of await page.locator('.card').all()) {
    await card.scrollIntoViewIfNeeded();
    const title = await card.locator('.card-title').textContent();
    const shown = await card.locator('img').evaluate(async (image) => {
      await image.decode();
      const [own, place] = [image, image.parentElement].map((one) => one.getBoundingClientRect());
      return own.top >= place.top - 1 && own.bottom <= place.bottom + 1;
    });
    if (!shown) faults.push(`${title}: its picture does not stand in its place`);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.emulateMedia({ media: 'print' });
  const away = await pictures.evaluateAll((all) => all.filter((one) => getComputedStyle(one).translate !== 'none').length);
  if (away) faults.push(`${away} pictures stand aside on paper`);
  none(faults);
  await context.close();
});

test('everything in the order form can be tapped', async ({ site, server, page }) => {
  const faults = [];
  await page.setViewportSize({ width: 360, height: 640 });
  for (const { link } of site.pages.filter((one) => one.kind === 'product' && one.form)) {
    await page.goto(server.origin + link);
    faults.push(...(await tapTargets(page)).map((fault) => `${link}: ${fault}`));
  }
  none(faults);
});

test('the order form asks for little, and few presses of Tab lead to its button', async ({ site, server, page }) => {
  const rows = [];
  const faults = [];
  for (const { link } of site.pages.filter((one) => orderable(site, one))) {
    await page.goto(server.origin + link);
    const { seen, required } = await fields(page);
    const stops = await stopsToOrder(page);
    rows.push([link, String(seen), String(required), String(stops ?? 'none')]);
    if (seen > MOST_FIELDS.seen || required > MOST_FIELDS.required) faults.push(`${link}: ${seen} fields, ${required} of them to fill`);
    if (!(stops <= MOST_STOPS)) faults.push(`${link}: ${stops ?? 'more than 60'} presses of Tab to the button`);
  }
  console.log(table(['form', 'fields', 'to fill', 'presses of Tab'], rows));
  none(faults);
});

test('product pages do not grow with the shop', () => {
  const [few, many] = [undefined, 1000].map((grown) => {
    const shop = buildFixture({ products: 50, grown, reviews: 0, seed: 1 });
    const pages = readSite(shop.out, shop.address).pages.filter((page) => page.kind === 'product' && /\/[^/]+-\d\d?\/$/.test(page.link));
    shop.remove();
    return new Map(pages.map((page) => [page.link, Buffer.byteLength(page.html)]));
  });
  const growth = [...few].map(([link, size]) => ({ link, percent: (many.get(link) / size - 1) * 100 }));
  const sum = (sizes) => [...few.keys()].reduce((all, link) => all + sizes.get(link), 0);
  const all = (sum(many) / sum(few) - 1) * 100;
  const most = growth.reduce((one, other) => (other.percent > one.percent ? other : one));
  console.log(`  ${few.size} product pages are ${all.toFixed(2)} % longer among 1,000 than among 50, at most ${most.percent.toFixed(1)} % (${most.link})`);
  need(few.size > 50 && Math.abs(all) <= 2, `${all.toFixed(2)} % is more than 2 %`);
});
