// What lies on a page: nothing on top of other words, nothing cut off, nothing empty. Each check runs in the page and gives its faults.

/** Words that lie on other words. What floats over the page on purpose is left out. */
export function overlaps(page) {
  return page.evaluate(() => {
    const floats = (element) => ['fixed', 'sticky', 'absolute'].includes(getComputedStyle(element).position);
    const floating = (element) => {
      for (let above = element; above && above !== document.body; above = above.parentElement) if (floats(above) && !above.matches('.facts, .card, .patch > *')) return true;
      return false;
    };
    /** What can be seen of a box: not what is scrolled out of sight. */
    const seen = (box, owner) => {
      let { left, right } = box;
      for (let above = owner; above && above !== document.body; above = above.parentElement) {
        if (getComputedStyle(above).overflowX === 'visible') continue;
        const frame = above.getBoundingClientRect();
        [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      }
      return { left, right, top: box.top, bottom: box.bottom, width: right - left, height: box.height };
    };
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const owner = node.parentElement;
      if (!node.data.trim() || !owner.checkVisibility({ visibilityProperty: true }) || owner.closest('.vh, .skip, option, noscript, svg') || floating(owner)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const whole of range.getClientRects()) {
        const box = seen(whole, owner);
        if (box.width > 1 && box.height > 1) lines.push({ box, owner, text: node.data.trim() });
      }
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    const faults = [];
    lines.forEach((one, place) => {
      for (const other of lines.slice(place + 1)) {
        if (other.box.top >= one.box.bottom) break;
        if (other.owner === one.owner) continue;
        // A line of letters is higher than its share of the leading, so that half of it may be another's.
        const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        if (wide > 2 && high > Math.min(one.box.height, other.box.height) * 0.55) faults.push(`"${one.text.slice(0, 24)}" and "${other.text.slice(0, 24)}" lie on each other`);
      }
    });
    return faults;
  });
}

/**
 * Boxes that cut off what they hold. What scrolls by itself and the way from the home page, which ends in dots, may.
 * Pictures that stand aside until one comes near are looked at where they come to stand.
 */
export function clipped(page) {
  return page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation.timeline !== document.timeline) animation.cancel();
    return [...document.body.querySelectorAll('*')].filter((element) => {
      if (!element.checkVisibility() || element.closest('.vh, .crumbs, svg, select, textarea, input, video')) return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = (overflow) => ['hidden', 'clip'].includes(overflow);
      return (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
    }).map((element) => `${element.tagName.toLowerCase()}.${element.className} cuts off "${element.textContent.trim().slice(0, 30)}"`);
  });
}

/** Elements that are there to say something and say nothing. */
export function empty(page) {
  return page.evaluate(() => {
    const SPEAKS = 'h1, h2, h3, p, li, dt, dd, a, button, label, legend, caption, summary, th, figcaption, blockquote, main, section, nav, ul, ol, dl';
    const MEDIA = 'img, svg, video, input, select, textarea, .blank';
    return [...document.body.querySelectorAll(SPEAKS)]
      .filter((element) => element.checkVisibility() && !element.matches('[role=status], :has([role=status])') && element.querySelector(MEDIA) === null && element.textContent.trim() === '')
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} is empty`);
  });
}

/** What floats over the order form when the reader has come to it. */
export function covered(page) {
  return page.evaluate(() => {
    const form = document.querySelector('#order');
    if (!form) return [];
    const faults = new Set();
    for (const share of [0, 0.5]) {
      scrollTo(0, scrollY + form.getBoundingClientRect().top - innerHeight * share);
      const box = form.getBoundingClientRect();
      for (let x = box.left + 20; x < box.right - 20; x += 40) {
        for (let y = Math.max(box.top, 0) + 20; y < Math.min(box.bottom, innerHeight) - 20; y += 40) {
          const top = document.elementFromPoint(x, y);
          if (top && !form.contains(top) && !top.contains(form)) faults.add(`${top.tagName.toLowerCase()}.${top.className} lies on the order form`);
        }
      }
    }
    scrollTo(0, 0);
    return [...faults];
  });
}
