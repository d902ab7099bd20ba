// The search that opens above a page: a combobox whose list shows goods as one types (ARIA Authoring Practices 1.2,
// "Editable Combobox With List Autocomplete").

import { make, sheet } from '../dom.js';
import { priceOf } from './card.js';
import { find } from './find.js';
import { asking } from './ask.js';
import { type Say, sayer } from './say.js';
import { type Card, Shelf } from './shelf.js';

/** Goods in the list. */
const SHOWN = 6;

type Box = {
  page: string;
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  list: HTMLUListElement;
  status: HTMLParagraphElement;
  after: HTMLDivElement;
};

let opened: Promise<{ box: Box; shelf: Shelf; say: Say }> | undefined;

/** Opens the search in front of the page. `link` leads to the page of the search, in case that fails. */
export async function open(link: HTMLAnchorElement): Promise<void> {
  opened ??= begin(link.href);
  try {
    const { box } = await opened;
    box.dialog.showModal();
    box.input.select();
  } catch {
    location.assign(link.href);
  }
}

async function begin(page: string): Promise<{ box: Box; shelf: Shelf; say: Say }> {
  const shelf = await Shelf.open(page);
  const say = sayer(shelf.head);
  const box = built(page, say);
  let asked = 0;
  box.input.addEventListener('input', async () => {
    asked += 1;
    const mine = asked;
    const words = box.input.value.trim();
    const shown = words ? await answer(shelf, words).catch(() => undefined) : { cards: [], count: 0, near: false };
    // An answer that comes after a later question is not the answer.
    if (mine === asked) show(box, shelf, say, words, shown);
  });
  box.input.addEventListener('keydown', (event) => keys(box, event));
  await sheet(new URL('./search.css', import.meta.url));
  document.body.append(box.dialog);
  return { box, shelf, say };
}

function built(page: string, say: Say): Box {
  const label = make('label', { htmlFor: 'find-q' }, say('search.label'));
  const input = make('input', { id: 'find-q', type: 'search', name: 'q', autocomplete: 'off', enterKeyHint: 'search' });
  const list = make('ul', { id: 'find-list', className: 'find-list', hidden: true });
  const status = make('p', { className: 'find-status' });
  const after = make('div', { className: 'find-after' });
  const close = make('button', { type: 'button', className: 'find-close' }, say('search.close'));
  const form = make('form', { className: 'field' }, label, input);
  const dialog = make('dialog', { className: 'finder' }, make('div', { className: 'find-head' }, form, close), status, list, after);
  attributes(form, { role: 'search' });
  // Most pages forbid forms to be sent; to go to an address is no form.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.assign(`${page}?${new URLSearchParams({ q: input.value })}`);
  });
  attributes(dialog, { 'aria-label': say('search.label') });
  attributes(list, { role: 'listbox', 'aria-label': say('search.label') });
  attributes(status, { role: 'status' });
  attributes(input, { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'find-list', 'aria-autocomplete': 'list' });
  close.addEventListener('click', () => dialog.close());
  // A tap beside it closes it, as people expect.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  return { page, dialog, input, list, status, after };
}

type Shown = { cards: Card[]; count: number; near: boolean };

async function answer(shelf: Shelf, words: string): Promise<Shown> {
  const { goods, near } = await find(shelf, words);
  const cards = await Promise.all(goods.slice(0, SHOWN).map((number) => shelf.card(number)));
  return { cards: cards.filter((card) => card !== undefined), count: goods.length, near };
}

/** Shows an answer; `undefined` is a line that failed. */
function show(box: Box, shelf: Shelf, say: Say, words: string, shown: Shown | undefined): void {
  const { cards = [], count = 0, near = false } = shown ?? {};
  box.list.replaceChildren(...cards.map((card, place) => option(card, place, say)));
  box.list.hidden = cards.length === 0;
  attributes(box.input, { 'aria-expanded': String(cards.length > 0) });
  box.input.removeAttribute('aria-activedescendant');
  box.status.textContent = told(say, words, shown);
  box.after.replaceChildren();
  if (shown && (near || (words && count === 0))) box.after.append(asking(shelf.head, say, words));
  else if (count > cards.length) box.after.append(make('a', { href: `${box.page}?q=${encodeURIComponent(words)}` }, say('search.all')));
}

function told(say: Say, words: string, shown: Shown | undefined): string {
  if (!shown) return say('search.failed');
  if (!words) return '';
  if (shown.count === 0) return say('search.none', { text: words });
  return shown.near ? `${say('search.none', { text: words })} ${say('search.near')}` : say('search.found', { n: shown.count });
}

function option(card: Card, place: number, say: Say): HTMLLIElement {
  const title = make('span', { className: 'find-title' }, card.title);
  if (card.lang) title.lang = card.lang;
  const words = make('span', { className: 'find-words' }, title, priceOf(card, say));
  if (card.stock) words.append(make('span', { className: `stock ${card.stock}` }, say(`stock.${card.stock}`)));
  const picture = card.thumbnail ? make('img', { src: card.thumbnail, alt: '', width: 56, height: 56 }) : make('span', { className: 'blank' });
  const one = make('li', { id: `find-${place}` }, picture, words);
  attributes(one, { role: 'option', 'aria-selected': 'false', 'data-link': card.link });
  one.addEventListener('click', () => location.assign(card.link));
  return one;
}

/** Arrows move through the list, Enter opens what they stand on, Escape empties the field and then closes. */
function keys({ dialog, input, list }: Box, event: KeyboardEvent): void {
  const options = [...list.children];
  const current = options.findIndex((one) => one.id === input.getAttribute('aria-activedescendant'));
  const steps: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current < 0 ? options.length - 1 : current - 1 };
  const next = steps[event.key];
  if (next !== undefined && options.length > 0) {
    event.preventDefault();
    choose(input, options, next === options.length ? -1 : next);
  } else if (event.key === 'Enter' && current >= 0) {
    event.preventDefault();
    location.assign(options[current]?.getAttribute('data-link') ?? '');
  } else if (event.key === 'Escape') {
    event.preventDefault();
    if (!input.value) dialog.close();
    input.value = '';
    input.dispatchEvent(new Event('input'));
  }
}

function choose(input: HTMLInputElement, options: Element[], place: number): void {
  options.forEach((one, other) => attributes(one, { 'aria-selected': String(other === place) }));
  const chosen = options[place];
  if (chosen) attributes(input, { 'aria-activedescendant': chosen.id });
  else input.removeAttribute('aria-activedescendant');
  chosen?.scrollIntoView({ block: 'nearest' });
}

function attributes(element: Element, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
}
