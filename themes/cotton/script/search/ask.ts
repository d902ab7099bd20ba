// When nothing is found, the shop is asked.

import { make } from '../dom.js';
import type { Say } from './say.js';
import type { Head } from './shelf.js';

/** A way to ask the shop for what was looked for. */
export function asking(head: Head, say: Say, words: string): HTMLDivElement {
  const text = encodeURIComponent(say('search.ask_text', { text: words }));
  const way = head.ask
    ? make('a', { href: `${head.ask}?text=${text}` }, say('search.ask_whatsapp'))
    : make('a', { href: head.contact }, say('search.ask_contact'));
  return make('div', { className: 'ask' }, make('p', {}, say('search.ask')), make('p', {}, way));
}
