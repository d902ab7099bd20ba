// The field that only robots fill.

import { orderForm } from './order.mjs';

/** Faults of the honeypot `name`: people can see it, or the Tab key leads to it. */
export async function honeypotFaults(page, name) {
  const hidden = await hiddenFields(page, name);
  const faults = [];
  if (!hidden.includes(name)) faults.push(`the honeypot ${name} can be seen, or is missing`);
  for (const other of hidden.filter((one) => one !== name)) faults.push(`people cannot see the field ${other}`);
  const stops = await tabStops(page);
  if (stops.includes(name)) faults.push(`the Tab key leads to the honeypot ${name}`);
  for (const wanted of ['name', 'mobile', 'address', 'consent']) if (!stops.includes(wanted)) faults.push(`the Tab key does not lead to ${wanted}`);
  return faults;
}

/** Text fields of the form of which nothing is on the page's surface. */
function hiddenFields(page, honeypot) {
  return orderForm(page).form.evaluate((form, name) => {
    const surface = (element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      [left, right, top, bottom] = [left + scrollX, right + scrollX, top + scrollY, bottom + scrollY];
      [left, top] = [Math.max(left, 0), Math.max(top, 0)];
      for (let above = element; above; above = above.parentElement) {
        const style = getComputedStyle(above);
        const clipped = style.clip !== 'auto' || style.clipPath !== 'none';
        const box = above.getBoundingClientRect();
        if (above !== element && style.overflow === 'visible' && !clipped) continue;
        if (clipped && /rect\(0px,? 0px,? 0px,? 0px\)|rect\(1px,? 1px,? 1px,? 1px\)|inset\((50|100)%/.test(`${style.clip} ${style.clipPath}`)) return 0;
        [left, right] = [Math.max(left, box.left + scrollX), Math.min(right, box.right + scrollX)];
        [top, bottom] = [Math.max(top, box.top + scrollY), Math.min(bottom, box.bottom + scrollY)];
      }
      return Math.max(0, right - left) * Math.max(0, bottom - top);
    };
    const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && surface(element) > 4;
    return [...form.querySelectorAll(`input:not([type=hidden], [type=radio], [type=checkbox]), textarea, [name="${name}"]`)]
      .filter((element) => !visible(element))
      .map((element) => element.name);
  }, honeypot);
}

/** Names of the fields that the Tab key leads to, from the top of the page on. */
async function tabStops(page) {
  const stops = [];
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const form = element?.form;
    return { inside: Boolean(form?.elements.namedItem('product')), name: element?.name, body: element === document.body };
  });
  await page.locator('body').evaluate((body) => body.ownerDocument.activeElement?.blur());
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const { inside, name, body } = await focused();
    if (body) break;
    if (inside && name) stops.push(name);
  }
  return stops;
}
