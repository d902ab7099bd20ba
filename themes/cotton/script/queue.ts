// Orders on their way: named once however often they are sent, and waiting when the line is dead.

import { keep, kept, SENT, WAITING } from './common.js';

const WEEK = 6048e5;
/** After so long the same goods are another order: the desk thinks so too. */
const WINDOW = 6e5;
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The name of an order. `key`: what the buyer asks for. */
export interface Named {
  key: string;
  id: string;
  number: string;
  at: number;
}

/** An order that waits for a line. */
interface Waiting extends Named {
  action: string;
  body: string;
}

interface Answer {
  good: boolean;
  /** Whether it is worth sending again. */
  again: boolean;
  json: { next?: string; errors?: Record<string, string> };
}

/** Id and number of the order in the form: the same ones while the buyer asks for the same, also after going back. */
export function named(form: HTMLFormElement): Named {
  const data = new FormData(form);
  // A return has no goods: what it says tells it from others.
  const fields =
    data.get('kind') === 'return' ? ['about', 'note', 'mobile'] : ['variant', 'quantity', 'items', 'mobile'];
  const key = fields.map((name) => data.get(name)).join('\n');
  const place = `posra.order.${location.pathname}`;
  const before = kept('sessionStorage', place) as Named | null;
  if (before?.key === key && Date.now() - before.at < WINDOW) return before;
  const made = { key, at: Date.now(), ...fresh() };
  keep('sessionStorage', place, made);
  return made;
}

function fresh(): { id: string; number: string } {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const letters = bytes.slice(0, 6).map((byte) => LETTERS[byte % 32]);
  letters.splice(3, 0, '-');
  return { id: bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''), number: letters.join('') };
}

/** Posts an order. `undefined`: the line is dead. */
export async function post({ action, body }: Pick<Waiting, 'action' | 'body'>): Promise<Answer | undefined> {
  try {
    const answer = await fetch(action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(body),
      signal: AbortSignal.timeout?.(30_000) ?? null,
    });
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    const json = isJson ? await answer.json().catch(() => ({})) : {};
    return { good: answer.ok, again: answer.status >= 500 || answer.status === 429, json };
  } catch {
    return undefined;
  }
}

/** Lets an order wait, in place of an older copy of itself; whether the browser keeps it. */
export function wait(order: Named, action: string, body: string): boolean {
  const rest = waiting().filter((one) => one.id !== order.id);
  keep('localStorage', WAITING, [...rest, { ...order, action, body, at: Date.now() }]);
  return waiting().some((one) => one.id === order.id);
}

/** Sends what waits, in one tab at a time. */
export async function sendWaiting(): Promise<void> {
  await (navigator.locks ? navigator.locks.request(WAITING, sendAll) : sendAll());
}

/** One after the other. Only what was taken is taken out; the rest waits on, for its week. */
async function sendAll(): Promise<void> {
  for (const order of waiting()) {
    const answer = await post(order);
    if (!answer) break;
    if (!answer.good) continue;
    keep(
      'localStorage',
      WAITING,
      waiting().filter((one) => one.id !== order.id),
    );
    keep('sessionStorage', SENT, { number: order.number });
  }
  if (waiting().length === 0) keep('localStorage', WAITING, null);
}

/** Orders that wait for a line, younger than a week. */
function waiting(): Waiting[] {
  const all = kept('localStorage', WAITING);
  return Array.isArray(all) ? all.filter((one) => Date.now() - one.at < WEEK) : [];
}
