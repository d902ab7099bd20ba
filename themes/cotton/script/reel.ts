// A row of pictures that is swiped: which one is shown, and how to get to another.

/** The place of the picture that is shown: the one nearest to where the row begins, or the last when there is no more. */
export function shown(reel: HTMLElement): number {
  const items = [...reel.children];
  const most = reel.scrollWidth - reel.clientWidth;
  if (most > 0 && Math.abs(reel.scrollLeft) >= most - 1) return items.length - 1;
  const begin = edge(reel) + Number.parseFloat(getComputedStyle(reel).paddingInlineStart);
  const far = items.map((item) => Math.abs(edge(item) - begin));
  return far.indexOf(Math.min(...far));
}

/** Calls `changed` with the place of the picture, each time that another one has come to rest. */
export function follow(reel: HTMLElement, changed: (place: number) => void): void {
  let last = shown(reel);
  let timer = 0;
  const rest = () => {
    const place = shown(reel);
    if (place !== last) changed(place);
    last = place;
  };
  reel.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = window.setTimeout(rest, 120);
    },
    { passive: true },
  );
}

/** Goes to a picture, as fast as the styles say, or at once. */
export function go(item: Element | undefined, behavior: ScrollBehavior = 'auto'): void {
  item?.scrollIntoView({ behavior, block: 'nearest', inline: 'start' });
}

/** Where an element begins, counted in the direction of writing. */
function edge(element: Element): number {
  const box = element.getBoundingClientRect();
  return isBackward(element) ? -box.right : box.left;
}

/** Whether the page is written from right to left. */
export const isBackward = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';
