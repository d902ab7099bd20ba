// What a product page weighs on a phone, against the figures that the project promises.

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
};

/** The screen of a middling phone. */
export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Opens `url` in a fresh `page` and measures its first load, without scrolling. */
export async function measure(page, url) {
  const responses = [];
  page.on('response', (response) => responses.push(response));
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map((one) => one.value)))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const sizes = { html: 0, css: 0, js: 0, font: 0, picture: 0, other: 0, requests: responses.length };
  const pictures = new Map();
  for (const response of responses) {
    const body = await response.body();
    const kind = kindOf(response);
    const packed = ['picture', 'font'].includes(kind) ? body.length : zlib.gzipSync(body, { level: 9 }).length;
    sizes[kind] += packed;
    if (kind === 'picture') pictures.set(response.url(), packed);
  }
  const shown = await page.evaluate(() => document.querySelector('main img')?.currentSrc);
  sizes.firstPicture = pictures.get(shown);
  sizes.beforePictures = sizes.html + sizes.css + sizes.js + sizes.font;
  sizes.whole = sizes.beforePictures + sizes.picture + sizes.other;
  sizes.shift = await page.evaluate(() => globalThis.shifts.reduce((sum, one) => sum + one, 0));
  return sizes;
}

/** Where `sizes` are over the budget. */
export function over(sizes) {
  const faults = [];
  for (const [name, most] of Object.entries(BUDGET)) {
    const unit = (value) => (name === 'requests' ? value : `${(value / KIB).toFixed(1)} KiB`);
    if (sizes[name] === undefined) faults.push(`${name} was not loaded`);
    else if (sizes[name] > most) faults.push(`${name} is ${unit(sizes[name])}, more than ${unit(most)}`);
  }
  if (sizes.shift > 0) faults.push(`the layout shifts while it loads: ${sizes.shift}`);
  return faults;
}

function kindOf(response) {
  const type = response.headers()['content-type'] ?? '';
  if (type.startsWith('text/html')) return 'html';
  if (type.startsWith('text/css')) return 'css';
  if (type.includes('javascript')) return 'js';
  if (type.startsWith('font/')) return 'font';
  return type.startsWith('image/') ? 'picture' : 'other';
}
