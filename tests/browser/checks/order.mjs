// A buyer orders: fills the form as people do, and what must arrive of it.

/** Fields that every service gets, as `docs/` says. `payment` only when there is a choice. */
export const FIELDS = ['kind', 'number', 'id', 'product', 'title', 'variant', 'quantity', 'name', 'mobile', 'address', 'zone', 'note', 'consent', 'language'];

/** What the buyer types, besides a number of pieces. */
export const BUYER = {
  name: 'রহিমা খাতুন',
  mobile: '০১৭১২-৩৪৫৬৭৮',
  address: 'বাড়ি ১২, সড়ক ৫, ব্লক ক\nমিরপুর ১০, ঢাকা & "পাশের গলি"',
  note: 'বিকেল ৫টার পরে ফোন করবেন + ধন্যবাদ',
};

/** The order form, and its fields by name. */
export function orderForm(page) {
  const form = page.locator('form:has([name="kind"])');
  return { form, field: (name) => form.locator(`[name="${name}"]`) };
}

/** Fills the form: another variant and zone than the first, and a way to pay when there are several. Gives what was chosen. */
export async function fill(page, { payments, variants }) {
  const { field } = orderForm(page);
  const chosen = { variant: variants > 1 ? await choose(field('variant')) : await field('variant').inputValue() };
  chosen.quantity = await field('quantity').evaluate((one) => String(Number(one.min || 1) + Number(one.step || 1)));
  const place = (await field('district').count()) > 0 ? 'district' : 'zone';
  chosen[place] = await chooseIfMany(field(place));
  if (payments > 1) chosen.payment = await choose(field('payment'));
  for (const [name, value] of Object.entries({ ...BUYER, quantity: chosen.quantity })) await enter(field(name), value);
  await field('consent').check();
  return chosen;
}

/** How long a form is: fields to type or choose in, and presses of Tab from the first one to the button. */
export async function length(page) {
  const { form } = orderForm(page);
  const fields = await form.locator('input:is([type=text], [type=tel], [type=number], [type=email]), select, textarea').evaluateAll(
    (all) => all.filter((one) => one.tabIndex >= 0 && one.checkVisibility()).length,
  );
  await form.evaluate((one) => one.querySelector('input:not([type=hidden]):not([tabindex])').focus());
  let stops = 0;
  for (; stops < 40; stops += 1) {
    if (await page.evaluate(() => document.activeElement?.matches('form.order-form button'))) break;
    await page.keyboard.press('Tab');
  }
  return { fields, stops };
}

async function enter(field, value) {
  const tag = await field.evaluate((one) => one.tagName);
  if (tag === 'SELECT') await field.selectOption(value);
  else await field.fill(value);
}

/** The value of a field that leaves no choice, else something that is not chosen already. */
async function chooseIfMany(field) {
  const alone = (await field.first().getAttribute('type')) === 'hidden';
  return alone ? field.first().inputValue() : choose(field);
}

/** Chooses something that is not chosen already; gives its value. */
async function choose(field) {
  if ((await field.first().evaluate((one) => one.tagName)) === 'SELECT') {
    const value = await field.evaluate((one) => [...one.options].findLast((option) => !option.selected && !option.disabled && option.value)?.value);
    if (!value) throw new Error('nothing else to choose in the list');
    await field.selectOption(value);
    return value;
  }
  const others = field.and(field.page().locator('input[type=radio]:not(:checked):not(:disabled)'));
  const radio = others.last();
  const label = await radio.evaluateHandle((one) => one.labels[0]);
  const value = await radio.inputValue();
  await label.click();
  return value;
}

/** Sends the form and waits for the page of thanks, or for what the browser says against it; `onTheWay` is done where a service stops in between. Gives the faults. */
export async function send(page, site, language, watched, onTheWay) {
  const thanks = site.pages.filter((one) => one.kind === 'thanks').map((one) => one.link);
  const reached = page.waitForURL((url) => thanks.includes(url.pathname)).then(() => true, () => false);
  const refused = page.waitForEvent('console', (message) => message.type() === 'error').then(() => false, () => false);
  await orderForm(page).form.locator('button:not([type=button]):not([type=reset]), input[type=submit]').first().click({ noWaitAfter: true });
  if (onTheWay) await onTheWay(page);
  if (!(await Promise.race([reached, refused]))) {
    const shown = (await page.locator('body').innerText()).replace(/\s+/g, ' ').slice(0, 200);
    return [`no thank-you page after the order, but ${page.url()}: ${shown}`, ...watched.take()];
  }
  const found = await page.locator('html').getAttribute('lang');
  return found === language ? watched.take() : [`the thank-you page is in ${found}, not ${language}`];
}

/** What must arrive: `[[name, value], ...]`; a value that is a pattern must fit. */
export function expected(product, chosen, extra) {
  const values = {
    product: product.sku,
    title: product.title,
    kind: 'order',
    number: '',
    id: '',
    ...BUYER,
    ...chosen,
    address: BUYER.address.replace('\n', '\r\n'),
    consent: /./,
    language: product.language,
    ...extra,
  };
  const names = new Set([...FIELDS, ...Object.keys(chosen), ...Object.keys(extra)]);
  return [...names].map((name) => [name, typeof values[name] === 'function' ? values[name](product.language) : values[name]]);
}

/** How what arrived differs from what must arrive. */
export function orderFaults(wanted, order) {
  const faults = [];
  const names = wanted.map(([name]) => name);
  for (const [name, value] of wanted) {
    const found = order.fields.filter(([one]) => one === name).map(([, one]) => one);
    const right = value instanceof RegExp ? value.test(found[0]) : found[0] === value;
    const said = value instanceof RegExp ? value : JSON.stringify(value);
    if (found.length !== 1) faults.push(`${name} arrived ${found.length} times`);
    else if (!right) faults.push(`${name} is ${JSON.stringify(found[0])}, not ${said}`);
  }
  for (const name of new Set(order.fields.map(([one]) => one))) {
    if (!names.includes(name)) faults.push(`${name} arrived, and no document names it`);
  }
  if (order.dropped?.length) faults.push(`Netlify drops what no built form declares: ${order.dropped.join(', ')}`);
  if (order.spam) faults.push('the honeypot is filled');
  return faults;
}
