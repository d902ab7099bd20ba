// The page of thanks: the number of the order that was sent from here, and how to order the same again.

import { AGAIN, keep, kept, type Line, make, SENT, takeOut, told, words } from './common.js';

interface Sent {
  number: string;
  /** Whether the same can be ordered again. */
  again?: boolean;
  /** What was ordered of the bag. */
  items?: string;
}

export async function thank(place: Element): Promise<void> {
  const sent = kept('sessionStorage', SENT) as Sent | null;
  if (!sent?.number) return;
  // Once: what is put aside from now on is not what was ordered.
  takeOut(sent.items ?? '');
  keep('sessionStorage', SENT, { ...sent, items: '' });
  const shop = await told();
  place.textContent = words(shop, 'number', { number: sent.number });
  const lines = sent.again ? kept('localStorage', AGAIN) : null;
  if (!Array.isArray(lines) || document.querySelector('.again')) return;
  const link = make('a', { href: shop.basket + again(lines), textContent: words(shop, 'again') });
  place.after(make('p', { className: 'more again' }, link));
}

/** What a link to the bag carries to lay these goods into it: SKUs, numbers and pages, nothing of the buyer. */
function again(lines: Line[]): string {
  return `#${new URLSearchParams(lines.map(({ sku, quantity, page }) => [`${sku}*${quantity}`, page]))}`;
}
