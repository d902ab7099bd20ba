// The page of the bag: its goods as their own pages describe them now, and their order. Loaded there alone.

import './bag.js';
import { BAG, bagLines, type Facts, field, type Line, orderForm, pairs, told, words } from './common.js';
import { adopt, asked, gone, refresh, zonesOf } from './lookup.js';
import { take } from './order.js';
import { rows } from './rows.js';

const form = orderForm();
if (form) start(form);

async function start(form: HTMLFormElement): Promise<void> {
  const wanted = asked();
  // Never say "empty" of a bag whose words have not come yet, or do not come.
  hide('[data-basket-empty]', bagLines().length > 0);
  const shop = await told();
  show(form, shop);
  take(form);
  await refresh();
  const missing = wanted.length ? await adopt(wanted) : [];
  if (missing.length) say(`${missing.join(', ')}: ${words(shop, 'basket_gone')}`);
  show(form, shop);
  addEventListener('storage', ({ key }) => {
    if (key === BAG) show(form, shop);
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(form, shop);
  });
}

/** Shows what is put aside, and writes it into the form. */
function show(form: HTMLFormElement, shop: Facts): void {
  const lines = bagLines();
  rows(lines, shop, () => show(form, shop));
  const sold = lines.filter((line) => !gone.has(line.sku));
  hide('[data-basket-empty]', lines.length > 0);
  hide('[data-basket-full]', lines.length === 0);
  hide('#order', sold.length === 0);
  fill(form, sold);
  const tables = [...new Set(sold.map((line) => zonesOf(line, shop)))];
  form.dataset.zones = tables.join(';');
  serve(form, tables.map(pairs), shop);
  form.dispatchEvent(new Event('change'));
}

/** Writes what is sold into the form. */
function fill(form: HTMLFormElement, sold: Line[]): void {
  const titled = (line: Line) => line.title + (line.choice ? ` (${line.choice})` : '');
  const values = {
    items: sold.map((line) => `${line.sku}*${line.quantity}`).join(' '),
    title: sold.map((line) => `${titled(line)} × ${line.quantity}`).join('; '),
    ticket: [...new Set(sold.map((line) => line.ticket).filter(Boolean))].join(' '),
  };
  for (const [name, value] of Object.entries(values)) {
    const place = field(form, name);
    if (place) place.value = value;
  }
  form.dataset.goods = sold.map((line) => line.goods).join(',');
}

/** Offers the places that all goods are sent to. */
function serve(form: HTMLFormElement, tables: Map<string, string>[], shop: Facts): void {
  const list = form.elements.namedItem('zone') ?? form.elements.namedItem('district');
  if (!(list instanceof HTMLSelectElement)) return;
  const places = [...list.querySelectorAll('optgroup, :scope > option')].filter(
    (one) => one instanceof HTMLOptGroupElement || one.getAttribute('value'),
  );
  let served = 0;
  for (const one of places) {
    const zone = one.getAttribute('data-zone') ?? one.getAttribute('value') ?? '';
    const all = tables.every((table) => table.has(zone));
    one.toggleAttribute('disabled', !all);
    served += Number(all);
  }
  if (list.selectedOptions[0]?.matches(':disabled')) list.value = '';
  if (places.length && !served) say(words(shop, 'basket_apart'));
}

function say(text: string): void {
  const said = document.querySelector('[data-basket-said]');
  if (said) said.textContent = text;
}

function hide(selector: string, hidden: boolean): void {
  document.querySelector(selector)?.toggleAttribute('hidden', hidden);
}
