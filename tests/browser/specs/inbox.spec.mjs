// A shopkeeper tries the shop out: orders in the preview, with and without scripts, and sees the order in the inbox.

import { orderable } from '../buyer.mjs';
import { violations } from '../checks/axe.mjs';
import { fill, orderForm } from '../checks/order.mjs';
import { watch } from '../checks/watch.mjs';
import { need, none } from '../faults.mjs';
import { holding, preview } from '../preview.mjs';
import { listen } from '../server.mjs';
import { payments, withOrders } from '../shop.mjs';
import { choices } from '../site.mjs';
import { test } from '../test.mjs';

const PHONE = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
const SETTINGS = {
  netlify: { service: 'netlify' },
  formspree: { service: 'formspree', form: 'abc' },
  web3forms: { service: 'web3forms', form: '0f0f0f0f-1111' },
  basin: { service: 'basin', form: 'abc' },
  'apps-script': { service: 'apps-script', form: 'abc' },
  endpoint: { service: 'endpoint', endpoint: 'https://orders.example/new' },
};

/** A preview of the shop with these `[orders]`, for `act`. */
async function trying(orders, act) {
  let settings;
  const open = await preview((text) => (settings = withOrders(text, orders)));
  try {
    const product = open.site.pages.find((page) => orderable(open.site, page) && page.language === 'bn' && choices(page).length > 1);
    await act({ ...open, product, payments: payments(settings) });
  } finally {
    await open.close();
  }
}

/** Orders; gives the faults that the browser told. */
async function order(page, { origin, product, payments: ways }, after = async () => {}) {
  const watched = watch(page, origin);
  await page.goto(origin + product.link);
  await fill(page, { payments: ways, variants: choices(product).length });
  // One piece, of which there is one.
  await orderForm(page).field('quantity').fill('1');
  await after(orderForm(page));
  await orderForm(page).form.locator('button').first().click({ noWaitAfter: true });
  return watched;
}

async function thanked(page, watched) {
  const way = page.getByRole('link', { name: 'Back to the shop' });
  const thanks = page.waitForURL((url) => url.pathname === '/thanks/');
  await Promise.race([thanks, way.waitFor().then(() => way.click()).then(() => thanks)]);
  none(watched.take());
}

for (const [name, orders] of Object.entries(SETTINGS)) {
  test(`what is ordered in the preview stands in its inbox as through ${name}, with and without scripts`, async ({ browser }) => {
    await trying(orders, async (open) => {
      const seen = await (await browser.newContext(PHONE)).newPage();
      await seen.goto(open.origin + open.inbox);
      need((await seen.locator('article').count()) === 0, 'there are orders already');
      for (const javaScriptEnabled of [false, true]) {
        const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled })).newPage();
        const mobile = javaScriptEnabled ? '০১৮১২-৩৪৫৬৭৮' : '০১৭১২-৩৪৫৬৭৮';
        const watched = await order(page, open, ({ field }) => field('mobile').fill(mobile));
        await thanked(page, watched);
        // The page of the inbox loads itself again.
        const article = seen.locator('article').nth(0);
        await article.filter({ hasText: javaScriptEnabled ? '+8801812345678' : '+8801712345678' }).waitFor();
        need((await article.getAttribute('class')) === 'good', `the order is ${await article.innerText()}`);
        const number = await article.locator('h2 bdi').innerText();
        need(!javaScriptEnabled || /^[2-9A-Z]{3}-[2-9A-Z]{3}$/.test(number), `its number is ${number}`);
        await page.context().close();
      }
      need((await seen.locator('article').count()) === 2, 'not two orders');
      none(holding(open.folder, '১২-৩৪৫৬৭৮').map((file) => `an order is in ${file}`));
      await seen.context().close();
    });
  });
}

test('ten posts of one order and a hostile one are two orders; the button empties the inbox', async ({ browser }) => {
  await trying(SETTINGS.netlify, async (open) => {
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    const body = new Promise((resolve) => page.once('request', function hear(request) {
      if (request.method() === 'POST') resolve(request.postData());
      else page.once('request', hear);
    }));
    await thanked(page, await order(page, open));
    const fields = new URLSearchParams(await body);
    const post = (changes) => {
      const changed = new URLSearchParams(fields);
      for (const [name, value] of Object.entries(changes)) changed.set(name, value);
      return context.request.post(`${open.origin}/thanks/`, { headers: { origin: open.origin, 'content-type': 'application/x-www-form-urlencoded' }, data: changed.toString() });
    };
    for (let times = 1; times < 10; times += 1) await post({});
    await post({ mobile: '01912345678', quantity: '0', zone: 'mars', name: '<script>document.title = "owned"</script>', note: '\u0000\u202e<img src=x onerror=alert(1)>' });
    const seen = await (await browser.newContext(PHONE)).newPage();
    const watched = watch(seen, open.origin);
    await seen.goto(open.origin + open.inbox);
    const articles = await seen.locator('article').allInnerTexts();
    console.log(`  posted 11 times, orders in the inbox: ${articles.length}`);
    need(articles.length === 2 && /১০ বার এসেছে/.test(articles[1]), articles.join('\n---\n'));
    need(/mars/.test(articles[0]) && /<script>/.test(articles[0]) && (await seen.title()) !== 'owned', articles[0]);
    none(await violations(seen));
    const wide = await seen.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    need(wide <= 0, `the page is ${wide} pixels too wide`);
    await seen.getByRole('button').click();
    await seen.locator('.none').waitFor();
    none(watched.take());
    await context.close();
    await seen.context().close();
  });
});

test('the page of another site cannot order', async ({ browser }) => {
  await trying(SETTINGS.endpoint, async (open) => {
    const form = `<!doctype html><form method="post" action="${open.origin}${open.inbox}"><input name="kind" value="order"><button>Go</button></form>`;
    const other = await listen(async (request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(form));
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(other.origin);
      const answered = page.waitForResponse(`${open.origin}${open.inbox}`);
      await page.getByRole('button').click();
      const answer = await answered;
      need(answer.status() === 403, `a form of another site was answered ${answer.status()}`);
      const seen = await context.newPage();
      await seen.goto(open.origin + open.inbox);
      need((await seen.locator('article').count()) === 0, 'it was kept');
    } finally {
      await context.close();
      await other.close();
    }
  });
});
