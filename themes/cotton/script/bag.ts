// Putting goods aside from their page, and how much is put aside, in the header. Fetched when there is something in the
// bag, or at the first tap.

import {
  bagLines,
  CHANGED,
  type Facts,
  type Line,
  lineOf,
  make,
  number,
  possible,
  setBag,
  told,
  words,
} from './common.js';

addEventListener(CHANGED, () => {
  showBag().catch(() => undefined);
});

/** Puts aside what a form asks for. */
export async function put(form: HTMLFormElement, button: HTMLElement): Promise<void> {
  const choices = [...form.querySelectorAll<HTMLInputElement>('[name=variant], [name=quantity]')];
  if (!choices.every((one) => one.reportValidity())) return;
  const line = lineOf(form);
  if (!line) return;
  const others = bagLines().filter((one) => one.sku !== line.sku);
  const asked = line.quantity + (bagLines().find((one) => one.sku === line.sku)?.quantity ?? 0);
  line.quantity = possible(line, asked);
  const stays = setBag([...others, line]);
  const shop = await told().catch(() => undefined);
  if (shop) say(form, shop, stays, line, asked);
  // On a dead line there are no words yet, but it is put aside all the same.
  else button.textContent = `${stays ? '✓' : '✗'} ${button.textContent?.replace(/^[✓✗] /u, '')}`;
}

function say(form: HTMLFormElement, shop: Facts, stays: boolean, line: Line, asked: number): void {
  const place = document.querySelector('.aside') ?? make('p', { className: 'aside' });
  place.setAttribute('role', 'status');
  form.querySelector('.submit')?.append(place);
  const most = line.quantity < asked && words(shop, 'basket_most', { n: number(line.quantity) });
  const link = make('a', { href: shop.basket, textContent: words(shop, 'basket_see') });
  if (stays) place.replaceChildren(`${most || words(shop, 'basket_in')} `, link);
  else place.textContent = words(shop, 'basket_refused');
}

/** Shows in the header how much is put aside. */
export async function showBag(): Promise<void> {
  const shop = bagLines().length ? await told() : undefined;
  // What is put aside, and the header, may have changed meanwhile.
  const count = bagLines().reduce((sum, line) => sum + line.quantity, 0);
  const known = document.querySelector('.basket-way');
  if (!shop || !count) {
    known?.remove();
    return;
  }
  const way = make('a', { href: shop.basket, textContent: words(shop, 'basket', { n: number(count) }) });
  (known ?? place()).replaceChildren(way);
}

/** A new place in the header, before the languages. */
function place(): Element {
  const item = make('li', { className: 'basket-way' });
  const list = document.querySelector('.tongues') ?? make('ul', { className: 'tongues' });
  if (!list.parentElement) document.querySelector('.top .shop')?.after(list);
  list.prepend(item);
  return item;
}
