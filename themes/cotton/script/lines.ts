// What the buyer put aside: lines of the bag, as this browser keeps them.

import { type Goods, goodsOf, possible, wanted } from './goods.js';
import { BAG, keep, kept } from './keep.js';

/** Goods that are put aside: which, how many, where, and what their page said of them when it was last seen. */
export interface Line extends Goods {
  sku: string;
  quantity: number;
  page: string;
}

/** Said of the window when the bag changes. */
export const CHANGED = 'posra-bag';

export function bagLines(): Line[] {
  const lines = kept('localStorage', BAG);
  return Array.isArray(lines) ? lines : [];
}

/** Puts these aside in place of all others; whether the browser keeps them. */
export function setBag(lines: Line[]): boolean {
  keep('localStorage', BAG, lines.length ? lines : null);
  dispatchEvent(new Event(CHANGED));
  return bagLines().length === lines.length;
}

/** What a product's form asks for. */
export function lineOf(form: HTMLFormElement): Line | undefined {
  const [first] = wanted(new FormData(form));
  const goods = first && goodsOf(document, first[0]);
  return goods && { sku: first[0], quantity: possible(goods, first[1]), page: location.pathname, ...goods };
}

/** What a form orders, of one product or of the bag. */
export function ordered(form: HTMLFormElement): Line[] {
  const data = new FormData(form);
  if (!data.get('items')) return [lineOf(form)].flatMap((line) => line ?? []);
  const numbers = new Map(wanted(data));
  return bagLines().flatMap((line) => {
    const quantity = numbers.get(line.sku);
    return quantity === undefined ? [] : [{ ...line, quantity }];
  });
}

/** Takes what was ordered, `A*1 B*2`, out of the bag, and nothing else. */
export function takeOut(items: string): void {
  const gone = items.split(' ').map((item) => item.split('*')[0]);
  if (items) setBag(bagLines().filter((line) => !gone.includes(line.sku)));
}
