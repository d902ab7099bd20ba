// How a page lies on the screen. Each check runs in the page and gives its faults.

/** Nothing is wider than the screen, and nothing is cut off at its edge. */
export function sideways(page) {
  return page.evaluate(() => {
    const screen = document.documentElement.clientWidth;
    const name = (element) => `${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? `.${element.className.trim().split(/\s+/).join('.')}` : ''}`;
    const scrolls = (element) => {
      for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
        if (getComputedStyle(above).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && box.right > screen + 1 && element.checkVisibility() && !scrolls(element);
    });
    if (wide.length > 0) return [`${name(wide.at(-1))} reaches to ${Math.round(wide.at(-1).getBoundingClientRect().right)} px of ${screen}`];
    const whole = document.documentElement.scrollWidth;
    return whole > screen ? [`scrolls sideways: ${whole} px of ${screen}`] : [];
  });
}

/** The first screen of a product page shows its picture, its name, its price, when and for how much it is delivered, and the way to the form. */
export function firstScreen(page) {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const form = [...document.forms].find((one) => one.elements.namedItem('product'));
    const leads = (link) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return form ? target?.contains(form) : target?.id === 'order'; // what is sold out has words there
    };
    const ways = [...main.querySelectorAll('a[href^="#"]')].filter((link) => link.hash !== '#main' && leads(link));
    const shown = (element, share) => {
      if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
      const box = element.getBoundingClientRect();
      const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
      const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
      if (width <= 1 || height <= 1 || width * height < share * box.width * box.height) return false;
      const top = document.elementFromPoint(Math.max(box.left, 0) + width / 2, Math.max(box.top, 0) + height / 2);
      return Boolean(top && (element.contains(top) || top.contains(element)));
    };
    const where = (element) => {
      if (!element) return 'is not there';
      if (!element.checkVisibility()) return 'is hidden';
      return `ends at ${Math.round(element.getBoundingClientRect().bottom)} px of ${innerHeight}, or is covered`;
    };
    const picture = main?.querySelector('img');
    const heading = main?.querySelector('h1');
    const days = main?.querySelector('.hint');
    const price = [...(main?.querySelectorAll('data[value], .ask-price') ?? [])].find((one) => !one.closest('del, s'));
    const faults = [];
    if (!shown(picture, 0.5)) faults.push(`first screen: less than half of the picture; it ${where(picture)}`);
    if (!shown(heading, 0.99)) faults.push(`first screen: no whole name; it ${where(heading)}`);
    if (!shown(price, 0.99)) faults.push(`first screen: no price; it ${where(price)}`);
    if (days && !shown(days, 0.99)) faults.push(`first screen: no delivery; it ${where(days)}`);
    if (!ways.some((way) => shown(way, 0.99))) faults.push(`first screen: no link to the order form; the last ${where(ways.at(-1))}`);
    return faults;
  });
}

/** Whatever is tapped in the order form is at least 44 px wide and high; a label counts to its box. */
export function tapTargets(page) {
  return page.evaluate(() => {
    const form = [...document.forms].find((one) => one.elements.namedItem('product'));
    if (!form) return ['no order form'];
    const boxOf = (element) => {
      const boxes = [element, ...(['radio', 'checkbox'].includes(element.type) ? element.labels : [])].map((one) => one.getBoundingClientRect());
      return {
        width: Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left)),
        height: Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top)),
      };
    };
    const tapped = [...form.querySelectorAll('input:not([type=hidden]), select, textarea, button, summary')];
    return tapped
      .filter((element) => element.tabIndex >= 0 && (element.checkVisibility() || element.labels?.length))
      .map((element) => ({ element, ...boxOf(element) }))
      .filter(({ width, height }) => width < 43.5 || height < 43.5)
      .map(({ element, width, height }) => `${element.name || element.tagName.toLowerCase()} is ${Math.round(width)} x ${Math.round(height)} px, less than 44`);
  });
}
