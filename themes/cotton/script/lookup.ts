// Goods of the bag, read from their own pages: what is in it, what an address names, and what of that is sold now.

import { bagLines, type Facts, type Goods, goodsOf, type Line, language, possible, setBag } from './common.js';

/** Goods that an address names. */
export interface Asked {
  sku: string;
  quantity: number;
  page: string;
}

/** Goods that their page does not sell now, by SKU. */
export const gone = new Set<string>();

/** Goods that the address names, `#CUP-S*2=/products/cup/`: an order that is to be made again. Nothing of it is
 *  believed but SKUs, numbers and pages of this shop. */
export function asked(): Asked[] {
  const found = [...new URLSearchParams(location.hash.slice(1))].flatMap(([what, where]) => {
    const [, sku, quantity] = /^([\w-]{1,50})\*(\d{1,4})$/.exec(what) ?? [];
    if (!sku || !/^\/(?!\/)/.test(where)) return [];
    const page = new URL(where, location.origin);
    // A path may still name another host: `/x/..//host/`.
    if (new URL(page.pathname, location.origin).origin !== location.origin) return [];
    return [{ sku, quantity: Number(quantity), page: page.pathname }];
  });
  if (location.hash) history.replaceState(null, '', location.pathname);
  return found.slice(0, 100);
}

/** Looks up all that is put aside. What the buyer changed meanwhile, here or in another tab, stays. */
export async function refresh(): Promise<void> {
  const found = new Map(await Promise.all(bagLines().map(async (line) => [line.sku, await lookUp(line)] as const)));
  for (const [sku, goods] of found) {
    if (goods) gone.delete(sku);
    else if (goods === undefined) gone.add(sku);
  }
  setBag(
    bagLines().map((line) => {
      const goods = found.get(line.sku);
      return goods ? { ...line, ...goods, quantity: possible(goods, line.quantity) } : line;
    }),
  );
}

/** Lays goods that the address names into the bag, as far as their pages sell them; SKUs of the others. */
export async function adopt(wanted: Asked[]): Promise<string[]> {
  const found = await Promise.all(wanted.map(async (one) => ({ ...one, goods: await lookUp(one) })));
  const lines = found.flatMap(({ goods, ...one }): Line[] =>
    goods ? [{ ...one, ...goods, quantity: possible(goods, one.quantity) }] : [],
  );
  setBag([...bagLines().filter((one) => !lines.some((line) => line.sku === one.sku)), ...lines]);
  return found.filter(({ goods }) => !goods).map(({ sku }) => sku);
}

/** What the page of a line says of it now; `undefined` when it does not sell it, `null` when nobody knows. */
async function lookUp({ sku, page: path }: Pick<Asked, 'sku' | 'page'>) {
  try {
    const { page, text } = await open(path);
    const goods: Goods | undefined = text ? goodsOf(text, sku) : undefined;
    return goods && { ...goods, page };
  } catch {
    return null;
  }
}

/** A page of the shop, in the language of this one; no text when it is not there. */
async function open(path: string, again = true): Promise<{ page: string; text: Document | null }> {
  const answer = await fetch(path);
  if (answer.status === 404 || answer.status === 410) return { page: path, text: null };
  if (!answer.ok) throw new Error(String(answer.status));
  const text = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const other = text.querySelector(`.tongues a[hreflang="${language}"]`)?.getAttribute('href');
  return other && again && text.documentElement.lang !== language ? open(other, false) : { page: path, text };
}

/** Zones of a line, or of the shop. */
export const zonesOf = (line: Line, shop: Facts): string => line.zones ?? shop.zones ?? '';
