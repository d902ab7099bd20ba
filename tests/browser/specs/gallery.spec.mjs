// The pictures of a product, and what was looked at: with scripts and without.

import { violations } from '../checks/axe.mjs';
import { watch } from '../checks/watch.mjs';
import { CALM } from '../chromium.mjs';
import { need, none } from '../faults.mjs';
import { buildCopy, rootShop } from '../shop.mjs';
import { readSite } from '../site.mjs';
import { serve } from '../server.mjs';
import { test } from '../test.mjs';

const PHONE = { ...CALM, viewport: { width: 360, height: 640 }, hasTouch: true };

/** A product of the shop with several pictures. */
const several = (site, language) => site.pages.find((one) => one.kind === 'product' && one.language === language && one.html.includes('id="p3"'));

/** Opens a page that may do nothing that the policy forbids; gives it and what it does then. */
async function open(browser, server, link, options = {}) {
  const context = await browser.newContext({ ...PHONE, ...options });
  const page = await context.newPage();
  const watched = watch(page, server.origin);
  await page.goto(server.origin + link);
  return { page, watched, close: () => context.close() };
}

/** What a number is in Bengali digits or Latin ones. */
const digits = (number, language) => new Intl.NumberFormat(language).format(number);

for (const language of ['bn', 'en']) {
  test(`a picture opens as large as the screen, and all is told in words, in ${language}`, async ({ site, server, browser }) => {
    const product = several(site, language);
    const { page, watched, close } = await open(browser, server, product.link);
    const total = await page.locator('.reel li').count();
    const links = page.locator('.reel a');
    await links.first().click();
    const zoom = page.getByRole('dialog');
    await zoom.waitFor();
    need(page.url() === server.origin + product.link, 'the page was left');
    const status = zoom.getByRole('status');
    const says = (number) => status.filter({ hasText: digits(number, language) }).waitFor();
    need((await status.textContent()).includes(digits(total, language)), 'the number of pictures is not told');
    await says(1);
    none(await violations(page));
    await page.keyboard.press('ArrowRight');
    await says(2);
    await zoom.getByRole('button').last().click();
    await says(3);
    await page.keyboard.press('ArrowLeft');
    await says(2);
    // The focus goes round inside, and past nothing of the page behind.
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab');
      need(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))), 'the focus left the dialog');
    }
    await page.keyboard.press('Escape');
    await zoom.waitFor({ state: 'detached' });
    need(await links.nth(1).evaluate((one) => one === document.activeElement), 'the focus is not at the picture that was shown last');
    await page.locator('.at').filter({ hasText: digits(2, language) }).waitFor();
    await page.keyboard.press('Enter');
    await zoom.waitFor();
    await zoom.getByRole('button').first().click();
    await zoom.waitFor({ state: 'detached' });
    none(watched.take());
    await close();
  });
}

test('the larger picture is the largest copy, as wide as the screen, and can be pinched', async ({ site, server, browser }) => {
  const { page, close } = await open(browser, server, several(site, 'bn').link);
  await page.locator('.reel a').first().click();
  const first = page.locator('.zoom img').first();
  await page.waitForFunction(() => document.querySelector('.zoom img')?.currentSrc && document.querySelector('.zoom img').complete);
  const widest = await page.evaluate(() => {
    const widths = document.querySelector('.reel source').srcset.split(', ').map((one) => one.split(' ')[0]);
    return new URL(widths.at(-1), location.href).href;
  });
  need((await first.evaluate((one) => one.currentSrc)) === widest, 'another copy is shown');
  const [zoomed, screen] = await Promise.all([first.boundingBox(), page.viewportSize()]);
  need(zoomed.width === screen.width, `it is ${zoomed.width} px wide of ${screen.width}`);
  need(await page.evaluate(() => ['auto', 'manipulation'].includes(getComputedStyle(document.querySelector('.zoom img')).touchAction)), 'pinching is blocked');
  await close();
});

test('while pictures are swiped, which of how many is shown, and its thumbnail is marked', async ({ site, server, browser }) => {
  const product = several(site, 'bn');
  const { page, watched, close } = await open(browser, server, product.link);
  const status = page.locator('.gallery [role=status]');
  need((await page.locator('.at').count()) === 0, 'it is counted before anybody touches it');
  await page.locator('.reel').hover();
  await status.filter({ hasText: /১.*৩/ }).waitFor();
  const marked = () => page.locator('.thumbs a').evaluateAll((all) => all.findIndex((one) => one.getAttribute('aria-current')));
  need((await marked()) === 0, 'the first thumbnail is not marked');
  // Once, when the row has come to rest, and not on the way.
  await page.evaluate(() => {
    globalThis.said = [];
    new MutationObserver(() => globalThis.said.push(document.querySelector('.at').textContent)).observe(document.querySelector('.at'), { childList: true });
  });
  await page.locator('.reel').evaluate((reel) => reel.scrollTo({ left: reel.scrollWidth, behavior: 'instant' }));
  await status.filter({ hasText: /৩.*৩/ }).waitFor();
  need((await marked()) === 2, 'the last thumbnail is not marked');
  await page.locator('.thumbs a').nth(1).click();
  await status.filter({ hasText: /২.*৩/ }).waitFor();
  need((await page.evaluate(() => globalThis.said.length)) === 2, 'it says more than where it came to rest');
  need(page.url() === server.origin + product.link, 'the address changed');
  none([...(await violations(page)), ...watched.take()]);
  await close();
});

