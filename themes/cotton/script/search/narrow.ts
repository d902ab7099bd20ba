// Narrowing and sorting what was found.

import type { Chosen } from './chosen.js';
import { type Band, numbers, type Shelf } from './shelf.js';

/** Goods by value of one facet. */
export type Values = Map<string, Set<number>>;

/** A facet of the shop, ready to narrow by. */
export type Facet = { name: string; values: Values };

/** The goods of each value of a facet. */
export async function facet(shelf: Shelf, name: string): Promise<Facet> {
  const bands = shelf.head.facets.find((one) => one.name === name)?.bands;
  if (bands) return { name, values: banded(await shelf.narrow<(number | null)[]>(name), bands) };
  const lists = Object.entries(await shelf.narrow<Record<string, string>>(name));
  return { name, values: new Map(lists.map(([value, list]) => [value, new Set(numbers(list))])) };
}

function banded(prices: (number | null)[], bands: Band[]): Values {
  const within = ([from, below]: Band) => (price: number | null): boolean =>
    price !== null && price >= (from ?? 0) && price < (below ?? Infinity);
  return new Map(
    bands.map((band) => {
      const fits = within(band);
      return [bandId(band), new Set(prices.flatMap((price, number) => (fits(price) ? [number] : [])))];
    }),
  );
}

/** `75000-200000`: a band in the address. */
export const bandId = ([from, below]: Band): string => `${from ?? ''}-${below ?? ''}`;

/** Goods that fit what is chosen; `but` is a facet that is not asked, to count what its other values would bring. */
export function narrowed(goods: number[], chosen: Chosen, facets: Facet[], available: number, but?: string): number[] {
  const asked = facets.filter(({ name }) => name !== but && chosen.values.has(name));
  return goods.filter((number) => {
    if (chosen.available && number >= available) return false;
    return asked.every(({ name, values }) =>
      [...(chosen.values.get(name) ?? [])].some((value) => values.get(value)?.has(number)),
    );
  });
}

/** Goods in the order that is chosen; what has no figure comes last, equals stay as they were. */
export async function sorted(goods: number[], sort: string, shelf: Shelf): Promise<number[]> {
  const [file, way] = { cheapest: ['price', 1], dearest: ['price', -1], newest: ['newest', -1] }[sort] ?? [];
  if (typeof file !== 'string' || typeof way !== 'number') return goods;
  const figures = await shelf.narrow<(number | null)[]>(file);
  const figure = (number: number): number => (figures[number] ?? Infinity * way) * way;
  return [...goods].sort((a, b) => figure(a) - figure(b) || 0);
}
