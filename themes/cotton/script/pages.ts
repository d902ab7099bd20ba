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
  if (!empty) return;
  let begun = false;
  const fill = () => {
    if (begun || !(location.hash || holds('posra.basket'))) return;
    begun = true;
    empty.setAttribute('hidden', '');
    import('./basket.js').catch(() => {
      begun = false;
    });
  };
  fill();
  // Something may come into it, or the page come back, while it is shown empty.
  for (const event of ['storage', 'pageshow']) addEventListener(event, fill);
}

/** The page of the search answers what its address asks, or its form is asked. */
function search(): void {
  const form = document.querySelector<HTMLFormElement>('form.find-form');
  if (!form) return;
  const asked = new URLSearchParams(location.search);
  const field = form.querySelector('input');
  if (field && asked.has('q')) field.value = asked.get('q') ?? '';
  // Until the script has come, what is sent keeps what the address narrows by. Never as fields of the form: a name in an
  // address could take the place of what a form can do.
  const sent = (event: Event) => {
    event.preventDefault();
    asked.set('q', field?.value ?? '');
    location.search = asked.toString();
  };
  const take = (): Promise<void> =>
    import('./search-page.js').then((module) => module.take(form)).then(() => form.removeEventListener('submit', sent));
  form.addEventListener('submit', sent);
  if (location.search) take();
  else atFirst(form, ['focusin', 'input'], take);
}
