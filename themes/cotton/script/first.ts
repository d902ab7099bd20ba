// When a script is fetched: at a first touch, or because the browser keeps something for it.

/** Calls `come` at the first of these events. */
export function atFirst(target: EventTarget | null | undefined, events: string[], come: () => void): void {
  let came = false;
  const once = () => {
    if (!came) come();
    came = true;
  };
  // Scrolling is told to nothing above what is scrolled, unless on the way down.
  for (const event of events) target?.addEventListener(event, once, true);
}

/** Whether the browser keeps something of that name. */
export function holds(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
