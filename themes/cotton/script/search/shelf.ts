// The files of the index, fetched when they are asked for and kept while the page is open.

import { type Folding, folding, type Table } from './sounds.js';

/** `search/index.json`. */
export type Index = Table & {
  /** Beginnings of keys, by file of words. */
  words: string[][];
  /** Goods in all; those that can be bought now are the first of them. */
  count: number;
  available: number;
  /** Goods in one file of cards. */
  each: number;
};

/** `search/words.json` of a language. */
export type Head = {
  words: Record<string, string>;
  facets: { name: string; title?: string | null; values?: FacetValue[]; bands?: Band[] }[];
  digits: string;
  /** Where the files of every language stand, and the page of the search. */
  index: string;
  page: string;
  contact: string;
  ask: string | null;
};
export type FacetValue = [id: string, name: string, colour?: string];
export type Band = [from: number | null, below: number | null, name: string];

/** What stands before the number, the number, and what stands after it. */
export type Amount = [before: string, number: string, after: string];

export type Card = {
  link: string;
  title: string;
  lang?: string;
  price?: Amount;
  from?: true;
  was?: Amount;
  until?: string;
  stock?: string;
  picture?: [link: string, width: number, height: number];
  thumbnail?: string;
};

/** Goods that have a word, by how much it says of them. */
export type Goods = number[][];

export class Shelf {
  readonly folding: Folding;
  #kept = new Map<string, Promise<unknown>>();

  constructor(
    readonly head: Head,
    readonly index: Index,
    private readonly read: (link: string) => Promise<unknown> = json,
  ) {
    this.folding = folding(index);
  }

  /** Opens the search whose page is at `page`. */
  static async open(page: string, read = json): Promise<Shelf> {
    const head = (await read(`${page}words.json`)) as Head;
    return new Shelf(head, (await read(`${head.index}index.json`)) as Index, read);
  }

  /** Words of a file, with their goods or the number of the file of goods. */
  words(file: number): Promise<Record<string, string | number>> {
    return this.#fetched(`${this.head.index}words-${file}.json`);
  }

  /** Goods of a word, from what stands beside it. */
  async goods(word: string, found: string | number): Promise<Goods> {
    if (typeof found === 'string') return goods(found);
    const file = await this.#fetched<Record<string, string>>(`${this.head.index}goods-${found}.json`);
    return goods(file[word] ?? '');
  }

  narrow<Facet>(name: string): Promise<Facet> {
    return this.#fetched(`${this.head.index}narrow-${encodeURIComponent(name)}.json`);
  }

  /** What is shown of a product. */
  async card(number: number): Promise<Card | undefined> {
    const { each } = this.index;
    const file = await this.#fetched<Card[]>(`${this.head.page}cards-${Math.floor(number / each)}.json`);
    return file[number % each];
  }

  #fetched<Value>(link: string): Promise<Value> {
    const known = this.#kept.get(link) ?? this.read(link);
    this.#kept.set(link, known);
    known.catch(() => this.#kept.delete(link));
    return known as Promise<Value>;
  }
}

/** A file as it is now: parts of the index that are older than others would lead to the wrong goods. */
async function json(link: string): Promise<unknown> {
  const answer = await fetch(link, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${answer.status} ${link}`);
  return answer.json();
}

/** `0,3,1;2`: steps from number to number, by weight. */
export function goods(text: string): Goods {
  return text.split(';').map(numbers);
}

/** `3,1,1`: the first number, and from each to the next. */
export function numbers(text: string): number[] {
  let last = 0;
  return text ? text.split(',').map((step) => (last += Number(step))) : [];
}
