// On every page. What a page can only know in the buyer's browser, and when the other scripts are fetched.
// Everything works without it.

import { isPlain } from './dom.js';

endOffers();
chooseVariant();
order();
bag();
search();
gallery();
recent();

/** Offers that ended since the page was made: the price without the offer takes their place. */
function endOffers(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-until]')) {
    if (Date.now() < Date.parse(part.dataset.until ?? '')) continue;
    for (const gone of part.querySelectorAll<HTMLElement>('[data-offer]')) gone.hidden = true;
    for (const back of part.querySelectorAll<HTMLElement>('[data-regular]')) back.hidden = false;
  }
}

/** `?variant=SKU` chooses that variant in the form, as adverts and feeds ask for it. */
function chooseVariant(): void {
  const wanted = new URLSearchParams(location.search).get('variant');
  for (const choice of document.querySelectorAll<HTMLInputElement>('input[name=variant][type=radio]')) {
    if (choice.value === wanted && !choice.disabled) choice.checked = true;
  }
}

/** The order form has a script of its own, which comes at the first touch, or when an order waits for a line. */
function order(): void {
  const form = document.querySelector<HTMLFormElement>('form.order-form');
  form?.addEventListener('focusin', () => import('./order.js').then((module) => module.take(form)), { once: true });
  const reference = document.querySelector('[data-reference]');
  if (reference) import('./thanks.js').then((module) => module.thank(reference));
  if (holds('posra.waiting')) import('./order.js').then((module) => module.sendWaiting());
}

/** Goods can be put aside where they can be ordered; the header counts them. */
function bag(): void {
  const words = document.querySelector<HTMLElement>('script[data-basket]')?.dataset.basket;
  const form = document.querySelector<HTMLFormElement>('form.order-form');
  if (holds('posra.basket')) import('./bag.js').then((module) => module.showBag());
  if (!words || !form?.querySelector('[name=kind][value=order]')) return;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'button plain', textContent: words });
  button.addEventListener('click', () => import('./bag.js').then((module) => module.put(form, button)));
  form.querySelector('.submit .button')?.after(button);
}

/** The link to the search opens it in front of the page; on its own page it takes the place of the list. */
function search(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.find');
  const root = document.querySelector<HTMLElement>('.search');
  if (root) import('./search-page.js').then((module) => module.take(root));
  else
    link?.addEventListener('click', (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      import('./search.js').then((module) => module.open(link));
    });
}

/** Pictures of a product open larger on the page; a touch brings what says which of how many is shown. */
function gallery(): void {
  const reel = document.querySelector<HTMLElement>('.reel');
  reel?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    // Where that cannot be had, the picture opens by itself.
    import('./zoom.js').then((module) => module.open(reel, link)).catch(() => location.assign(link.href));
  });
  const section = reel?.parentElement;
  atFirst(section, ['pointerover', 'focusin', 'scroll'], () => {
    if (reel) import('./gallery.js').then((module) => module.take(reel));
  });
}

/** What was looked at, a little at least, is remembered and offered again. */
function recent(): void {
  if (!document.body.classList.contains('on-product')) return;
  atFirst(document, ['scroll'], () => import('./recent.js').then((module) => module.visit()));
}

/** Calls `come` at the first of these events. */
function atFirst(target: EventTarget | null | undefined, events: string[], come: () => void): void {
  let came = false;
  const once = () => {
    if (!came) come();
    came = true;
  };
  // Scrolling is told to nothing above what is scrolled, unless on the way down.
  for (const event of events) target?.addEventListener(event, once, true);
}

/** Whether the browser keeps something of that name. */
function holds(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
