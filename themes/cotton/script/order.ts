// An order form in the buyer's browser: the sum while choosing, one order however often it is sent, and an order that
// waits when the line is dead. Fetched at the first touch of a form; everything works without it.

import { AGAIN, type Facts, field, keep, language, make, ordered, SENT, takeOut, told, words } from './common.js';
import { faults, line } from './faults.js';
import { named, post, sendWaiting, wait } from './queue.js';
import { due, money, reckon, worth } from './sum.js';

export { due, money, sendWaiting, worth };

addEventListener('online', sendWaiting);

/** Takes a form. */
export function take(form: HTMLFormElement): void {
  form.noValidate = true;
  form.addEventListener('submit', (event) => submit(form, event));
  // A page that the browser kept whole, for going back, can order again.
  addEventListener('pageshow', () => free(form));
  const changed = () => {
    carry(form);
    if (form.dataset.goods) show(form);
  };
  form.addEventListener('change', changed);
  changed();
}

/** Shows the sum and the day. */
async function show(form: HTMLFormElement): Promise<void> {
  const shop = await told();
  await released(form);
  const sum = reckon(form, shop);
  const place = line(form, 'sum', 'status');
  place.textContent = '';
  if (!sum) return;
  const charge = sum.charge ?? 0;
  const key = sum.charge === null ? 'goods' : charge ? 'total' : 'total_free';
  const [before = '', after = ''] = words(shop, key, { delivery: money(charge, shop.money) }).split('{total}');
  place.append(before, make('strong', { textContent: money(sum.goods + charge, shop.money) }), after);
  if (sum.days === null) return;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  place.append(` ${words(shop, 'due', { day: day.format(due(sum.days, shop, new Date())) })}`);
}

/** When nothing in the form is being pressed: a line that appears would move a button from under the finger. */
function released(form: HTMLFormElement): Promise<unknown> | undefined {
  if (!form.matches(':active')) return undefined;
  const ends = ['pointerup', 'pointercancel'];
  return new Promise((done) => {
    // What the end of the press brings about comes first.
    for (const end of ends) addEventListener(end, () => setTimeout(done), { once: true });
  });
}

/** Links that carry the order as text, without a word about the buyer. */
function carry(form: HTMLFormElement): void {
  const data = new FormData(form);
  const title = String(data.get('title'));
  const choice = data.get('variant');
  const text = data.has('variant') ? `${title} (${choice}) × ${data.get('quantity') ?? 1}` : title;
  const links = 'a[href^="https://wa.me/"], a[href^="https://m.me/"]';
  for (const link of document.querySelectorAll<HTMLAnchorElement>(links)) {
    const url = new URL(link.href);
    url.searchParams.set('text', text);
    link.href = url.href;
  }
}

async function submit(form: HTMLFormElement, event: SubmitEvent): Promise<void> {
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = 'yes';
  form.querySelector('button[type=submit]')?.setAttribute('aria-disabled', 'true');
  const shop = await told().catch(() => undefined);
  if (shop && faults(form, shop)) free(form);
  else await send(form, shop);
}

/** Lets a form be sent again. */
function free(form: HTMLFormElement): void {
  delete form.dataset.busy;
  form.querySelector('button[type=submit]')?.removeAttribute('aria-disabled');
}

async function send(form: HTMLFormElement, shop: Facts | undefined): Promise<void> {
  const order = named(form);
  for (const name of ['id', 'number'] as const) {
    const place = field(form, name);
    if (place) place.value = order[name];
  }
  const items = String(new FormData(form).get('items') ?? '');
  const lines = form.dataset.goods ? ordered(form) : [];
  if (lines.length) keep('localStorage', AGAIN, lines);
  keep('sessionStorage', SENT, { number: order.number, again: lines.length > 0, items });
  if (!shop?.fetch) {
    form.submit();
    return;
  }
  const body = bodyOf(form);
  const answer = await post({ action: form.action, body });
  free(form);
  if (answer?.good) {
    location.assign((shop.leads && answer.json.next) || form.dataset.thanks || shop.thanks);
  } else if (answer && !answer.again) {
    if (!faults(form, shop, answer.json.errors)) line(form, 'said', 'alert').textContent = words(shop, 'refused');
  } else {
    const place = line(form, 'said', 'alert');
    // A browser that keeps nothing must not promise to.
    const waits = wait(order, form.action, body);
    if (waits) takeOut(items);
    place.textContent = words(shop, waits ? 'waits' : 'refused', { number: order.number });
    place.focus();
  }
}

/** What a form sends, as it would without script. */
function bodyOf(form: HTMLFormElement): string {
  const data = new FormData(form);
  // Where a page without script would be led: here the script goes by itself.
  for (const name of ['_next', 'redirect']) data.delete(name);
  const fields = [...data].map(([name, value]) => [name, String(value).replace(/\r?\n/g, '\r\n')]);
  return new URLSearchParams(fields).toString();
}
