// A buyer puts several goods aside and orders them together; orders the same again; asks to give something back.

import { spawnSync } from 'node:child_process';

import { at, orderable } from '../buyer.mjs';
import { violations } from '../checks/axe.mjs';
import { BUYER, expected, fill, length, orderFaults, orderForm, send } from '../checks/order.mjs';
import { desk, scripted } from '../desk.mjs';
import { need, none } from '../faults.mjs';
import { SERVICES, changed, withEndpoint, withNetlify } from '../services.mjs';
import { POSRA } from '../shop.mjs';
import { choices } from '../site.mjs';
import { test } from '../test.mjs';

const SCRIPTS = { javaScriptEnabled: true };
const ONE_ZONE = { 'content/products/gamcha/index.md': (text) => text.replace(/\n\+\+\+\n/, '\n[delivery]\nonly_zones = ["dhaka"]\n+++\n') };

/** Two products in a language: one with a choice, one without when there is one. */
function two(site, language) {
  const all = site.pages.filter((page) => orderable(site, page) && page.language === language);
  const first = all.find((page) => choices(page).length > 1);
  const second = all.find((page) => page !== first && choices(page).length < 2) ?? all.find((page) => page !== first);
  return [first, second];
}

const link = (site, kind, language) => site.pages.find((page) => page.kind === kind && page.language === language).link;

/** Puts the goods of these pages aside; gives their SKUs. */
async function put({ page, origin }, products) {
  const skus = [];
  for (const product of products) {
    await page.goto(origin + product.link);
    const { form } = orderForm(page);
    skus.push(await form.evaluate((one) => new FormData(one).get('variant')));
    await form.locator('.submit button[type=button]').click();
    await page.locator('.aside a').waitFor();
  }
  return skus;
}

/** Opens the basket and waits until its goods have been looked up. */
async function open({ page, origin, site }, language = 'bn', hash = '') {
  await page.goto(origin + link(site, 'basket', language) + hash);
  await page.waitForLoadState('networkidle');
}

/** Fills in the form of the basket. */
async function fillBasket(page) {
  const { field } = orderForm(page);
  for (const [name, value] of Object.entries(BUYER)) await field(name).fill(value);
  await field('zone').selectOption({ index: 2 });
  await field('consent').check();
  await page.locator('.sum').filter({ hasText: /\p{Nd}/u }).waitFor();
}

for (const [name, start] of Object.entries(SERVICES)) {
  test(`a basket of two goods is one order through ${name}`, () => at(start, SCRIPTS, async (here) => {
    const { page, site, received, watched, onTheWay, payments } = here;
    const skus = await put(here, two(site, 'bn'));
    await open(here);
    await page.locator('.line .short').first().fill('2');
    await page.locator('.line .short').first().blur();
    await fillBasket(page);
    const items = `${skus[0]}*2 ${skus[1]}*1`;
    const zone = await orderForm(page).field('zone').inputValue();
    const total = await page.locator('.sum strong').textContent();
    none(await send(page, site, 'bn', watched, onTheWay));
    const own = { kind: 'basket', items, title: /× .*; .*× /, zone, ...(payments > 1 ? { payment: /./ } : {}) };
    const form = 'form-name' in here.extra ? { 'form-name': /-basket$/ } : {};
    const wanted = expected({ language: 'bn' }, own, { ...scripted(here), ...form }).filter(([field]) => !['product', 'variant', 'quantity'].includes(field));
    none(orderFaults(wanted, received.at(-1)));
    const [one] = desk(here);
    need(one.lines.map((line) => `${line.sku}*${line.quantity}`).join(' ') === items, `the desk reads ${JSON.stringify(one.lines)}`);
    const latin = total.replace(/[০-৯]/g, (digit) => digit.charCodeAt(0) - 0x9e6).replace(/[^\d.]/g, '');
    need(Number(latin) === Number(one.total), `the page says ${total}, the desk ${one.total}`);
    need(one.verdict !== 'stop', JSON.stringify(one.findings));
    // The basket is empty now, and the page of thanks leads to the same order again.
    await page.locator('.again a').waitFor();
    need((await page.evaluate(() => localStorage.getItem('posra.basket'))) === null, 'the basket is still full');
    await page.locator('.again a').click();
    await page.waitForLoadState('networkidle');
    need((await orderForm(page).field('items').inputValue()) === items, 'the same order again is another one');
    need(!/%E0%A7%A7|1712/.test(page.url()), 'a number in the address');
  }));
}

