// What the buyer's browser keeps. It may be forbidden, and what it holds may be of another time.

/** Names of all that is kept. */
export const BAG = 'posra.basket';
export const WAITING = 'posra.waiting';
export const SENT = 'posra.sent';
export const AGAIN = 'posra.again';

/** Named and not given: a browser that keeps nothing may refuse to name it. */
type Place = 'localStorage' | 'sessionStorage';

/** What is kept under `key`; `null` when nothing is, or nothing may be. */
export function kept(place: Place, key: string): unknown {
  try {
    return JSON.parse(window[place].getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps `value` under `key`; `null` forgets it. Whoever must know whether it is kept reads it back. */
export function keep(place: Place, key: string, value: unknown): void {
  try {
    if (value === null) window[place].removeItem(key);
    else window[place].setItem(key, JSON.stringify(value));
  } catch {
    // Forbidden, or full.
  }
}
