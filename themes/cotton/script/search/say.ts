// Words of the theme, with numbers in the reader's digits.

import type { Head } from './shelf.js';

export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Words by their key; `{n}` and the like are filled in. */
export function sayer({ words, digits }: Head): Say {
  const own = [...digits];
  const shown = (value: string | number): string =>
    typeof value === 'number' ? String(value).replace(/\d/g, (digit) => own[Number(digit)] ?? digit) : value;
  return (key, values = {}) =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name] ?? ''));
}
