// Every page that is not a product's: some of them have a script of their own.

import './every.js';
import { atFirst, holds } from './first.js';

basket();
search();
const reference = document.querySelector('[data-reference]');
if (reference) import('./thanks.js').then((module) => module.thank(reference));

/** The page of the bag is filled when there is something in it, or in the address. */
function basket(): void {
  const empty = document.querySelector('[data-basket-empty]');
  const fill = () => {
    if (!location.hash && !holds('posra.basket')) return;
    empty?.setAttribute('hidden', '');
    import('./basket.js');
  };
  // Something may have come into it, or the page come back, while it was shown empty.
  for (const event of empty ? ['storage', 'pageshow'] : []) addEventListener(event, fill);
}

/** The page of the search answers what its address asks, or its form is asked. */
function search(): void {
  const form = document.querySelector<HTMLFormElement>('form.find-form');
  const take = (): Promise<void> | null => form && import('./search-page.js').then((module) => module.take(form));
  if (location.search) take();
  else atFirst(form, ['focusin'], take);
}
