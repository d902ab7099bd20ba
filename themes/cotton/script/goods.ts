// What the page of a product says of its goods. The page of the bag reads other pages with it.

import { latin, pairs } from './digits.js';
import { orderForm } from './dom.js';

/** Goods as their page sells them now. */
export interface Goods {
  title: string;
  choice: string;
  /** `SKU=45000/6:40000`. */
  goods: string;
  zones: string | null;
  ticket: string;
  picture: string;
  least: number;
  most: number;
  step: number;
}

/** SKUs and numbers that a form asks for: of its product, or of the bag. */
export function wanted(data: FormData): [sku: string, quantity: number][] {
  const items = String(data.get('items') ?? '');
  if (!items) return [[String(data.get('variant')), Number(latin(String(data.get('quantity') ?? '1')))]];
  return items.split(' ').map((item) => {
    const [sku = '', quantity] = item.split('*');
    return [sku, Number(quantity)];
  });
}

/** What a product's page says of one of its goods; `undefined` when it does not sell it now. */
export function goodsOf(page: Document, sku: string): Goods | undefined {
  const form = orderForm(page);
  if (!form) return undefined;
  const field = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`);
  const price = pairs(form.dataset.goods ?? '').get(sku);
  const choice = [...form.querySelectorAll('[name=variant]')].find((one) => one.getAttribute('value') === sku);
  if (!price || field('kind')?.value !== 'order' || !choice || choice.hasAttribute('disabled')) return undefined;
  const group = choice.closest('.choice-grid')?.previousElementSibling?.textContent ?? '';
  const name = choice.closest('.choice')?.querySelector('.choice-name')?.firstChild?.textContent ?? '';
  return {
    title: field('title')?.value ?? '',
    choice: [group, name]
      .map((one) => one.trim())
      .filter(Boolean)
      .join(' · '),
    goods: `${sku}=${price}`,
    zones: form.dataset.zones ?? null,
    ticket: field('ticket')?.value ?? '',
    picture: page.querySelector('.patch-good img')?.getAttribute('src') ?? '',
    least: Number(field('quantity')?.min ?? 1),
    most: Number(field('quantity')?.max ?? 1),
    step: Number(field('quantity')?.step || 1),
  };
}

/** A number of pieces that may be ordered. */
export function possible({ least, most, step }: Pick<Goods, 'least' | 'most' | 'step'>, quantity: number): number {
  const number = Math.min(Math.max(Math.floor(quantity) || least, least), most);
  return number - ((number - least) % step);
}
