// The order form in the buyer's browser: the sum while choosing, one order however often it is sent,
// and an order that waits when the line is dead. Loaded at the first touch of a form; everything works without it.
// @ts-check

/** Goods that are put aside: what they are, where, and what their page said of them when it was last seen. @typedef {{ sku: string, quantity: number, page: string, title: string, choice: string, goods: string, zones: ?string, ticket: string, picture: string, least: number, most: number, step: number }} Line */
/** An order that is under way. @typedef {{ id: string, number: string, key: string, action: string, body: string, at: number }} Waiting */
/** What a shop tells its script. @typedef {{ words: Record<string, string>, money: string, zones: ?string, basket: string, timeZone: string, cutoff: ?string, closed: number[], holidays: string[], thanks: string, fetch: boolean, leads: boolean }} Facts */

const WAITING = 'posra.waiting';
const SENT = 'posra.sent';
const BASKET = 'posra.basket';
const AGAIN = 'posra.again';
const WEEK = 6048e5;
/** After so long the same goods are another order: the desk thinks so too. */
const WINDOW = 6e5;
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const language = document.documentElement.lang;

/** @type {Promise<Facts> | undefined} */
let facts;

/** What the shop says in this language, fetched once. */
export function told() {
  facts ??= fetch(new URL(`../orders/${language}.json`, import.meta.url)).then((answer) => answer.json());
  facts.catch(() => (facts = undefined));
  return facts;
}

