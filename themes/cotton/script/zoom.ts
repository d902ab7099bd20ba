// The pictures of a product as large as the screen. Fetched at the first tap on one. The dialog holds the focus and gives
// it back; it is swiped, scrolled and pinched as the browser does it.

import { type Facts, make, number, sheet, told, words } from './common.js';
import { follow, go, isBackward, shown } from './reel.js';

const ready = Promise.all([told(), sheet(new URL('./zoom.css', import.meta.url))]);

/** Shows the pictures of a row, that of `link` first. */
export async function open(reel: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  const [shop] = await ready;
  if (document.querySelector('.zoom')) return;
  const links = [...reel.querySelectorAll('a')];
  const list = make('ul', { tabIndex: 0 }, ...links.map((one) => make('li', {}, ...copy(one))));
  const dialog = make('dialog', { className: 'zoom' }, ...controls(shop, list));
  const name = reel.closest('section')?.getAttribute('aria-label') ?? '';
  for (const part of [dialog, list]) part.setAttribute('aria-label', name);
  let place = links.indexOf(link);
  follow(list, (next) => {
    place = next;
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    go(reel.children[place], 'instant');
    links[place]?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  go(list.children[place], 'instant');
}

/** What a link shows, in its largest copy, fetched when it comes near. */
function copy(link: HTMLAnchorElement): Element[] {
  const picture = link.querySelector('picture')?.cloneNode(true);
  if (!(picture instanceof HTMLPictureElement)) return [];
  for (const one of picture.querySelectorAll<HTMLImageElement | HTMLSourceElement>('img, source')) {
    one.sizes = `${picture.querySelector('img')?.width}px`;
    if (one instanceof HTMLImageElement) Object.assign(one, { loading: 'lazy', fetchPriority: 'auto' });
  }
  return [picture];
}

/** Everything in the dialog: number and way out, the pictures, and ways to the next for who does not swipe. */
function controls(shop: Facts, list: HTMLElement): HTMLElement[] {
  const close = make('button', { type: 'button', textContent: words(shop, 'zoom_close') });
  close.addEventListener('click', () => close.closest('dialog')?.close());
  const of = list.children.length;
  if (of < 2) return [make('p', { className: 'zoom-row' }, close), list];
  const status = make('p');
  status.setAttribute('role', 'status');
  const step = (by: number) => go(list.children[Math.min(Math.max(shown(list) + by, 0), of - 1)]);
  const ways = ['zoom_previous', 'zoom_next'].map((key, place) => {
    const way = make('button', { type: 'button', textContent: words(shop, key) });
    way.addEventListener('click', () => step(place ? 1 : -1));
    return way;
  });
  const say = (place: number) => {
    status.textContent = words(shop, 'zoom_at', { n: number(place + 1), of: number(of) });
    // Disabled ones would lose the focus.
    ways.forEach((way, end) => {
      way.setAttribute('aria-disabled', String(place === (end ? of - 1 : 0)));
    });
  };
  say(0);
  follow(list, say);
  addKeys(list, step);
  return [make('div', { className: 'zoom-row' }, status, close), list, make('div', { className: 'zoom-row' }, ...ways)];
}

/** Arrow keys, wherever the focus is in the dialog. */
function addKeys(list: HTMLElement, step: (by: number) => void): void {
  const press = (event: KeyboardEvent) => {
    if (!list.isConnected) return removeEventListener('keydown', press);
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(isBackward(list) ? -by : by);
  };
  addEventListener('keydown', press);
}