test('a basket keeps its goods over languages, takes no more than there are, and lets them go', () => at(withEndpoint, SCRIPTS, async (here) => {
  const { page, site } = here;
  const products = two(site, 'bn');
  const [first, second] = await put(here, products);
  await open(here, 'en');
  const { field } = orderForm(page);
  need(!/[\u0980-\u09f2]/.test(await page.locator('.lines').innerText()), 'Bengali names in the English basket');
  await page.locator('.line .short').first().fill('100000');
  await page.locator('.line .short').first().blur();
  const most = Number(await page.locator('.line .short').first().getAttribute('max'));
  need((await field('items').inputValue()).startsWith(`${first}*${most} `), await field('items').inputValue());
  none(await violations(page));
  await page.locator('.line-remove').first().click();
  need((await field('items').inputValue()) === `${second}*1`, 'what was taken out is still ordered');
  // A page that is no longer there sells nothing.
  const gone = site.pages.find((one) => one.language === 'en' && one.kind === 'product' && one.link.endsWith(products[1].link));
  await page.route(`**${gone.link}`, (route) => route.fulfill({ status: 503, body: '' }));
  await page.reload();
  await page.waitForLoadState('networkidle');
  need((await field('items').inputValue()) === `${second}*1`, 'a fault of the host takes goods out');
  await page.route(`**${gone.link}`, (route) => route.fulfill({ status: 404, body: '' }));
  await page.reload();
  await page.locator('.line').first().waitFor();
  await page.locator('#order').waitFor({ state: 'hidden' });
  need((await field('items').inputValue()) === '', 'goods without a page are ordered');
  await page.locator('.line-remove').click();
  need(await page.locator('[data-basket-empty]').isVisible(), 'an empty basket does not say so');
  none(await violations(page));
}));

for (const language of ['bn', 'en']) {
  test(`the forms of the basket and of returns are short, and tell what is missing, in ${language}`, () => at(withEndpoint, SCRIPTS, async (here) => {
    const { page, site, origin } = here;
    await put(here, two(site, language));
    for (const place of [link(site, 'basket', language), site.pages.find((one) => one.kind === 'policy' && one.form && one.language === language).link]) {
      await page.goto(origin + place);
      await page.waitForLoadState('networkidle');
      const { fields, stops } = await length(page);
      console.log(`  ${place}: fields ${fields}, presses of Tab ${stops}`);
      need(fields <= 6 && stops <= 12, `${place}: ${fields} fields, ${stops} stops`);
      await orderForm(page).form.locator('button').first().click();
      await page.locator('.said').filter({ hasText: /:/ }).waitFor();
      const faults = await page.locator('.fault').allTextContents();
      need(faults.length >= 3 && faults.every((one) => /[\u0980-\u09f2]/.test(one) === (language === 'bn')), faults.join(' | '));
      none(await violations(page));
    }
  }));
}

