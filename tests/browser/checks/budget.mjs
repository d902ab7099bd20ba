// What a page weighs on a phone and how it comes in, against the figures that the project promises.

import zlib from 'node:zlib';

const KIB = 1024;

/** Most KiB (gzip -9; pictures and fonts as they are), and other counts, of a first load. */
export const BUDGET = {
  html: 8 * KIB,
  css: 6 * KIB,
  js: 3 * KIB,
  font: 0,
  beforePictures: 15 * KIB,
  whole: 150 * KIB,
  firstPicture: 45 * KIB,
  requests: 12,
  hosts: 0,
  violations: 0,
  shift: 0,
};

const COUNTS = ['requests', 'hosts', 'violations', 'shift'];

/** The screen of a middling phone. */
export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Opens `url` in a fresh `page` and measures its first load, without scrolling. */
export async function measure(page, url) {
  const responses = [];
  const others = new Set();
  page.on('response', (response) => responses.push(response));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(url).origin) others.add(origin);
  });
  await page.addInitScript(() => {
    globalThis.shifts = [];
    globalThis.refused = 0;
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map((one) => one.value)))
      .observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', () => { globalThis.refused += 1; });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const sizes = { html: 0, css: 0, js: 0, font: 0, picture: 0, other: 0, requests: responses.length, hosts: others.size };
  const pictures = new Map();
  for (const response of responses) {
    const body = await response.body();
    const kind = kindOf(response);
    const packed = ['picture', 'font'].includes(kind) ? body.length : zlib.gzipSync(body, { level: 9 }).length;
    sizes[kind] += packed;
    if (kind === 'picture') pictures.set(response.url(), packed);
  }
  const shown = await firstPicture(page);
  sizes.firstPicture = shown === undefined ? 0 : pictures.get(shown);
  sizes.beforePictures = sizes.html + sizes.css + sizes.js + sizes.font;
  sizes.whole = sizes.beforePictures + sizes.picture + sizes.other;
  sizes.shift = await page.evaluate(() => globalThis.shifts.reduce((sum, one) => sum + one, 0));
  sizes.violations = await page.evaluate(() => globalThis.refused);
  return sizes;
}

/** Where the `sizes` of a page are over the budget. */
export function over(sizes) {
  const faults = [];
  for (const [name, most] of Object.entries(BUDGET)) {
    const unit = (value) => (COUNTS.includes(name) ? value : `${(value / KIB).toFixed(1)} KiB`);
    if (sizes[name] === undefined) faults.push(`${name} was not loaded`);
    else if (sizes[name] > most) faults.push(`${name} is ${unit(sizes[name])}, more than ${unit(most)}`);
  }
  return faults;
}

/** Pictures that come in unasked, late, or without the room that they take. */
export function pictureFaults(page) {
  return page.evaluate(() => {
    const SMALL = 360; // as wide as a card, or less: one size is enough
    const faults = [];
    const name = (image) => image.getAttribute('src');
    for (const image of document.images) {
      const [width, height] = ['width', 'height'].map((one) => Number(image.getAttribute(one)));
      if (!width || !height) faults.push(`${name(image)} has no width and height`);
      const several = image.srcset || image.parentElement.querySelector('source[srcset*="w,"]');
      if (!several && width > SMALL) faults.push(`${name(image)} comes in one size`);
    }
    const [hero] = document.querySelectorAll('main img');
    if (hero?.loading === 'lazy' && hero.getBoundingClientRect().top < innerHeight / 2) faults.push(`${name(hero)} stands in the upper half of the first screen and waits`);
    const pressed = [...document.querySelectorAll('[fetchpriority=high]:not(link)')].slice(1);
    return faults.concat(pressed.map((one) => `${name(one)} is fetched before others, and is not the first`));
  });
}

/** The address of the picture that the first screen shows first. */
function firstPicture(page) {
  return page.evaluate(() => {
    const image = document.querySelector('main img');
    return image?.checkVisibility() && image.getBoundingClientRect().top < innerHeight ? image.currentSrc || image.src : undefined;
  });
}

function kindOf(response) {
  const type = response.headers()['content-type'] ?? '';
  if (type.startsWith('text/html')) return 'html';
  if (type.startsWith('text/css')) return 'css';
  if (type.includes('javascript')) return 'js';
  if (type.startsWith('font/')) return 'font';
  return type.startsWith('image/') ? 'picture' : 'other';
}
