// What the buyer may narrow by, each with how many goods it would leave.

import { make } from '../dom.js';
import type { Chosen } from './chosen.js';
import { bandId, type Facet } from './narrow.js';
import type { Say } from './say.js';
import type { FacetValue, Head } from './shelf.js';

export type Panel = {
  root: HTMLElement;
  /** Is told how the choice changes. */
  onChange(tell: (change: (chosen: Chosen) => void) => void): void;
  /** Is told when a facet is opened. */
  onOpen(tell: (name: string) => void): void;
  /** Shows the choice, and how many goods every value of a facet would leave of `left`. */
  count(chosen: Chosen, facets: Facet[], left: (name: string) => number[]): void;
};

type Group = { name: string; root: HTMLDetailsElement; boxes: Map<string, { box: HTMLInputElement; count: HTMLElement }> };

export function panel(head: Head, say: Say): Panel {
  const groups = head.facets.filter(({ values, bands }) => (values ?? bands)?.length).map((facet) => group(facet, say));
  const available = make('input', { type: 'checkbox' });
  const clear = make('button', { type: 'button', className: 'find-clear', hidden: true }, say('search.clear'));
  const all = make('div', { className: 'narrow-all' }, make('label', { className: 'choice' }, available, say('search.available')));
  all.append(...groups.map(({ root }) => root), clear);
  const root = make('details', { className: 'narrow' }, make('summary', {}, say('search.narrow')), all);
  // Where there is room beside the goods, it is open.
  root.open = matchMedia('(min-width: 64rem)').matches;
  return {
    root,
    onChange(tell) {
      available.addEventListener('change', () => tell((chosen) => Object.assign(chosen, { available: available.checked })));
      clear.addEventListener('click', () => tell((chosen) => Object.assign(chosen, { available: false, values: new Map() })));
      for (const { name, boxes } of groups) {
        for (const [value, { box }] of boxes) box.addEventListener('change', () => tell((chosen) => choose(chosen, name, value, box.checked)));
      }
    },
    onOpen(tell) {
      for (const { name, root: one } of groups) one.addEventListener('toggle', () => one.open && tell(name));
    },
    count(chosen, facets, left) {
      available.checked = chosen.available;
      clear.hidden = !chosen.available && chosen.values.size === 0;
      for (const one of groups) mark(one, chosen, facets.find(({ name }) => name === one.name), left, say);
    },
  };
}

function group(facet: Head['facets'][number], say: Say): Group {
  const values: FacetValue[] = facet.values ?? (facet.bands ?? []).map((band) => [bandId(band), band[2]]);
  const boxes: Group['boxes'] = new Map();
  const list = make('ul', {}, ...values.map((value) => make('li', {}, choice(value, boxes))));
  const title = facet.title ?? say(`search.${facet.name}`);
  return { name: facet.name, boxes, root: make('details', { className: 'facet' }, make('summary', {}, title), list) };
}

function choice([id, name, colour]: FacetValue, boxes: Group['boxes']): HTMLLabelElement {
  const box = make('input', { type: 'checkbox' });
  const count = make('span', { className: 'facet-count' });
  boxes.set(id, { box, count });
  return make('label', { className: 'choice' }, box, ...(colour ? [swatch(colour)] : []), make('span', { className: 'choice-name' }, name), count);
}

/** A round patch of a colour; its name stands beside it. Drawn, since the page's policy takes no style. */
function swatch(colour: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const circle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  for (const [name, value] of Object.entries({ class: 'swatch', viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' })) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries({ cx: '8', cy: '8', r: '8', fill: colour })) circle.setAttribute(name, value);
  svg.append(circle);
  return svg;
}

function choose(chosen: Chosen, name: string, value: string, is: boolean): void {
  const values = chosen.values.get(name) ?? new Set();
  if (is) values.add(value);
  else values.delete(value);
  if (values.size > 0) chosen.values.set(name, values);
  else chosen.values.delete(name);
}

function mark({ name, root, boxes }: Group, chosen: Chosen, facet: Facet | undefined, left: (name: string) => number[], say: Say): void {
  const values = chosen.values.get(name);
  if (values) root.open = true;
  const goods = facet ? left(name) : [];
  for (const [value, { box, count }] of boxes) {
    box.checked = values?.has(value) ?? false;
    const found = facet?.values.get(value);
    const number = found ? goods.filter((one) => found.has(one)).length : 0;
    count.textContent = facet ? say('search.n', { n: number }) : '';
    box.disabled = facet !== undefined && number === 0 && !box.checked;
  }
}
