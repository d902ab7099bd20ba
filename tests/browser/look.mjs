// Pictures for people to look at, into results/:
//   npm run look [-- FOLDER]        all kinds of pages of the shop at the root, or of a built folder, by kind, language, width and colours
//   npm run look -- components      every component in every state (components.mjs), one sheet for each width and colours;
//                                   `-- components 360 dark` for one of the sheets

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';
import sharp from 'sharp';

import { CALM, launchOptions } from './chromium.mjs';
import { COMPONENTS } from './components.mjs';
import { serve } from './server.mjs';
import { buildRough, rootShop } from './shop.mjs';
import { readSite, sample } from './site.mjs';

const WIDTHS = [360, 768, 1280];
const COLOURS = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } };

const results = fileURLToPath(new URL('results/', import.meta.url));
fs.mkdirSync(results, { recursive: true });
const browser = await chromium.launch(launchOptions());
if (process.argv[2] === 'components') await components();
else await pages(process.argv[2]);
await browser.close();

/** One picture a page. */
async function pages(folder) {
  const { out, address } = rootShop();
  const site = readSite(folder ?? out, address);
  const server = await serve(site.folder, { base: site.base });
  for (const [width, colours] of screens(['light', 'dark'])) {
    const page = await open(width, colours);
    for (const { name, link } of sample(site)) {
      await page.goto(server.origin + link);
      await loadPictures(page);
      await page.screenshot({ path: path.join(results, `${name}-${width}-${colours}.png`), fullPage: true });
    }
    await page.context().close();
  }
  await server.close();
  console.log(`${fs.readdirSync(results).filter((name) => name.endsWith('.png')).length} pictures in ${results}`);
}

/** One sheet of components for each screen, in columns. */
async function components() {
  const shop = buildRough();
  const site = readSite(shop.out, shop.address);
  const server = await serve(shop.out, { base: site.base });
  for (const [width, colours] of screens(Object.keys(COLOURS))) {
    const parts = [];
    for (const component of COMPONENTS) parts.push(await part(width, colours, server.origin, component));
    const name = `components-${width}-${colours}.png`;
    await sheet(parts, width).then((picture) => picture.toFile(path.join(results, name)));
    console.log(`results/${name}`);
  }
  await server.close();
  shop.remove();
}

/** A picture of one component, or nothing where a screen of this width does without it; on a page of its own: what one leaves in the browser is not there for the next. */
async function part(width, colours, origin, [name, link, selector, before]) {
  const page = await open(width, colours, 1);
  try {
    await page.goto(origin + link);
    await before?.(page);
    await loadPictures(page);
    const shown = page.locator(selector).first();
    await shown.waitFor({ state: 'attached' });
    return (await shown.isVisible()) ? await shown.screenshot({ timeout: 10_000 }) : undefined;
  } catch (error) {
    throw new Error(`${name}, ${width} px: ${error.message}`);
  } finally {
    await page.context().close();
  }
}

/** Pictures below each other, in columns of about two screens' height. */
async function sheet(parts, width) {
  const [GAP, HIGH] = [16, 4000];
  const placed = [];
  let [left, top] = [0, 0];
  for (const input of parts.filter(Boolean)) {
    const { height } = await sharp(input).metadata();
    if (top > 0 && top + height > HIGH) [left, top] = [left + width + GAP, 0];
    placed.push({ input, left, top, height });
    top += height + GAP;
  }
  const height = Math.max(...placed.map((one) => one.top + one.height));
  const canvas = sharp({ create: { width: left + width, height, channels: 3, background: '#888' }, limitInputPixels: false });
  return canvas.composite(placed.map(({ input, left: x, top: y }) => ({ input, left: x, top: y }))).png();
}

/** Every width in these colours, or those that the command names. */
function screens(colours) {
  const named = (list) => list.filter((one) => process.argv.includes(String(one)));
  const chosen = (list) => (named(list).length > 0 ? named(list) : list);
  return chosen(colours).flatMap((one) => chosen(WIDTHS).map((width) => [width, one]));
}

async function open(width, colours, deviceScaleFactor = width < 700 ? 2 : 1) {
  const context = await browser.newContext({ ...CALM, ...COLOURS[colours], viewport: { width, height: 800 }, deviceScaleFactor });
  return context.newPage();
}

/** Loads what waits for the reader to scroll. */
async function loadPictures(page) {
  await page.evaluate(() => Promise.all([...document.images].map((image) => {
    image.loading = 'eager';
    return image.decode().catch(() => undefined);
  })));
}