/** Storage that may be forbidden, and what it holds may be of another time. @param {Storage} storage @param {string} key @param {unknown} [value] */
function kept(storage, key, value) {
  try {
    if (value === null) storage.removeItem(key);
    else if (value !== undefined) storage.setItem(key, JSON.stringify(value));
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Digits of any script as Latin ones. @param {string} text */
function latin(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}

/** An amount in minor units as the shop writes it, seen from how it writes 1234567.89. @param {number} minor @param {string} sample */
export function money(minor, sample) {
  const parts = sample.match(/\p{Nd}+|[^\p{Nd}]+/gu) ?? [];
  const first = parts.findIndex((part) => /\p{Nd}/u.test(part));
  const last = parts.length - 1 - [...parts].reverse().findIndex((part) => /\p{Nd}/u.test(part));
  const number = parts.slice(first, last + 1);
  const zero = (number[0].codePointAt(0) ?? 49) - 1;
  const groups = latin(number.join('')).replace(/\D+/g, '').length > 7 ? number.slice(0, -2) : number;
  const decimals = groups === number ? 0 : [...number[number.length - 1]].length;
  const mark = groups.length > 1 ? groups[1] : '';
  const size = groups.length > 3 ? [...groups[groups.length - 3]].length : 3;
  const [whole, rest] = (minor / 10 ** decimals).toFixed(decimals).split('.');
  let head = whole.slice(0, -3);
  let out = whole.slice(-3);
  while (mark && head) {
    out = head.slice(-size) + mark + out;
    head = head.slice(0, -size);
  }
  const text = (mark ? out : whole) + (rest && Number(rest) ? number[number.length - 2] + rest : '');
  const digits = text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  return parts.slice(0, first).join('') + digits + parts.slice(last + 1).join('');
}

/** `a=1/5:2,b=3` as pairs. @param {string} text @returns {Map<string, string>} */
export function pairs(text) {
  return new Map(text.split(',').map((one) => /** @type {[string, string]} */ (one.split('='))));
}

/** SKUs and numbers that a form asks for: of its product, or of the basket. @param {FormData} data @returns {string[][]} */
function wanted(data) {
  const items = String(data.get('items') ?? '');
  if (items) return items.split(' ').map((item) => item.split('*'));
  return [[String(data.get('variant')), latin(String(data.get('quantity') ?? '1'))]];
}

/** The zone that is chosen, or that the chosen district is in. @param {HTMLFormElement} form @param {FormData} data */
function zoneOf(form, data) {
  const list = form.elements.namedItem('district');
  const group = list instanceof HTMLSelectElement ? list.selectedOptions[0]?.closest('optgroup') : null;
  return String(data.get('zone') ?? group?.dataset.zone);
}

/** What some pieces cost together, in minor units. @param {string} price `45000/6:40000` @param {number} quantity */
export function worth(price, quantity) {
  const [first, ...tiers] = price.split('/');
  if (!first || !Number.isInteger(quantity) || quantity < 1) return NaN;
  let unit = Number(first);
  for (const tier of tiers) {
    const [from, lower] = tier.split(':').map(Number);
    if (quantity >= from) unit = lower;
  }
  return unit * quantity;
}

/** What an order costs, in minor units. Goods that are delivered otherwise have tables of their own, by `;`: the dearest and the slowest hold for all. @param {HTMLFormElement} form @param {Facts} shop */
export function reckon(form, shop) {
  const data = new FormData(form);
  const prices = pairs(form.dataset.goods ?? '');
  const goods = wanted(data).reduce((sum, [sku, number]) => sum + worth(prices.get(sku) ?? '', Number(number)), 0);
  if (!goods) return null;
  const sum = { goods, charge: 0, days: 0 };
  const zone = zoneOf(form, data);
  for (const table of (form.dataset.zones || shop.zones || '').split(';')) {
    const terms = /^(\d+)(?:\/(\d+))?\+(\d+)$/.exec(pairs(table).get(zone) ?? '');
    if (!terms) return { goods, charge: null, days: null };
    const [, charge, free, days] = terms;
    sum.charge = Math.max(sum.charge, free && goods >= Number(free) ? 0 : Number(charge));
    sum.days = Math.max(sum.days, Number(days));
  }
  return sum;
}

/** The day on which something is there that takes `days` days of work, ordered at `now`: as the shop's own desk counts. @param {number} days @param {Facts} shop @param {Date} now */
export function due(days, shop, now) {
  const here = new Intl.DateTimeFormat('en-CA', { timeZone: shop.timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' }).format(now);
  const [day, time] = here.split(', ');
  const at = new Date(`${day}T00:00:00Z`);
  const next = () => at.setUTCDate(at.getUTCDate() + 1);
  const off = () => shop.closed.includes(at.getUTCDay() || 7) || shop.holidays.includes(at.toISOString().slice(0, 10));
  if (shop.cutoff && time >= shop.cutoff) next();
  for (let left = 366; off() && left > 0; left -= 1) next();
  for (let count = 0; count < days; count += 1) {
    do next();
    while (off());
  }
  return at;
}

/** Shows the sum and the day. @param {HTMLFormElement} form */
async function show(form) {
  const shop = await told();
  const sum = reckon(form, shop);
  const place = line(form, 'sum', 'status');
  if (!sum) return void (place.textContent = '');
  const charge = sum.charge ?? 0;
  const words = shop.words[sum.charge === null ? 'goods' : charge ? 'total' : 'total_free'];
  const [before, after] = words.replace('{delivery}', money(charge, shop.money)).split('{total}');
  const total = Object.assign(document.createElement('strong'), { textContent: money(sum.goods + charge, shop.money) });
  place.replaceChildren(before, total, after);
  if (sum.days !== null) {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(due(sum.days, shop, new Date()));
    place.append(` ${shop.words.due.replace('{day}', day)}`);
  }
}

/** A line of the form that only a script writes, before its button. @param {HTMLFormElement} form @param {string} name @param {string} role */
function line(form, name, role) {
  let place = form.querySelector(`.${name}`);
  if (!place) {
    place = Object.assign(document.createElement('p'), { className: `${name} wide`, tabIndex: -1 });
    place.setAttribute('role', role);
    form.querySelector('.submit')?.before(place);
  }
  return /** @type {HTMLElement} */ (place);
}

/** The fields that are still to be filled, told at each and together. @param {HTMLFormElement} form @param {Facts} shop @param {Record<string, string>} [answers] */
function faults(form, shop, answers = {}) {
  for (const old of form.querySelectorAll('.fault')) old.remove();
  /** @type {string[]} */
  const names = [];
  /** @type {HTMLElement | undefined} */
  let first;
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) || field.type === 'hidden') continue;
    const phone = field.name === 'mobile' && latin(field.value).replace(/\D/g, '').length < 6;
    const wrong = answers[field.name] ?? (field.validity.valid && !phone ? '' : shop.words[phone && field.value ? 'phone' : 'fill']);
    const box = field.closest('.field, fieldset, .consent');
    const id = `${field.id || field.name}-fault`;
    const why = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
    if (wrong) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    const told = wrong && box && !box.querySelector('.fault');
    if (told) why.push(id);
    if (why.length) field.setAttribute('aria-describedby', why.join(' '));
    else field.removeAttribute('aria-describedby');
    if (!told) continue;
    box.append(Object.assign(document.createElement('p'), { className: 'why fault', id, textContent: wrong }));
    names.push((box.querySelector('label, legend')?.textContent ?? field.name).trim());
    first ??= field;
  }
  const place = line(form, 'said', 'alert');
  place.textContent = names.length ? `${shop.words.check} ${names.join(', ')}` : '';
  first?.focus();
  return names.length > 0;
}

/** Id and number of the order in the form: the same ones while the buyer asks for the same, also after going back. @param {HTMLFormElement} form */
function named(form) {
  const data = new FormData(form);
  // A return has no goods: what it says tells it from others.
  const fields = data.get('kind') === 'return' ? ['about', 'note', 'mobile'] : ['variant', 'quantity', 'items', 'mobile'];
  const key = fields.map((name) => data.get(name)).join('\n');
  const before = kept(sessionStorage, `posra.order.${location.pathname}`);
  if (before?.key === key && Date.now() - before.at < WINDOW) return before;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const letters = [...bytes.subarray(0, 6)].map((byte) => LETTERS[byte % 32]).join('');
  const made = {
    key,
    at: Date.now(),
    id: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    number: `${letters.slice(0, 3)}-${letters.slice(3)}`,
  };
  kept(sessionStorage, `posra.order.${location.pathname}`, made);
  return made;
}

/** Posts an order. `undefined`: the line is dead. @param {{ action: string, body: string }} order */
async function post({ action, body }) {
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(body),
      signal: AbortSignal.timeout?.(30_000),
    });
    const json = (answer.headers.get('content-type') ?? '').includes('json') ? await answer.json().catch(() => ({})) : {};
    return { good: answer.ok, again: answer.status >= 500 || answer.status === 429, json };
  } catch {
    return undefined;
  }
}

