// The page of the basket: its goods as their own pages describe them now, and their order. Loaded there alone.
// @ts-check

/** @typedef {import('./order.js').Line} Line */
/** @typedef {import('./order.js').Facts} Facts */

const module = String(document.querySelector('script[data-order]')?.getAttribute('data-order'));
const { basketLines, goodsOf, money, pairs, possible, setBasket, take, told, worth } = await import(module).then((all) => /** @type {typeof import('./order.js')} */ (all));
const language = document.documentElement.lang;
const place = document.querySelector('[data-basket-lines]');
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.order-form'));

/** Goods that their page does not sell now, by SKU. @type {Set<string>} */
const gone = new Set();

/** @param {Element} item @param {string} name @returns {HTMLElement} */
const part = (item, name) => /** @type {HTMLElement} */ (item.querySelector(`.${name}`));

/** Goods that the address names, `#CUP-S*2=/products/cup/`: an order that is to be made again. Nothing of it is believed but SKUs, numbers and pages of this shop. */
function named() {
  const found = [...new URLSearchParams(location.hash.slice(1))].flatMap(([what, where]) => {
    const [, sku, number] = /^([\w-]{1,50})\*(\d{1,4})$/.exec(what) ?? [];
    const page = sku && /^\/(?!\/)/.test(where) && new URL(where, location.origin);
    // A path may still name another host: `/x/..//host/`.
    return page && new URL(page.pathname, location.origin).origin === location.origin ? [{ sku, quantity: Number(number), page: page.pathname }] : [];
  });
  if (location.hash) history.replaceState(null, '', location.pathname);
  return found.slice(0, 100);
}

/** A page of the shop, in the language of this one; `null` when it is not there. @param {string} path @param {boolean} [again] @returns {Promise<{ page: string, text: ?Document }>} */
async function open(path, again = true) {
  const answer = await fetch(path);
  if (answer.status === 404 || answer.status === 410) return { page: path, text: null };
  if (!answer.ok) throw new Error(String(answer.status));
  const text = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const other = text.querySelector(`.tongues a[hreflang="${language}"]`)?.getAttribute('href');
  return other && again && text.documentElement.lang !== language ? open(other, false) : { page: path, text };
}

/** What the page of a line says of it now; `undefined` when it does not sell it, `null` when nobody knows. @param {{ sku: string, page: string }} line */
async function lookUp({ sku, page: path }) {
  try {
    const { page, text } = await open(path);
    const goods = text ? goodsOf(text, sku) : undefined;
    return goods && { ...goods, page };
  } catch {
    return null;
  }
}

/** Looks up all that is put aside. What the buyer changed meanwhile, here or in another tab, stays. */
async function refresh() {
  const asked = basketLines();
  const found = new Map(await Promise.all(asked.map(async (line) => /** @type {const} */ ([line.sku, await lookUp(line)]))));
  for (const [sku, goods] of found) {
    if (goods) gone.delete(sku);
    else if (goods === undefined) gone.add(sku);
  }
  setBasket(basketLines().map((line) => {
    const goods = found.get(line.sku);
    return goods ? { ...line, ...goods, quantity: possible(goods, line.quantity) } : line;
  }));
}

/** Lays goods that the address names into the basket, as far as their pages sell them. @param {Facts} shop @param {ReturnType<typeof named>} asked */
async function adopt(shop, asked) {
  const found = await Promise.all(asked.map(async (line) => ({ ...line, goods: await lookUp(line) })));
  const lines = found.flatMap(({ goods, ...line }) => (goods ? [{ ...line, ...goods, quantity: possible(goods, line.quantity) }] : []));
  setBasket([...basketLines().filter((one) => !lines.some((line) => line.sku === one.sku)), ...lines]);
  const missing = found.filter(({ goods }) => !goods).map(({ sku }) => sku);
  if (missing.length) say(`${missing.join(', ')}: ${shop.words.basket_gone}`);
}

/** @param {string} words */
function say(words) {
  const said = document.querySelector('[data-basket-said]');
  if (said) said.textContent = words;
}

