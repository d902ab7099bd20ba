// How a product is shown among the results: as the theme's lists show it.

import { make } from '../dom.js';
import type { Say } from './say.js';
import type { Amount, Card } from './shelf.js';

/** A card of a list. */
export function cardOf(card: Card, say: Say): HTMLLIElement {
  const title = make('h2', { className: 'card-title' }, make('a', { href: card.link }, card.title));
  if (card.lang) title.lang = card.lang;
  const words = make('div', { className: 'card-words' }, title, priceOf(card, say));
  if (card.stock) words.append(make('span', { className: `stock ${card.stock}` }, say(`stock.${card.stock}`)));
  return make('li', { className: 'card' }, make('div', { className: 'card-picture' }, pictureOf(card)), words);
}

function pictureOf({ picture }: Card): Element {
  if (!picture) return make('span', { className: 'blank' });
  const [src, width, height] = picture;
  return make('img', { src, width, height, alt: '', loading: 'lazy', decoding: 'async' });
}

/** The price in words. An offer that ended since the page was made is not told. */
export function priceOf(card: Card, say: Say): HTMLParagraphElement {
  const ended = card.until !== undefined && Date.now() >= Date.parse(card.until);
  const now = ended ? card.was : card.price;
  const price = make('p', { className: 'price' });
  if (!now) {
    price.append(make('span', { className: 'ask-price' }, say('price.on_request')));
    return price;
  }
  const was = ended ? undefined : card.was;
  if (was) price.append(unseen(say('price.now')));
  price.append(make('strong', {}, money(now)));
  if (card.from) price.append(' ', make('span', { className: 'from' }, say('price.from')));
  if (was) price.append(' ', make('del', {}, unseen(say('price.was')), money(was)));
  return price;
}

function money([before, number, after]: Amount): HTMLSpanElement {
  const sign = (text: string): Node[] => (text ? [make('small', {}, text)] : []);
  return make('span', { className: 'money' }, ...sign(before), number, ...sign(after));
}

function unseen(words: string): HTMLSpanElement {
  return make('span', { className: 'vh' }, `${words} `);
}
