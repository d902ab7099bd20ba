// How far a page is within reach: of the Tab key, and of a finger.

/** Most presses of Tab from the top of a page to the button of its order form, by the link that skips to it. */
export const MOST_STOPS = 12;

/** Fields of the order form: asked for at all, and asked for without an answer in them. */
export const MOST_FIELDS = { seen: 6, required: 4 };

const TYPED = 'input:is([type=text], [type=tel], [type=number], [type=email]), select, textarea';

/** Presses of Tab from the top of the page to the button of the order form; `undefined` when the keyboard does not get there. */
export async function stopsToOrder(page) {
  await page.evaluate(() => scrollTo(0, 0));
  for (let stops = 1; stops <= 60; stops += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => {
      const form = [...document.forms].find((one) => one.elements.namedItem('kind'));
      const at = document.activeElement;
      if (at?.matches('button:not([type=button])') && form?.contains(at)) return 'button';
      const leads = at?.hash && document.getElementById(decodeURIComponent(at.hash.slice(1)))?.contains(form);
      return leads && at.hash !== '#main' && !form.closest('section, main')?.contains(at) ? 'skip' : undefined;
    });
    if (where === 'button') return stops;
    if (where === 'skip') await page.keyboard.press('Enter');
  }
  return undefined;
}

/** What the order form asks for: fields that are seen, and those of them that must be filled and are not yet. */
export function fields(page) {
  return page.locator('form:has([name="kind"])').locator(TYPED).evaluateAll((all) => {
    const seen = all.filter((one) => one.tabIndex >= 0 && one.checkVisibility());
    return { seen: seen.length, required: seen.filter((one) => one.required && !one.defaultValue).length };
  });
}

/** Whatever is tapped is at least 24 px wide and high; a label counts to its box, and a link within a sentence is as high as its line. */
export function smallTargets(page) {
  return page.evaluate(() => {
    const LEAST = 24;
    const visible = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !one.closest('.vh, .skip');
    const inSentence = (one) => {
      const block = one.closest('p, li, dd, td, th, figcaption');
      return one.tagName === 'A' && getComputedStyle(one).display === 'inline' && block && block.textContent.trim() !== one.textContent.trim();
    };
    const boxOf = (one) => {
      const boxes = [one, ...(['radio', 'checkbox'].includes(one.type) ? one.labels : [])].map((part) => part.getBoundingClientRect());
      const side = (most, name) => Math[most](...boxes.map((box) => box[name]));
      return { width: side('max', 'right') - side('min', 'left'), height: side('max', 'bottom') - side('min', 'top') };
    };
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((one) => visible(one) && !inSentence(one) && one.tabIndex >= 0)
      .map((one) => ({ one, ...boxOf(one) }))
      .filter(({ width, height }) => width > 0 && (width < LEAST - 0.5 || height < LEAST - 0.5))
      .map(({ one, width, height }) => `${one.textContent.trim().slice(0, 30) || one.name || one.tagName} is ${Math.round(width)} x ${Math.round(height)} px, less than ${LEAST}`);
  });
}
