// The pictures of a product: which of how many is shown, and the larger ones on the page. Without it the row is swiped,
// thumbnails lead to their pictures, and a picture opens by itself.

import { make } from './dom.js';
import { follow, go, shown } from './reel.js';

/** Takes the row of pictures. */
export function take(reel: HTMLElement): void {
  const items = [...reel.children];
  for (const link of reel.querySelectorAll('a')) link.setAttribute('aria-haspopup', 'dialog');
  reel.addEventListener('click', (event) => larger(event, reel));
  if (items.length > 1) count(reel, items);
}

function count(reel: HTMLElement, items: Element[]): void {
  const thumbs = [...(reel.parentElement?.querySelectorAll<HTMLElement>('.thumbs a') ?? [])];
  const status = make('p', { className: 'at' });
  status.setAttribute('role', 'status');
  const total = new Intl.NumberFormat(document.documentElement.lang).format(items.length);
  const say = (place: number) => {
    thumbs.forEach((thumb, at) => {
      if (at === place) thumb.setAttribute('aria-current', 'true');
      else thumb.removeAttribute('aria-current');
    });
    // The thumbnail's name says the number, in the words and digits of the page.
    status.textContent = `${thumbs[place]?.textContent ?? ''} / ${total}`;
  };
  say(shown(reel));
  reel.before(status);
  follow(reel, (place) => {
    say(place);
    thumbs[place]?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  thumbs.forEach((thumb, place) => {
    thumb.addEventListener('click', (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(items[place]);
    });
  });
}

/** Opens the picture larger on the page; where that cannot be had, by itself. */
function larger(event: MouseEvent, reel: HTMLElement): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || !isPlain(event)) return;
  event.preventDefault();
  import('./zoom.js').then((module) => module.open(reel, link)).catch(() => location.assign(link.href));
}

/** Whether a click asks for no other tab, window or file. */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !(button || ctrlKey || metaKey || shiftKey || altKey);
}
