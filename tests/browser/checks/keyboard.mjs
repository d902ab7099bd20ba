// A page by keyboard alone.

const MOST = 400;

/**
 * Walks a page with Tab from its top to its end: everything that can be reached is reached once, in order, shows where the
 * focus is, and lets it go on.
 */
export async function walk(page) {
  const wanted = await page.evaluate(() => {
    const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0;
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, video[controls]')].filter(seen);
    // Of radio buttons of one name, the keyboard stops at one.
    const radios = new Map(all.filter((one) => one.type === 'radio').map((one) => [one.name, one]));
    for (const one of all) if (one.type === 'radio' && one.checked) radios.set(one.name, one);
    globalThis.stops = all.filter((one) => one.type !== 'radio' || radios.get(one.name) === one || ![...radios.values()].some((other) => other.checked && other.name === one.name));
    globalThis.reached = new Set();
    document.activeElement?.blur();
    scrollTo(0, 0);
    return globalThis.stops.length;
  });
  const faults = [];
  for (let press = 0; press < Math.min(MOST, wanted * 2 + 20); press += 1) {
    await page.keyboard.press('Tab');
    let said = await page.evaluate(stop);
    for (let wait = 0; said === ''; wait += 1) {
      const seen = await page.evaluate(shown);
      // Whatever scrolls has a second to come into sight.
      if (!seen.endsWith('out of sight') || wait === 30) {
        said = seen;
        break;
      }
    }
    if (said === 'end' || said === 'again') break;
    if (said) faults.push(said);
  }
  const left = await page.evaluate(() => globalThis.stops.filter((one) => !globalThis.reached.has(one) && !(one.type === 'radio' && [...globalThis.reached].some((other) => other.name === one.name)))
    .map((one) => `${one.tagName.toLowerCase()} "${(one.textContent.trim() || one.name || '').slice(0, 30)}" is not reached with Tab`));
  return faults.concat(left);
}

/** Where Tab led: to something new, to something `again`, or to the `end`. */
function stop() {
  const at = document.activeElement;
  if (!at || at === document.body) return 'end';
  if (globalThis.reached.has(at)) return 'again';
  globalThis.reached.add(at);
  return '';
}

/** Two frames later, when the browser has scrolled: what is wrong with how the focus shows. */
async function shown() {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const at = document.activeElement;
  const name = `${at.tagName.toLowerCase()} "${(at.textContent.trim() || at.name || '').slice(0, 30)}"`;
  const rings = [at, ...at.querySelectorAll('*')].flatMap((one) => ['', '::after', '::before'].map((part) => getComputedStyle(one, part)));
  const ring = rings.some((style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2);
  if (!ring) return `${name} does not show that it has the focus`;
  const box = at.getBoundingClientRect();
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return `${name} has the focus out of sight`;
  const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1)];
  const top = document.elementFromPoint(x, y);
  const floats = top?.closest('.bar, .act');
  return floats && !floats.contains(at) ? `${name} has the focus behind ${floats.className}` : '';
}
