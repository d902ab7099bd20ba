// What every page begins with: what it can only know in the buyer's browser, and when the other scripts are fetched.
// Everything works without it.

import { isPlain, orderForm } from './dom.js';
import { holds } from './first.js';

endOffers();
order();
if (holds('posra.basket')) import('./bag.js').then((module) => module.showBag());
search();

/** Offers that ended since the page was made: the price without the offer takes their place. */
function endOffers(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-until]')) {
    if (Date.now() < Date.parse(part.dataset.until ?? '')) continue;
    for (const gone of part.querySelectorAll<HTMLElement>('[data-offer]')) gone.hidden = true;
    for (const back of part.querySelectorAll<HTMLElement>('[data-regular]')) back.hidden = false;
  }
}

/** The order form has a script of its own, which comes at the first touch, or when an order waits for a line. */
function order(): void {
  const form = orderForm();
  form?.addEventListener('focusin', () => import('./order.js').then((module) => module.take(form)), { once: true });
  if (holds('posra.waiting')) import('./order.js').then((module) => module.sendWaiting());
}

/** The link to the search opens it in front of the page; where the search has the page for itself, it leads there. */
function search(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.find');
  if (document.querySelector('.find-form')) return;
  link?.addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    import('./search.js').then((module) => module.open(link));
  });
}