/** The element of a line, made once, so that nothing moves under the buyer's finger. @param {string} sku @param {Facts} shop @returns {HTMLElement} */
function element(sku, shop) {
  const known = [...(place?.children ?? [])].find((one) => one instanceof HTMLElement && one.dataset.sku === sku);
  if (known) return /** @type {HTMLElement} */ (known);
  const pattern = /** @type {HTMLTemplateElement} */ (document.querySelector('template'));
  const item = /** @type {HTMLElement} */ (pattern.content.firstElementChild?.cloneNode(true));
  item.dataset.sku = sku;
  const number = /** @type {HTMLInputElement} */ (part(item, 'short'));
  number.addEventListener('change', () => {
    setBasket(basketLines().map((line) => (line.sku === sku ? { ...line, quantity: possible(line, Number(number.value)) } : line)));
    show(shop);
  });
  part(item, 'line-remove').addEventListener('click', () => {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    setBasket(basketLines().filter((line) => line.sku !== sku));
    show(shop);
    (next ? part(next, 'line-remove') : document.querySelector('h1'))?.focus();
  });
  return item;
}

/** Writes a line into its element. @param {HTMLElement} item @param {Line} line @param {Facts} shop */
function write(item, line, shop) {
  const link = /** @type {HTMLAnchorElement} */ (part(item, 'line-title'));
  link.href = line.page;
  link.textContent = line.title;
  part(item, 'line-choice').textContent = line.choice;
  if (line.picture && !item.querySelector('img')) item.prepend(Object.assign(new Image(72, 72), { src: line.picture, alt: '' }));
  const number = /** @type {HTMLInputElement} */ (part(item, 'short'));
  const name = line.choice ? `${line.title}, ${line.choice}` : line.title;
  number.setAttribute('aria-label', `${number.title}: ${name}`);
  part(item, 'line-remove').setAttribute('aria-label', `${part(item, 'line-remove').textContent}: ${name}`);
  [number.min, number.max, number.step, number.value] = [line.least, line.most, line.step, line.quantity].map(String);
  number.hidden = gone.has(line.sku);
  part(item, 'line-sum').textContent = gone.has(line.sku) ? shop.words.basket_gone : money(worth(priceOf(line), line.quantity), shop.money);
}

/** @param {Line} line */
const priceOf = (line) => line.goods.slice(line.sku.length + 1);

/** Shows what is put aside, and writes it into the form. @param {Facts} shop */
function show(shop) {
  if (!form) return;
  const lines = basketLines();
  const items = lines.map((line) => element(line.sku, shop));
  for (const old of [...(place?.children ?? [])]) if (!items.includes(/** @type {HTMLElement} */ (old))) old.remove();
  for (const item of items) if (!item.isConnected) place?.append(item);
  lines.forEach((line, at) => write(items[at], line, shop));
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
  const tables = [...new Set(sold.map((line) => line.zones ?? shop.zones ?? ''))];
  form.dataset.zones = tables.join(';');
  serve(tables.map(pairs), shop);
  form.dispatchEvent(new Event('change'));
}

/** Offers the places that all goods are sent to. @param {Map<string, string>[]} tables @param {Facts} shop */
function serve(tables, shop) {
  const list = form?.elements.namedItem('zone') ?? form?.elements.namedItem('district');
  if (!(list instanceof HTMLSelectElement)) return;
  const places = [...list.querySelectorAll('optgroup, :scope > option')].filter((one) => one instanceof HTMLOptGroupElement || one.getAttribute('value'));
  let served = 0;
  for (const one of places) {
    const zone = one.getAttribute('data-zone') ?? one.getAttribute('value') ?? '';
    const all = tables.every((table) => table.has(zone));
    one.toggleAttribute('disabled', !all);
    served += Number(all);
  }
  if (list.selectedOptions[0]?.matches(':disabled')) list.value = '';
  if (places.length && !served) say(shop.words.basket_apart);
}

if (form) {
  const asked = named();
  // Never say "empty" of a bag whose words have not come yet, or do not come.
  document.querySelector('[data-basket-empty]')?.toggleAttribute('hidden', basketLines().length > 0);
  const shop = await told();
  show(shop);
  take(form);
  await refresh();
  if (asked.length) await adopt(shop, asked);
  show(shop);
  addEventListener('storage', ({ key }) => key === 'posra.basket' && show(shop));
  addEventListener('pageshow', ({ persisted }) => persisted && show(shop));
}