/** Orders that wait for a line, younger than a week. @returns {Waiting[]} */
function waiting() {
  const all = kept(localStorage, WAITING);
  return Array.isArray(all) ? all.filter((one) => Date.now() - one.at < WEEK) : [];
}

/** Sends what waits, in one tab at a time. */
export async function sendWaiting() {
  await (navigator.locks ? navigator.locks.request(WAITING, sendAll) : sendAll());
}

/** One after the other. Only what was taken is taken out; the rest waits on, for its week. */
async function sendAll() {
  for (const order of waiting()) {
    const answer = await post(order);
    if (!answer) break;
    if (!answer.good) continue;
    kept(localStorage, WAITING, waiting().filter((one) => one.id !== order.id));
    kept(sessionStorage, SENT, { number: order.number });
  }
  if (waiting().length === 0) kept(localStorage, WAITING, null);
}

/** Lets a form be sent again. @param {HTMLFormElement} form */
function free(form) {
  delete form.dataset.busy;
  form.querySelector('button[type=submit]')?.removeAttribute('aria-disabled');
}

/** The form's `submit`. @param {HTMLFormElement} form @param {SubmitEvent} event */
async function submit(form, event) {
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = 'yes';
  form.querySelector('button[type=submit]')?.setAttribute('aria-disabled', 'true');
  const shop = await told().catch(() => undefined);
  if (shop && faults(form, shop)) return free(form);
  const order = named(form);
  for (const name of ['id', 'number']) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = order[name];
  }
  const items = String(new FormData(form).get('items') ?? '');
  const lines = form.dataset.goods ? ordered(form, items) : [];
  kept(localStorage, AGAIN, lines.length ? lines : undefined);
  kept(sessionStorage, SENT, { number: order.number, again: lines.length > 0, items });
  if (!shop?.fetch) return void form.submit();
  const data = new FormData(form);
  // Where a page without script would be led: here the script goes by itself.
  for (const name of ['_next', 'redirect']) data.delete(name);
  // Lines end as in a form that is sent without script.
  const fields = [...data].map(([name, value]) => [name, String(value).replace(/\r?\n/g, '\r\n')]);
  const body = new URLSearchParams(fields).toString();
  const answer = await post({ action: form.action, body });
  free(form);
  if (answer?.good) {
    location.assign((shop.leads && answer.json.next) || form.dataset.thanks || shop.thanks);
  } else if (answer && !answer.again) {
    if (!faults(form, shop, answer.json.errors)) line(form, 'said', 'alert').textContent = shop.words.refused;
  } else {
    const rest = waiting().filter((one) => one.id !== order.id);
    kept(localStorage, WAITING, [...rest, { ...order, action: form.action, body, at: Date.now() }]);
    const place = line(form, 'said', 'alert');
    // A browser that keeps nothing must not promise to.
    const waits = waiting().some((one) => one.id === order.id);
    if (waits) takeOut(items);
    place.textContent = waits ? shop.words.waits.replace('{number}', order.number) : shop.words.refused;
    place.focus();
  }
}

