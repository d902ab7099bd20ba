// What an order costs and when it comes: as the shop's own desk counts, in minor units of money.

import { type Facts, latin, pairs, wanted } from './common.js';

/** The sum of an order; without charge and days where they are not known yet. */
export interface Sum {
  goods: number;
  charge: number | null;
  days: number | null;
}

/** What some pieces cost together, by their price `45000/6:40000`. */
export function worth(price: string, quantity: number): number {
  const [first, ...tiers] = price.split('/');
  if (!first || !Number.isInteger(quantity) || quantity < 1) return Number.NaN;
  let unit = Number(first);
  for (const tier of tiers) {
    const [from, lower] = tier.split(':').map(Number);
    if (from !== undefined && lower !== undefined && quantity >= from) unit = lower;
  }
  return unit * quantity;
}

/** What the form orders. Goods that are delivered otherwise have tables of their own, by `;`: the dearest and the
 *  slowest hold for all. */
export function reckon(form: HTMLFormElement, shop: Facts): Sum | null {
  const data = new FormData(form);
  const prices = pairs(form.dataset.goods ?? '');
  const goods = wanted(data).reduce((sum, [sku, quantity]) => sum + worth(prices.get(sku) ?? '', quantity), 0);
  if (!goods) return null;
  const sum = { goods, charge: 0, days: 0 };
  const zone = zoneOf(form, data);
  for (const table of (form.dataset.zones || shop.zones || '').split(';')) {
    const terms = /^(\d+)(?:\/(\d+))?\+(\d+)$/.exec(pairs(table).get(zone) ?? '');
    if (!terms) return { goods, charge: null, days: null };
    const [, charge, free, days] = terms;
    sum.charge = Math.max(sum.charge, free && goods >= Number(free) ? 0 : Number(charge));
    sum.days = Math.max(sum.days, Number(days));
  }
  return sum;
}

/** The zone that is chosen, or that the chosen district is in. */
function zoneOf(form: HTMLFormElement, data: FormData): string {
  const list = form.elements.namedItem('district');
  const group = list instanceof HTMLSelectElement ? list.selectedOptions[0]?.closest('optgroup') : null;
  return String(data.get('zone') ?? group?.dataset.zone);
}

/** The day on which something is there that takes `days` days of work, ordered at `now`. */
export function due(days: number, shop: Facts, now: Date): Date {
  const here = new Intl.DateTimeFormat('en-CA', {
    timeZone: shop.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(now);
  const [day = '', time = ''] = here.split(', ');
  const at = new Date(`${day}T00:00:00Z`);
  const next = () => at.setUTCDate(at.getUTCDate() + 1);
  const off = () => shop.closed.includes(at.getUTCDay() || 7) || shop.holidays.includes(at.toISOString().slice(0, 10));
  if (shop.cutoff && time >= shop.cutoff) next();
  for (let left = 366; off() && left > 0; left -= 1) next();
  for (let count = 0; count < days; count += 1) {
    do next();
    while (off());
  }
  return at;
}

/** An amount in minor units as the shop writes it, seen from how it writes 1234567.89. */
export function money(minor: number, sample: string): string {
  const parts = sample.match(/\p{Nd}+|[^\p{Nd}]+/gu) ?? [];
  const isNumber = (part: string) => /\p{Nd}/u.test(part);
  const first = parts.findIndex(isNumber);
  const last = parts.length - 1 - [...parts].reverse().findIndex(isNumber);
  const shown = parts.slice(first, last + 1);
  const hasDecimals = latin(shown.join('')).replace(/\D+/g, '').length > 7;
  const groups = hasDecimals ? shown.slice(0, -2) : shown;
  const [mark = '', decimals = ''] = hasDecimals ? shown.slice(-2) : [];
  const written = grouped(minor, groups, [...decimals].length, mark);
  const zero = (shown[0]?.codePointAt(0) ?? 49) - 1;
  const digits = written.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  return parts.slice(0, first).join('') + digits + parts.slice(last + 1).join('');
}

/** A number in Latin digits, with the marks and sizes of groups that `groups` shows. No decimals where they are all zero. */
function grouped(minor: number, groups: string[], decimals: number, point: string): string {
  const mark = groups[1] ?? '';
  const size = [...(groups.length > 3 ? (groups[groups.length - 3] ?? '') : 'xxx')].length;
  const [whole = '', rest = ''] = (minor / 10 ** decimals).toFixed(decimals).split('.');
  let head = mark ? whole.slice(0, -3) : '';
  let out = mark ? whole.slice(-3) : whole;
  while (head) {
    out = head.slice(-size) + mark + out;
    head = head.slice(0, -size);
  }
  return Number(rest) ? out + point + rest : out;
}
