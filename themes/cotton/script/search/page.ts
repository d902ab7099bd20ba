// The page of the search: what to narrow by, and the goods, as its form and the address say.

import { make, sheet } from '../dom.js';
import { asking } from './ask.js';
import { cardOf } from './card.js';
import { type Chosen, read, write } from './chosen.js';
import { find } from './find.js';
import { type Panel, panel } from './panel.js';
import { type Facet, facet, narrowed, sorted } from './narrow.js';
import { type Say, sayer } from './say.js';
import { Shelf } from './shelf.js';

/** Goods that are shown at once. */
const SHOWN = 12;

/** Sorts, the first is the search's own. */
const SORTS = ['', 'cheapest', 'dearest', 'newest'];

type Parts = {
  root: HTMLElement;
  field: HTMLInputElement;
  sort: HTMLSelectElement;
  status: HTMLParagraphElement;
  results: HTMLUListElement;
  more: HTMLButtonElement;
  after: HTMLDivElement;
  panel: Panel;
};

type State = { shelf: Shelf; say: Say; chosen: Chosen; facets: Map<string, Facet>; parts: Parts; turn: number };

/** Takes the form over: what is found stands after it, and the goods by collection step back. */
export async function take(form: HTMLFormElement): Promise<void> {
  const [shelf] = await Promise.all([Shelf.open(location.pathname), sheet(new URL('./search.css', import.meta.url))]);
  const say = sayer(shelf.head);
  const parts = built(form, shelf, say);
  const state: State = { shelf, say, chosen: fromAddress(shelf), facets: new Map(), parts, turn: 0 };
  parts.root.append(parts.panel.root, make('div', { className: 'found' }, top(parts, say), parts.results, parts.more, parts.after));
  listen(state, form);
  // The field holds what the address asks, or what was typed since.
  if (state.chosen.words !== parts.field.value) typed(state);
  if (location.search) await fromState(state);
}

function fromAddress(shelf: Shelf): Chosen {
  return read(location.search, shelf.head.facets.map(({ name }) => name));
}

function built(form: HTMLFormElement, shelf: Shelf, say: Say): Parts {
  const sorts = SORTS.filter((sort) => sort !== 'newest' || shelf.head.facets.some(({ name }) => name === 'newest'));
  const option = (value: string): HTMLOptionElement => make('option', { value }, say(`search.${value || 'best'}`));
  const status = form.nextElementSibling as HTMLParagraphElement;
  return {
    root: status.nextElementSibling as HTMLElement,
    field: form.elements.namedItem('q') as HTMLInputElement,
    sort: make('select', { id: 'search-sort' }, ...sorts.map(option)),
    status,
    results: make('ul', { className: 'cards' }),
    more: make('button', { type: 'button', className: 'button plain', hidden: true }, say('search.more')),
    after: make('div'),
    panel: panel(shelf.head, say),
  };
}

function top({ sort }: Parts, say: Say): HTMLParagraphElement {
  const label = make('label', { htmlFor: sort.id }, say('search.sort'));
  return make('p', { className: 'found-sort' }, label, ' ', sort);
}

function listen(state: State, form: HTMLFormElement): void {
  const { parts } = state;
  const choose = (change: (chosen: Chosen) => void): void => {
    change(state.chosen);
    history.pushState(null, '', address(state));
    void answer(state);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    typed(state);
    parts.field.blur();
  });
  parts.field.addEventListener('input', () => typed(state));
  parts.sort.addEventListener('change', () => choose((chosen) => Object.assign(chosen, { sort: parts.sort.value })));
  parts.panel.onChange(choose);
  parts.panel.onOpen((name) => void opened(state, name).then(() => answer(state)));
  parts.more.addEventListener('click', () => void more(state));
  addEventListener('popstate', () => {
    // A link within the page is no question.
    if (parts.root.hidden && !location.search) return;
    state.chosen = fromAddress(state.shelf);
    void fromState(state);
  });
}

/** Answers what is typed. Each letter would be a step to go back to; a choice is one. */
function typed(state: State): void {
  state.chosen.words = state.parts.field.value;
  history.replaceState(null, '', address(state));
  void answer(state);
}

function address({ chosen }: State): string {
  return write(chosen) || location.pathname;
}

async function fromState(state: State): Promise<void> {
  const { chosen, parts } = state;
  parts.field.value = chosen.words;
  parts.sort.value = chosen.sort;
  await Promise.all([...chosen.values.keys()].map((name) => opened(state, name)));
  await answer(state);
}

/** Fetches a facet when it is first opened or chosen. */
async function opened(state: State, name: string): Promise<void> {
  if (!state.facets.has(name)) state.facets.set(name, await facet(state.shelf, name));
}

let shown: number[] = [];

async function answer(state: State): Promise<void> {
  state.turn += 1;
  const mine = state.turn;
  const { shelf, say, chosen, parts } = state;
  const facets = [...state.facets.values()];
  const { available } = shelf.index;
  parts.results.setAttribute('aria-busy', 'true');
  try {
    const found = await find(shelf, chosen.words);
    const goods = await sorted(narrowed(found.goods, chosen, facets, available), chosen.sort, shelf);
    const cards = await Promise.all(goods.slice(0, SHOWN).map((number) => shelf.card(number)));
    if (mine !== state.turn) return;
    shown = goods;
    parts.results.replaceChildren(...cards.flatMap((card) => (card ? [cardOf(card, say)] : [])));
    parts.more.hidden = goods.length <= SHOWN;
    parts.panel.count(chosen, facets, (name) => narrowed(found.goods, chosen, facets, available, name));
    tell(state, found.near, goods.length);
    show(parts, true);
  } catch {
    if (mine !== state.turn) return;
    parts.status.textContent = say('search.failed');
    show(parts, false);
  }
}

/** What was found is filled in before it is shown, so that nothing moves. The list stays where nothing answers. */
function show({ root, results }: Parts, found: boolean): void {
  results.setAttribute('aria-busy', 'false');
  root.hidden = false;
  root.nextElementSibling?.toggleAttribute('hidden', found);
}

function tell({ shelf, say, chosen, parts }: State, near: boolean, count: number): void {
  const words = chosen.words.trim();
  const none = words ? say('search.none', { text: words }) : '';
  if (count > 0) parts.status.textContent = near ? `${none} ${say('search.near')}` : say('search.found', { n: count });
  else parts.status.textContent = chosen.values.size > 0 || chosen.available ? say('search.narrowed') : none;
  parts.after.replaceChildren(...(words && (near || count === 0) ? [asking(shelf.head, say, words)] : []));
}

/** Shows more of what was found, and goes on reading there. */
async function more({ shelf, say, parts }: State): Promise<void> {
  const begin = parts.results.children.length;
  const cards = await Promise.all(shown.slice(begin, begin + SHOWN).map((number) => shelf.card(number)));
  parts.results.append(...cards.flatMap((card) => (card ? [cardOf(card, say)] : [])));
  parts.more.hidden = shown.length <= parts.results.children.length;
  parts.results.children[begin]?.querySelector('a')?.focus();
}
