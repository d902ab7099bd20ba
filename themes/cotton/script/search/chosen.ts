// What a buyer looks for, as the address of the page says it: so that it can be shared, kept and gone back to.

export type Chosen = {
  words: string;
  /** Chosen values by facet. */
  values: Map<string, Set<string>>;
  available: boolean;
  sort: string;
};

/** Names in the address that are no facet's. */
const WORDS = 'q';
const AVAILABLE = 'stock';
const SORT = 'sort';

/** Reads `?q=…&brand=…&stock=1&sort=cheapest`. Facets that the shop does not have are left out. */
export function read(address: string, facets: string[]): Chosen {
  const said = new URLSearchParams(address);
  const values = facets.flatMap((name): [string, Set<string>][] => {
    const all = said.getAll(name);
    return all.length > 0 ? [[name, new Set(all)]] : [];
  });
  return {
    words: said.get(WORDS) ?? '',
    values: new Map(values),
    available: said.has(AVAILABLE),
    sort: said.get(SORT) ?? '',
  };
}

/** The same as text, `` when nothing is chosen. */
export function write({ words, values, available, sort }: Chosen): string {
  const said = new URLSearchParams();
  if (words.trim()) said.set(WORDS, words.trim());
  for (const [name, chosen] of values) for (const value of chosen) said.append(name, value);
  if (available) said.set(AVAILABLE, '1');
  if (sort) said.set(SORT, sort);
  const text = said.toString();
  return text ? `?${text}` : '';
}
