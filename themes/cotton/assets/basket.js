// The page of the basket: its goods as their own pages describe them now, and their order. Loaded there alone.
// @ts-check

/** @typedef {import('./order.js').Line} Line */

const script = String(document.querySelector('script[data-order]')?.getAttribute('data-order'));
const { basketLines, goodsOf, money, possible, setBasket, take, told, worth } = await import(script).then((module) => /** @type {typeof import('./order.js')} */ (module));
const language = document.documentElement.lang;
const place = document.querySelector('[data-basket-lines]');
const form = document.querySelector('form.order-form');
const pattern = document.querySelector('template');

/** Goods that are no longer sold, by SKU. @type {Set<string>} */
const gone = new Set();

/** Lays the goods into the basket that the address names, `#CUP-S*2=/products/cup/`: an order that is to be made again. */
function adopt() {
  if (location.hash.length < 2) return;
  const lines = basketLines();
  for (const [what, where] of new URLSearchParams(location.hash.slice(1))) {
    const [sku, number] = what.split('*');
    const page = new URL(where, location.origin);
    if (!sku || page.origin !== location.origin || lines.length >= 100) continue;
    const bare = { title: sku, choice: '', goods: '', zones: null, ticket: '', picture: '', least: 1, most: 1, step: 1 };
    const before = lines.find((line) => line.sku === sku);
    if (before) before.quantity = Number(number) || 1;
    else lines.push({ sku, quantity: Number(number) || 1, page: page.pathname, ...bare });
  }
  setBasket(lines);
  history.replaceState(null, '', location.pathname);
}

/** A page of the shop, in the language of this one. @param {string} path @param {boolean} [again] @returns {Promise<{ page: string, text: ?Document }>} */
async function open(path, again = true) {
  const answer = await fetch(path);
  if (!answer.ok) return { page: path, text: null };
  const text = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const other = text.querySelector(`.tongues a[hreflang="${language}"]`)?.getAttribute('href');
  return other && again && text.documentElement.lang !== language ? open(other, false) : { page: path, text };
}

/** A line as its page describes it now; as it was kept when the line is dead. @param {Line} line @returns {Promise<Line>} */
async function fresh(line) {
  try {
    const { page, text } = await open(line.page);
    const goods = text && goodsOf(text, line.sku);
    gone[goods ? 'delete' : 'add'](line.sku);
    return goods ? { ...line, ...goods, page, quantity: possible(goods, line.quantity) } : line;
  } catch {
    if (!line.goods) gone.add(line.sku);
    return line;
  }
}

/** @param {Element | DocumentFragment} item @param {string} name @returns {HTMLElement} */
const part = (item, name) => /** @type {HTMLElement} */ (item.querySelector(`.${name}`));

/** One line, as it is shown. @param {Line} line @param {import('./order.js').Facts} shop */
function shown(line, shop) {
  const item = /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (pattern).content.cloneNode(true));
  const link = /** @type {HTMLAnchorElement} */ (part(item, 'line-title'));
  link.href = line.page;
  link.textContent = line.title;
  part(item, 'line-choice').textContent = line.choice;
  if (line.picture) {
    const picture = Object.assign(new Image(72, 72), { src: line.picture, alt: '' });
    part(item, 'line').prepend(picture);
  }
  const number = /** @type {HTMLInputElement} */ (part(item, 'short'));
  const name = line.choice ? `${line.title}, ${line.choice}` : line.title;
  number.setAttribute('aria-label', `${number.getAttribute('aria-label')}: ${name}`);
  part(item, 'line-remove').setAttribute('aria-label', `${part(item, 'line-remove').textContent}: ${name}`);
  part(item, 'line-remove').addEventListener('click', () => show(basketLines().filter((one) => one.sku !== line.sku), shop));
  if (gone.has(line.sku)) {
    number.remove();
    part(item, 'line-sum').textContent = shop.words.basket_gone;
    return item;
  }
  number.value = String(line.quantity);
  [number.min, number.max, number.step] = [line.least, line.most, line.step].map(String);
  part(item, 'line-sum').textContent = money(worth(line.goods.slice(line.sku.length + 1), line.quantity), shop.money);
  number.addEventListener('change', () => {
    const quantity = possible(line, Number(number.value));
    show(basketLines().map((one) => (one.sku === line.sku ? { ...one, quantity } : one)), shop, line.sku);
  });
  return item;
}

/** Shows and keeps these lines, and writes them into the form. @param {Line[]} lines @param {import('./order.js').Facts} shop @param {string} [focus] */
function show(lines, shop, focus) {
  if (!(form instanceof HTMLFormElement)) return;
  setBasket(lines);
  place?.replaceChildren(...lines.map((line) => shown(line, shop)));
  const sold = lines.filter((line) => !gone.has(line.sku));
  document.querySelector('[data-basket-empty]')?.toggleAttribute('hidden', lines.length > 0);
  document.querySelector('[data-basket-full]')?.toggleAttribute('hidden', lines.length === 0);
  document.querySelector('#order')?.toggleAttribute('hidden', sold.length === 0);
  /** @param {string} name @param {string} value */
  const set = (name, value) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  };
  set('items', sold.map((line) => `${line.sku}*${line.quantity}`).join(' '));
  set('title', sold.map((line) => `${line.title}${line.choice ? ` (${line.choice})` : ''} × ${line.quantity}`).join('; '));
  set('ticket', [...new Set(sold.map((line) => line.ticket).filter(Boolean))].join(' '));
  form.dataset.goods = sold.map((line) => line.goods).join(',');
  form.dataset.zones = [...new Set(sold.map((line) => line.zones ?? shop.zones))].join(';');
  form.dispatchEvent(new Event('change'));
  if (focus) place?.querySelectorAll('input')[lines.findIndex((line) => line.sku === focus)]?.focus();
  else if (!lines.length) document.querySelector('h1')?.focus();
}

if (form instanceof HTMLFormElement) {
  adopt();
  const shop = await told();
  show(basketLines(), shop);
  take(form);
  show(await Promise.all(basketLines().map(fresh)), shop);
  addEventListener('pageshow', (event) => event.persisted && show(basketLines(), shop));
}