test('what is changed while the pages are looked up stays, here and in another tab', () => at(withEndpoint, SCRIPTS, async (here) => {
  const { page, origin, site } = here;
  const products = two(site, 'bn');
  const [first, second] = await put(here, products);
  await page.route(`**${products[1].link}`, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto(origin + link(site, 'basket', 'bn'));
  await page.locator('.line .short').first().fill('3');
  await page.locator('.line .short').first().blur();
  await page.locator('.line-remove').nth(1).click();
  need((await page.evaluate(() => document.activeElement?.className)) === 'line-remove', 'the focus is lost');
  await page.waitForTimeout(2000);
  const { field } = orderForm(page);
  need((await field('items').inputValue()) === `${first}*3`, await field('items').inputValue());
  const other = { ...here, page: await page.context().newPage() };
  await put(other, [products[1]]);
  await page.waitForFunction((sku) => document.querySelector('[name=items]').value.includes(sku), second);
  need((await page.locator('.basket-way').count()) === 1, 'the header counts twice');
  // What is put aside after an order is not the order's: going back to the thanks leaves it.
  await fillBasket(page);
  none(await send(page, site, 'bn', here.watched));
  await page.locator('[data-reference]').filter({ hasText: /[2-9A-Z]{3}-[2-9A-Z]{3}/ }).waitFor();
  await put(other, [products[0]]);
  await page.reload();
  await page.locator('[data-reference]').filter({ hasText: /[2-9A-Z]{3}-[2-9A-Z]{3}/ }).waitFor();
  need((await page.evaluate(() => JSON.parse(localStorage.getItem('posra.basket')).length)) === 1, 'the thanks emptied a new bag');
}));

test('an empty basket fetches nothing, and fills when something is put into it elsewhere', () => at(withEndpoint, SCRIPTS, async (here) => {
  const { page, origin, site } = here;
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(origin + link(site, 'basket', 'bn'), { waitUntil: 'networkidle' });
  need(asked.filter((name) => name.endsWith('.js')).length === 1, asked.join(' '));
  need(await page.locator('[data-basket-empty]').isVisible(), 'an empty basket does not say so');
  const other = { ...here, page: await page.context().newPage() };
  const [sku] = await put(other, two(site, 'bn').slice(0, 1));
  await page.locator('.line').waitFor();
  need(!(await page.locator('[data-basket-empty]').isVisible()), 'a basket with goods is said to be empty');
  need((await orderForm(page).field('items').inputValue()) === `${sku}*1`, 'the goods do not stand in the form');
}));

test('goods that go to one place alone keep the others from being sent elsewhere', () => at(changed(withEndpoint, ONE_ZONE), SCRIPTS, async (here) => {
  const { page, site } = here;
  await put(here, ['/clay-cups/', '/gamcha/'].map((end) => site.pages.find((one) => one.language === 'bn' && one.link.endsWith(`/products${end}`))));
  await open(here);
  const offered = await orderForm(page).field('zone').locator('option:not(:disabled)').evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
  need(offered.join() === 'dhaka', `offered: ${offered}`);
}));

test('two requests to give something back are two', () => at(withEndpoint, SCRIPTS, async (here) => {
  const { page, origin, site, received } = here;
  const policy = site.pages.find((one) => one.kind === 'policy' && one.form && one.language === 'bn');
  for (const note of ['একটি কাপ ভাঙা', 'রং অন্য']) {
    await page.goto(origin + policy.link);
    for (const [one, value] of Object.entries({ name: BUYER.name, mobile: BUYER.mobile, note })) await orderForm(page).field(one).fill(value);
    await orderForm(page).form.locator('button').first().click();
    await page.waitForURL((url) => url.pathname.includes('/thanks/'));
    need((await page.locator('.again').count()) === 0 && !/ডেলিভারি|কুরিয়ার/.test(await page.locator('main').innerText()), 'a return is thanked as an order');
  }
  need(received.length === 2 && desk(here).length === 2, `${received.length} arrived, ${desk(here).length} at the desk`);
}));

test('a link into the basket names goods of this shop alone', () => at(withEndpoint, SCRIPTS, async (here) => {
  const { page, watched } = here;
  await open(here, 'bn', `#${new URLSearchParams([['X*2', 'https://other.example/'], ['PAY-HERE*1', '/x/..//other.example/pay'], ['<img src=x>*2', '/'], ['NONE*-4', '/products/'], ['', '']])}`);
  need((await orderForm(page).field('items').inputValue()) === '', 'something is ordered');
  need((await page.locator('.lines img[src=x]').count()) === 0, 'a name became markup');
  need(!(await page.locator('main').innerText()).includes('PAY-HERE'), 'a stranger writes on the page');
  const [fault, ...others] = watched.take().filter((one) => !/404/.test(one));
  need(!fault && others.length === 0, `${fault}`);
}));

test('a basket on a dead line waits whole, and goes out once', () => at(withEndpoint, SCRIPTS, async (here) => {
  const { page, site, received, origin } = here;
  const skus = await put(here, two(site, 'bn'));
  await open(here);
  await fillBasket(page);
  await page.context().setOffline(true);
  await orderForm(page).form.locator('button').first().click();
  await page.locator('.said').filter({ hasText: /[2-9A-Z]{3}-[2-9A-Z]{3}/ }).waitFor();
  need((await page.evaluate(() => localStorage.getItem('posra.basket'))) === null, 'the basket would be ordered twice');
  const later = await page.context().newPage();
  await page.close();
  await later.context().setOffline(false);
  await later.goto(`${origin}/`);
  await later.waitForFunction(() => localStorage.getItem('posra.waiting') === null);
  const orders = desk(here);
  need(received.length === 1 && orders.length === 1, `${received.length} arrived, ${orders.length} at the desk`);
  need(orders[0].lines.map((line) => line.sku).join() === skus.join(), JSON.stringify(orders[0].lines));
}));

test('without script the basket says where to order', () => at(withNetlify, {}, async (here) => {
  const { page, origin, site } = here;
  for (const language of ['bn', 'en']) {
    await page.goto(origin + link(site, 'basket', language));
    need(await page.locator('[data-basket-empty]').isVisible(), 'nothing is said');
    need(!(await page.locator('form.order-form').isVisible()), 'there is a form for nothing');
  }
}));

for (const [name, start] of Object.entries(SERVICES)) {
  test(`a request to give something back arrives through ${name}, without scripts`, () => at(start, {}, async (here) => {
    const { page, origin, site, received, watched, onTheWay, extra } = here;
    const policy = site.pages.find((one) => one.kind === 'policy' && one.form && one.language === 'bn');
    await page.goto(origin + policy.link);
    const { field } = orderForm(page);
    const { name: who, mobile, note } = BUYER;
    for (const [one, value] of Object.entries({ name: who, mobile, note, about: 'abc-234' })) await field(one).fill(value);
    none(await send(page, site, 'bn', watched, onTheWay));
    const form = 'form-name' in extra ? { 'form-name': /-return$/ } : {};
    const asked = Object.fromEntries(['_next', 'redirect', 'return'].filter((one) => one in extra).map((one) => [one, /\/thanks\/asked\/$/]));
    const wanted = expected({ language: 'bn' }, { kind: 'return', title: /./, about: 'abc-234' }, { ...extra, ...form, ...asked });
    none(orderFaults(wanted.filter(([one]) => !['product', 'variant', 'quantity', 'address', 'zone', 'consent'].includes(one)), received.at(-1)));
    const [one] = desk(here);
    need(one.kind === 'return' && one.about === 'abc-234' && one.verdict === 'good', JSON.stringify(one));
  }));
}

test('a basket carries the signed prices of all its pages, and a changed one is seen', async () => {
  const { stdout } = spawnSync(POSRA, ['orders', 'key'], { encoding: 'utf8' });
  const [publicKey, privateKey] = stdout.match(/^ {2}\S{43}$/gm).map((key) => key.trim());
  const signed = changed(withEndpoint, { 'posra.toml': (text) => `${text}\n[orders.tickets]\nkeys = ["${publicKey}"]\n` });
  process.env.POSRA_ORDER_KEY = privateKey;
  try {
    await at(signed, SCRIPTS, async (here) => {
      const { page, site, received, watched } = here;
      const order = async () => {
        await fillBasket(page);
        none(await send(page, site, 'bn', watched));
        return desk({ ...here, received: received.slice(-1) })[0];
      };
      await put(here, two(site, 'bn'));
      await open(here);
      const good = await order();
      const ticket = received.at(-1).fields.find(([name]) => name === 'ticket')[1];
      need(ticket.split(' ').length === 2 && !good.findings.some((one) => one.name.startsWith('ticket')), JSON.stringify(good.findings));
      await put(here, two(site, 'bn'));
      await open(here);
      await orderForm(page).field('ticket').evaluate((one) => (one.value = one.value.replace(/=(\d)/, (_, digit) => `=${(Number(digit) % 9) + 1}`)));
      const altered = await order();
      need(altered.findings.some((one) => one.name === 'ticket-altered'), JSON.stringify(altered.findings));
    });
  } finally {
    delete process.env.POSRA_ORDER_KEY;
  }
});

test('going back to a page that the browser kept whole, the buyer can order again', () => at(withEndpoint, { ...SCRIPTS, keepsPages: true }, async (here) => {
  const { page, site, received, origin } = here;
  const [product] = two(site, 'bn');
  await page.goto(origin + product.link);
  await fill(page, { payments: here.payments, variants: choices(product).length });
  const again = () => Promise.all([page.waitForURL((url) => url.pathname.endsWith('/thanks/')), orderForm(page).form.locator('button').first().click()]);
  await page.evaluate(() => addEventListener('pageshow', (event) => (document.documentElement.dataset.kept = String(event.persisted))));
  await again();
  await page.goBack({ waitUntil: 'commit', timeout: 5000 }).catch(() => {});
  await page.waitForFunction(() => document.documentElement.dataset.kept);
  need((await page.evaluate(() => document.documentElement.dataset.kept)) === 'true', 'the browser did not keep the page');
  await orderForm(page).field('quantity').fill('3');
  await again();
  need(received.length === 2 && desk(here).length === 2, `${received.length} arrived`);
}));

test('what is being pressed stays under the finger while the sum appears', () => at(changed(withNetlify), SCRIPTS, async (here) => {
  const { page, site, origin } = here;
  await page.goto(origin + two(site, 'bn')[0].link);
  const button = orderForm(page).form.locator('.submit button[type=button]');
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await button.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.waitForLoadState('networkidle');
  await page.mouse.up();
  await page.locator('.aside a').waitFor();
  await page.locator('.sum strong').waitFor();
}));
