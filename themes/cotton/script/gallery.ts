// Which of how many pictures of a product is shown. Fetched when the row is touched; without it the row is swiped, and
// thumbnails lead to their pictures.

import { isPlain, make } from './dom.js';
import { follow, go, shown } from './reel.js';

/** Takes the row of pictures. */
export function take(reel: HTMLElement): void {
  const items = [...reel.children];
  if (items.length < 2) return;
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
    reveal(thumbs[place]);
  });
  thumbs.forEach((thumb, place) => {
    thumb.addEventListener('click', (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(items[place]);
    });
  });
}

/** Brings a thumbnail into sight within its row. The page never scrolls: whoever looked at the pictures may have gone on. */
function reveal(thumb: HTMLElement | undefined): void {
  const row = thumb?.closest('.thumbs');
  if (!thumb || !row) return;
  const [own, seen] = [thumb.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += Math.min(0, own.left - seen.left) + Math.max(0, own.right - seen.right);
}
