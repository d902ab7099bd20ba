// The rows of the bag's page, made from its `template`: one for each line, made once, so that nothing moves under the
// buyer's finger.

import { bagLines, type Facts, type Line, make, possible, setBag, words } from './common.js';
import { gone } from './lookup.js';
import { money, worth } from './order.js';

const place = document.querySelector<HTMLElement>('[data-basket-lines]');

/** Writes all lines; `changed` is called when the buyer changes one. */
export function rows(lines: Line[], shop: Facts, changed: () => void): void {
  const items = lines.map((line) => {
    const item = known(line.sku) ?? made(line.sku, changed);
    write(item, line, shop);
    return item;
  });
  for (const old of [...(place?.children ?? [])]) if (!items.some((item) => item === old)) old.remove();
  for (const item of items) if (!item.isConnected) place?.append(item);
}

function known(sku: string): HTMLElement | undefined {
  return [...(place?.children ?? [])].find(
    (one): one is HTMLElement => one instanceof HTMLElement && one.dataset.sku === sku,
  );
}

function made(sku: string, changed: () => void): HTMLElement {
  const pattern = document.querySelector('template')?.content.firstElementChild;
  const item = pattern?.cloneNode(true) as HTMLElement;
  item.dataset.sku = sku;
  const pieces = part<HTMLInputElement>(item, 'short');
  pieces.addEventListener('change', () => {
    const set = (line: Line) => ({ ...line, quantity: possible(line, Number(pieces.value)) });
    setBag(bagLines().map((line) => (line.sku === sku ? set(line) : line)));
    changed();
  });
  part(item, 'line-remove').addEventListener('click', () => {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    setBag(bagLines().filter((line) => line.sku !== sku));
    changed();
    (next?.querySelector<HTMLElement>('.line-remove') ?? document.querySelector('h1'))?.focus();
  });
  return item;
}

function write(item: HTMLElement, line: Line, shop: Facts): void {
  const sold = !gone.has(line.sku);
  const name = line.choice ? `${line.title}, ${line.choice}` : line.title;
  Object.assign(part(item, 'line-title'), { href: line.page, textContent: line.title });
  part(item, 'line-choice').textContent = line.choice;
  if (line.picture && !item.querySelector('img')) {
    item.prepend(make('img', { src: line.picture, alt: '', width: 72, height: 72 }));
  }
  const pieces = part<HTMLInputElement>(item, 'short');
  pieces.setAttribute('aria-label', `${pieces.title}: ${name}`);
  part(item, 'line-remove').setAttribute('aria-label', `${part(item, 'line-remove').textContent}: ${name}`);
  const { least: min, most: max, step, quantity: value } = line;
  Object.assign(pieces, { min, max, step, value, hidden: !sold });
  const price = line.goods.slice(line.sku.length + 1);
  const sum = sold ? money(worth(price, line.quantity), shop.money) : words(shop, 'basket_gone');
  part(item, 'line-sum').textContent = sum;
}

const part = <Part extends HTMLElement = HTMLElement>(item: HTMLElement, name: string): Part =>
  item.querySelector(`.${name}`) as Part;
