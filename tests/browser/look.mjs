// Pictures of all kinds of pages for people to look at: `npm run look [-- FOLDER]`.
// They go to results/, named by kind, language, width and colours.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { CALM, launchOptions } from './chromium.mjs';
import { serve } from './server.mjs';
import { rootShop } from './shop.mjs';
import { readSite, sample } from './site.mjs';

const { out, address } = rootShop();
const site = readSite(process.argv[2] ?? out, address);
const results = fileURLToPath(new URL('results/', import.meta.url));
fs.mkdirSync(results, { recursive: true });

const server = await serve(site.folder, { base: site.base });
const browser = await chromium.launch(launchOptions());
for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 768, 1280]) {
    const context = await browser.newContext({ ...CALM, colorScheme, viewport: { width, height: 800 }, deviceScaleFactor: width < 700 ? 2 : 1 });
    const page = await context.newPage();
    for (const { name, link } of sample(site)) {
      await page.goto(server.origin + link);
      await loadPictures(page);
      await page.screenshot({ path: path.join(results, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
    await context.close();
  }
}
await browser.close();
await server.close();
console.log(`${fs.readdirSync(results).filter((name) => name.endsWith('.png')).length} pictures in ${results}`);

/** Loads what waits for the reader to scroll. */
async function loadPictures(page) {
  await page.evaluate(() => Promise.all([...document.images].map((image) => {
    image.loading = 'eager';
    return image.decode().catch(() => undefined);
  })));
}
