// The page of a product, and of one choice of it.

import './every.js';
import { isPlain, orderForm } from './dom.js';
import { atFirst } from './first.js';

chooseVariant();
basketButton();
gallery();
// What was looked at, a little at least, is remembered and offered again.
atFirst(document, ['scroll'], () => import('./recent.js').then((module) => module.visit()));

/** `?variant=SKU` chooses that variant in the form, as adverts and feeds ask for it. */
function chooseVariant(): void {
  const wanted = new URLSearchParams(location.search).get('variant');
  for (const choice of document.querySelectorAll<HTMLInputElement>('input[name=variant][type=radio]')) {
    if (choice.value === wanted && !choice.disabled) choice.checked = true;
  }
}

/** What can be ordered can be put aside. */
function basketButton(): void {
  const words = document.querySelector<HTMLElement>('script[data-basket]')?.dataset.basket;
  const form = orderForm();
  if (!words || !form?.querySelector('[name=kind][value=order]')) return;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'button plain', textContent: words });
  button.addEventListener('click', () => import('./bag.js').then((module) => module.put(form, button)));
  form.querySelector('.submit .button')?.after(button);
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