/** Links that carry the order as text, without a word about the buyer. @param {HTMLFormElement} form */
function carry(form) {
  const data = new FormData(form);
  const title = String(data.get('title'));
  const text = !data.has('variant') ? title : `${title} (${data.get('variant')}) × ${data.get('quantity') ?? 1}`;
  for (const link of document.querySelectorAll('a[href^="https://wa.me/"], a[href^="https://m.me/"]')) {
    const url = new URL(/** @type {HTMLAnchorElement} */ (link).href);
    url.searchParams.set('text', text);
    /** @type {HTMLAnchorElement} */ (link).href = url.href;
  }
}

/** Takes a form. @param {HTMLFormElement} form */
export function take(form) {
  form.noValidate = true;
  form.addEventListener('submit', (event) => submit(form, event));
  // A page that the browser kept whole, for going back, can order again.
  addEventListener('pageshow', () => free(form));
  const changed = () => {
    carry(form);
    if (form.dataset.goods) show(form);
  };
  form.addEventListener('change', changed);
  changed();
}

/** Says the number of the order that was sent from here, and how to order the same again. @param {Element} place */
export async function thank(place) {
  const sent = kept(sessionStorage, SENT);
  if (!sent?.number) return;
  // Once: what is put aside from now on is not what was ordered.
  takeOut(String(sent.items ?? ''));
  kept(sessionStorage, SENT, { ...sent, items: '' });
  const { words, basket } = await told();
  place.textContent = words.number.replace('{number}', sent.number);
  const lines = sent.again && kept(localStorage, AGAIN);
  if (!Array.isArray(lines) || document.querySelector('.again')) return;
  const link = Object.assign(document.createElement('a'), { href: basket + again(lines), textContent: words.again });
  const more = Object.assign(document.createElement('p'), { className: 'more again' });
  more.append(link);
  place.after(more);
}

/** What a link to the basket carries to lay these goods into it: SKUs, numbers and pages, nothing of the buyer. @param {Line[]} lines */
function again(lines) {
  return `#${new URLSearchParams(lines.map(({ sku, quantity, page }) => [`${sku}*${quantity}`, page]))}`;
}

/** What is put aside. @returns {Line[]} */
export function basketLines() {
  const lines = kept(localStorage, BASKET);
  return Array.isArray(lines) ? lines : [];
}

/** Puts these aside in place of all others; whether the browser keeps them. @param {Line[]} lines */
export function setBasket(lines) {
  kept(localStorage, BASKET, lines.length ? lines : null);
  showBasket().catch(() => {});
  return basketLines().length === lines.length;
}

/** What was ordered, as lines of the basket. @param {HTMLFormElement} form @param {string} items @returns {Line[]} */
function ordered(form, items) {
  if (!items) return [lineOf(form)].flatMap((line) => line ?? []);
  const numbers = pairs(items.replaceAll(' ', ',').replaceAll('*', '='));
  return basketLines().filter((line) => numbers.has(line.sku)).map((line) => ({ ...line, quantity: Number(numbers.get(line.sku)) }));
}

/** Takes what was ordered out of the basket, and nothing else. @param {string} items */
function takeOut(items) {
  const gone = items.split(' ').map((item) => item.split('*')[0]);
  if (items) setBasket(basketLines().filter((line) => !gone.includes(line.sku)));
}

