// Goods that this browser looked at, kept here alone: offered again below a product, without a price, since what was seen
// may cost something else by now.

import { orderForm } from './dom.js';
import { keep, kept } from './keep.js';

const SEEN = 'posra.seen';
const MOST = 8;
const MONTH = 2592e6;

interface Seen {
  /** The same in every language and for every variant. */
  product: string;
  link: string;
  title: string;
  lang: string;
  picture: string;
  at: number;
}

/** Remembers the product of this page, and shows those before it. */
export async function visit(): Promise<void> {
  const here = current();
  const others = seen().filter((one) => one.product !== here.product);
  keep('localStorage', SEEN, [here, ...others].slice(0, MOST + 1));
  if (others.length) await show(others.slice(0, MOST));
}

function current(): Seen {
  const form = orderForm();
  const value = (name: string) => form?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value;
  const heading = document.querySelector('h1');
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  return {
    product: value('product') ?? new URL(canonical).pathname,
    link: location.pathname,
    title: heading?.firstChild?.textContent?.trim() ?? '',
    lang: heading?.lang || document.documentElement.lang,
    picture: document.querySelector('.thumbs img, .patch-good img')?.getAttribute('src') ?? '',
    at: Date.now(),
  };
}

/** What is remembered of this shop, newest first, not older than a month. */
function seen(): Seen[] {
  const all = kept('localStorage', SEEN);
  const shop = new URL('../', import.meta.url).pathname;
  const isOurs = ({ link, at }: Seen) => link?.startsWith(shop) && !link.startsWith('//') && Date.now() - at < MONTH;
  return Array.isArray(all) ? all.filter(isOurs) : [];
}

async function show(goods: Seen[]): Promise<void> {
  const { make, sheet, told, words } = await import('./common.js');
  const [shop] = await Promise.all([told(), sheet(new URL('./recent.css', import.meta.url))]);
  const card = ({ link, title, lang, picture }: Seen) => {
    const image = picture ? [make('img', { src: picture, alt: '', width: 72, height: 72, loading: 'lazy' })] : [];
    return make('li', {}, make('a', { href: link }, ...image, make('span', { textContent: title, lang })));
  };
  const heading = make('h2', { textContent: words(shop, 'seen') });
  const forget = make('button', { type: 'button', textContent: words(shop, 'seen_forget') });
  const band = make('section', { className: 'band seen' }, heading, make('ul', {}, ...goods.map(card)), forget);
  forget.addEventListener('click', () => {
    keep('localStorage', SEEN, null);
    const said = make('p', { textContent: words(shop, 'seen_gone'), tabIndex: -1 });
    band.replaceChildren(heading, said);
    said.focus();
  });
  document.querySelector('main')?.append(band);
}
