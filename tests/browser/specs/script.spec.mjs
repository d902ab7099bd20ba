// A buyer with a phone and scripts: the sum while choosing, one order however often it is sent, and a dead line.

import { at, choosable, order, orderable } from '../buyer.mjs';
import { violations } from '../checks/axe.mjs';
import { fill, length, orderForm } from '../checks/order.mjs';
import { desk, scripted } from '../desk.mjs';
import { need, none } from '../faults.mjs';
import { SERVICES, withEndpoint, withNetlify } from '../services.mjs';
import { choices } from '../site.mjs';
import { test } from '../test.mjs';

const SCRIPTS = { javaScriptEnabled: true };
/** Opens a product of the shop and fills its form in. */
async function begin(open) {
  const { page, site, origin, payments } = open;
  const product = choosable(site);
  await page.goto(origin + product.link);
  await fill(page, { payments, variants: choices(product).length });
  await page.locator('.sum').waitFor();
  return product;
}

const button = (page) => orderForm(page).form.locator('button').first();

for (const [name, start] of Object.entries(SERVICES)) {
  test(`an order with scripts arrives through ${name}, with a number that the buyer sees`, () => at(start, SCRIPTS, async (open) => {
    none(await order({ ...open, extra: scripted(open) }, choosable(open.site)));
    const number = open.received.at(-1).fields.find(([one]) => one === 'number')[1];
    await open.page.locator('[data-reference]').filter({ hasText: number }).waitFor();
    const [one] = desk(open);
    need(one.number === number && one.verdict !== 'stop', `the desk says ${one.number} ${one.verdict} ${JSON.stringify(one.findings)}`);
  }));
}

test('ten quick taps, back and again, and a reload are one order', () => at(withEndpoint, SCRIPTS, async (open) => {
  const { page, received, site, watched } = open;
  const product = await begin(open);
  await button(page).evaluate((one) => {
    for (let taps = 0; taps < 10; taps += 1) one.click();
  });
  await page.waitForURL((url) => url.pathname === '/thanks/');
  need(received.length === 1, `ten taps sent ${received.length} orders`);
  await page.goBack();
  await page.reload();
  need((await page.title()).length > 0 && page.url().includes(product.link), `back leads to ${page.url()}`);
  await fill(page, { payments: open.payments, variants: choices(product).length });
  await button(page).click();
  await page.waitForURL((url) => url.pathname === '/thanks/');
  none(watched.take());
  const orders = desk(open);
  console.log(`  sent ${received.length} times, orders at the desk: ${orders.length}`);
  need(orders.length === 1, `${orders.length} orders at the desk`);
  need(site.pages.length > 0, 'no site');
}));

test('a dead line keeps the order, and it goes out once', () => at(withEndpoint, SCRIPTS, async (open) => {
  const { page, received, origin } = open;
  const product = await begin(open);
  await page.context().setOffline(true);
  await button(page).click();
  const said = page.locator('.said');
  await said.filter({ hasText: /[2-9A-Z]{3}-[2-9A-Z]{3}/ }).waitFor();
  await button(page).click();
  await page.waitForTimeout(200);
  need(received.length === 0, 'an order went through a dead line');
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('posra.waiting') ?? '[]'));
  need(kept.length === 1, `${kept.length} orders wait`);
  need((await orderForm(page).field('name').inputValue()) !== '', 'the form is empty');
  // The buyer closes the page and comes back another time, and then once more.
  const later = await page.context().newPage();
  await page.close();
  await later.context().setOffline(false);
  await later.goto(origin + product.link);
  await later.waitForFunction(() => localStorage.getItem('posra.waiting') === null);
  await later.goto(`${origin}/`);
  await later.waitForLoadState('networkidle');
  const orders = desk(open);
  console.log(`  sent ${received.length} times after the line came back, orders at the desk: ${orders.length}`);
  need(received.length === 1 && orders.length === 1, `${received.length} arrived, ${orders.length} at the desk`);
  const urls = await later.evaluate(() => [location.href, ...[...document.links].map((link) => link.href)]);
  need(!urls.some((url) => /1712|%E0%A7%A7%E0%A7%AD/.test(url)), 'a phone number stands in an address');
}));

test('the sum and the day are those of the desk', () => at(withEndpoint, SCRIPTS, async (open) => {
  const { page, origin, site, received, payments } = open;
  const seen = [];
  for (const language of ['bn', 'en']) {
    const products = site.pages.filter((one) => orderable(site, one) && one.language === language).slice(0, 4);
    for (const product of products) {
      await page.goto(origin + product.link);
      await fill(page, { payments, variants: choices(product).length });
      const sum = await page.locator('.sum').filter({ hasText: /\p{Nd}/u }).textContent();
      await button(page).click();
      await page.waitForURL((url) => url.pathname.endsWith('/thanks/'));
      const [one] = desk({ ...open, received: received.slice(-1) });
      const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(one.due));
      seen.push({ language, sum, total: one.total, day });
    }
  }
  const latin = (text) => text.replace(/[০-৯]/g, (digit) => digit.charCodeAt(0) - 0x9e6).replace(/,/g, '');
  const wrong = seen.filter(({ sum, total, day }) => !latin(sum).includes(total.replace(/\.00$/, '')) || !sum.includes(day));
  console.log(`  sums and days compared: ${seen.length}`);
  none(wrong.map(({ language, sum, total, day }) => `${language}: the page says ${sum}, the desk ${total} by ${day}`));
}));

for (const language of ['bn', 'en']) {
  test(`what is missing is said at the field and above the button, in ${language}; axe finds nothing`, () => at(withEndpoint, SCRIPTS, async ({ page, origin, site }) => {
    const product = site.pages.find((one) => orderable(site, one) && one.language === language);
    await page.goto(origin + product.link);
    await orderForm(page).field('name').fill('রহিমা');
    await orderForm(page).field('mobile').fill('12');
    await button(page).click();
    await page.locator('.said').filter({ hasText: /:/ }).waitFor();
    const faults = await page.locator('.fault').allTextContents();
    need(faults.length === 4, `faults: ${faults.join(' | ')}`);
    const bengali = faults.every((one) => /[ঀ-৿]/.test(one));
    need(bengali === (language === 'bn'), `${language}: ${faults.join(' | ')}`);
    need((await orderForm(page).field('name').inputValue()) === 'রহিমা', 'what was typed is gone');
    need((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === 'mobile', 'the first fault is not in focus');
    none(await violations(page));
  }));
}

test('a browser that refuses to keep anything orders all the same', () => at(withNetlify, SCRIPTS, async (here) => {
  await here.page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('forbidden', 'SecurityError'); } });
    }
  });
  none(await order({ ...here, extra: scripted(here) }, choosable(here.site)));
}));