test('whoever swipes the pictures and goes on down the page stays there', async ({ site, server, browser }) => {
  const { page, close } = await open(browser, server, several(site, 'bn').link);
  await page.locator('.reel').hover();
  await page.locator('.gallery [role=status]').filter({ hasText: /১.*৩/ }).waitFor();
  await page.locator('.reel').evaluate((reel) => {
    reel.scrollTo({ left: reel.scrollWidth, behavior: 'instant' });
    document.querySelector('.order-form').scrollIntoView();
  });
  const at = await page.evaluate(() => scrollY);
  await page.locator('.gallery [role=status]').filter({ hasText: /৩.*৩/ }).waitFor();
  need(at > 500 && Math.abs((await page.evaluate(() => scrollY)) - at) < 2, 'the page went back to the pictures');
  await close();
});

test('without script pictures are swiped, thumbnails lead to them, and a link opens the whole one', async ({ site, server, browser }) => {
  const { page, close } = await open(browser, server, several(site, 'bn').link, { javaScriptEnabled: false });
  need((await page.locator('.at, dialog').count()) === 0, 'something waits for a script');
  await page.locator('.thumbs a').nth(2).click();
  need(page.url().endsWith('#p3'), page.url());
  const href = await page.locator('.reel a').nth(2).getAttribute('href');
  await page.locator('.reel a').nth(2).click();
  need(page.url() === server.origin + href, page.url());
  await close();
});

test('where the script of the larger pictures does not come, the picture opens by itself', async ({ site, server, browser }) => {
  const { page, close } = await open(browser, server, several(site, 'bn').link);
  await page.route(/zoom\./, (route) => route.abort());
  const href = await page.locator('.reel a').first().getAttribute('href');
  await page.locator('.reel a').first().click();
  await page.waitForURL(server.origin + href);
  await close();
});

test('thirty pictures leave name, price and order on the first screen, and a link leads past them', async ({ browser }) => {
  const name = 'content/products/gamcha/index.md';
  const shop = buildCopy((settings) => settings, {}, {
    [name]: (text) => {
      const [first] = /\[\[pictures\]\]\n(?:.+\n)+/.exec(text);
      return text.replace(first, `${first}\n`.repeat(28));
    },
  });
  const server = await serve(shop.out);
  try {
    const product = readSite(shop.out, shop.address).pages.find((one) => one.link === '/products/gamcha/');
    const { page, close } = await open(browser, server, product.link);
    need((await page.locator('.reel li').count()) === 30, 'not thirty');
    const { y, height } = await page.locator('.facts .price').boundingBox();
    need(y + height < 640, `the price ends at ${y + height} px`);
    await page.locator('.thumbs a').nth(0).focus();
    const skip = page.locator('.gallery > a[href="#facts"]');
    await skip.focus();
    need((await skip.boundingBox()).height > 10, 'the link past the pictures cannot be seen');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    need(await page.evaluate(() => Boolean(document.activeElement.closest('.facts, .details'))), 'the focus is still at the pictures');
    none(await violations(page));
    await close();
  } finally {
    await server.close();
    shop.remove();
  }
});

test('what was looked at is offered again without a price, and can be forgotten', async ({ site, server, browser }) => {
  const products = site.pages.filter((one) => one.kind === 'product' && one.language === 'bn' && /^\/products\/[^/]+\/$/.test(one.link)).slice(0, 11);
  const { page, watched, close } = await open(browser, server, products[0].link);
  const looked = page.locator('.seen');
  const remembered = () => page.evaluate(() => JSON.parse(localStorage.getItem('posra.seen') ?? '[]').map((one) => one.link));
  const until = async (link) => {
    await page.evaluate(() => scrollTo(0, 100));
    await page.waitForFunction((link) => JSON.parse(localStorage.getItem('posra.seen') ?? '[]')[0]?.link === link, link);
  };
  await until(products[0].link);
  need((await looked.count()) === 0, 'the first product has something before it');
  for (const { link } of products.slice(1)) {
    await page.goto(server.origin + link);
    await until(link);
  }
  await looked.waitFor();
  const shown = await looked.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const wanted = products.slice(2, 10).map(({ link }) => link).reverse();
  need(JSON.stringify(shown) === JSON.stringify(wanted), `${shown}`);
  need((await remembered()).length === 9, 'more is remembered than is shown');
  need((await looked.locator('data, .price').count()) === 0, 'a price may be of another day');
  none([...(await violations(page)), ...watched.take()]);
  // The same product in the other language, or another variant of it, is the same.
  const other = site.pages.find((one) => one.language === 'en' && one.link === `/en${products[10].link}`);
  await page.goto(server.origin + other.link);
  await until(other.link);
  await looked.waitFor();
  need(!(await looked.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).includes(products[10].link), 'the product itself is offered');
  need((await looked.locator('span[lang=bn]').count()) === 8, 'their language is not told');
  await looked.getByRole('button').click();
  need((await remembered()).length === 0, 'it is still remembered');
  need(await looked.locator('p').evaluate((one) => one === document.activeElement), 'the focus is lost');
  await close();
});

test('without script nothing is remembered and nothing is missing', async ({ site, server, browser }) => {
  const { page, close } = await open(browser, server, several(site, 'bn').link, { javaScriptEnabled: false });
  need((await page.locator('.seen').count()) === 0, 'a list without script');
  await close();
});
