// What the shop tells its scripts in the language of the page: `orders/<language>.json`, fetched once, when it is needed.

export interface Facts {
  words: Record<string, string>;
  /** 1234567.89 as the shop writes money. */
  money: string;
  zones: string | null;
  basket: string;
  thanks: string;
  timeZone: string;
  cutoff: string | null;
  closed: number[];
  holidays: string[];
  /** Whether the form may be posted without leaving the page. */
  fetch: boolean;
  /** Whether the answer says where to go next. */
  leads: boolean;
}

export const language = document.documentElement.lang;

let facts: Promise<Facts> | undefined;

export function told(): Promise<Facts> {
  facts ??= fetch(new URL(`../orders/${language}.json`, import.meta.url)).then((answer) => answer.json());
  facts.catch(() => {
    facts = undefined;
  });
  return facts;
}

/** Words of the shop with their places filled in; nothing when the shop does not know them. */
export function words(shop: Facts, key: string, places: Record<string, string> = {}): string {
  return (shop.words[key] ?? '').replace(/\{(\w+)\}/g, (place, name) => places[name] ?? place);
}

/** A number as the page's language writes it. */
export const number = (value: number): string => new Intl.NumberFormat(language).format(value);