/** What a product's page says of one of its goods; `undefined` when it does not sell it now. @param {Document} page @param {string} sku */
export function goodsOf(page, sku) {
  const form = page.querySelector('form.order-form');
  if (!(form instanceof HTMLFormElement)) return undefined;
  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement | null} */ (form.querySelector(`[name=${name}]`));
  const price = pairs(form.dataset.goods ?? '').get(sku);
  const choice = [...form.querySelectorAll('[name=variant]')].find((one) => one.getAttribute('value') === sku);
  if (!price || field('kind')?.value !== 'order' || !choice || choice.hasAttribute('disabled')) return undefined;
  const group = choice.closest('.choice-grid')?.previousElementSibling?.textContent ?? '';
  const name = choice.closest('.choice')?.querySelector('.choice-name')?.firstChild?.textContent ?? '';
  return {
    title: field('title')?.value ?? '',
    choice: [group, name].map((one) => one.trim()).filter(Boolean).join(' · '),
    goods: `${sku}=${price}`,
    zones: form.dataset.zones ?? null,
    ticket: field('ticket')?.value ?? '',
    picture: page.querySelector('.patch-good img')?.getAttribute('src') ?? '',
    least: Number(field('quantity')?.min ?? 1),
    most: Number(field('quantity')?.max ?? 1),
    step: Number(field('quantity')?.step || 1),
  };
}

/** A number of pieces that may be ordered. @param {{ least: number, most: number, step: number }} line @param {number} quantity */
export function possible({ least, most, step }, quantity) {
  const number = Math.min(Math.max(Math.floor(quantity) || least, least), most);
  return number - ((number - least) % step);
}

/** What a product's form asks for, as a line of the basket. @param {HTMLFormElement} form @returns {Line | undefined} */
function lineOf(form) {
  const [[sku, number]] = wanted(new FormData(form));
  const goods = goodsOf(document, sku);
  return goods && { sku, quantity: possible(goods, Number(number)), page: location.pathname, ...goods };
}

/** Puts aside what a form asks for. @param {HTMLFormElement} form @param {HTMLElement} button */
export async function put(form, button) {
  const choices = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[name=variant], [name=quantity]')]);
  if (!choices.every((one) => one.reportValidity())) return;
  const line = lineOf(form);
  if (!line) return;
  const lines = basketLines();
  const wanted = line.quantity + (lines.find((one) => one.sku === line.sku)?.quantity ?? 0);
  line.quantity = possible(line, wanted);
  const stays = setBasket([...lines.filter((one) => one.sku !== line.sku), line]);
  const shop = await told().catch(() => undefined);
  // On a dead line there are no words yet, but it is put aside all the same.
  if (!shop) return void (button.textContent = `${stays ? '✓' : '✗'} ${button.textContent?.replace(/^[✓✗] /u, '')}`);
  const place = document.querySelector('.aside') ?? Object.assign(document.createElement('p'), { className: 'aside' });
  place.setAttribute('role', 'status');
  form.querySelector('.submit')?.append(place);
  const link = Object.assign(document.createElement('a'), { href: shop.basket, textContent: shop.words.basket_see });
  const most = shop.words.basket_most.replace('{n}', new Intl.NumberFormat(language).format(line.quantity));
  if (stays) place.replaceChildren(`${line.quantity < wanted ? most : shop.words.basket_in} `, link);
  else place.textContent = shop.words.basket_refused;
}

/** Shows in the header how much is put aside. */
export async function showBasket() {
  if (!basketLines().length) return void document.querySelector('.basket-way')?.remove();
  const { words, basket } = await told();
  // Both may have changed meanwhile.
  const count = basketLines().reduce((sum, line) => sum + line.quantity, 0);
  let item = document.querySelector('.basket-way');
  if (!count) return void item?.remove();
  if (!item) {
    const list = document.querySelector('.tongues') ?? Object.assign(document.createElement('ul'), { className: 'tongues' });
    if (!list.parentElement) document.querySelector('.top .shop')?.after(list);
    item = Object.assign(document.createElement('li'), { className: 'basket-way' });
    list.prepend(item);
  }
  const number = new Intl.NumberFormat(language).format(count);
  item.replaceChildren(Object.assign(document.createElement('a'), { href: basket, textContent: words.basket.replace('{n}', number) }));
}

addEventListener('online', sendWaiting);
