// Accessibility of every kind of page in both languages: light and dark, phone and desk, large letters, and what people set their system to.

import { chromium } from '@playwright/test';

import { violations } from '../checks/axe.mjs';
import { sideways } from '../checks/layout.mjs';
import { clipped, overlaps } from '../checks/lie.mjs';
import { CALM, launchOptions } from '../chromium.mjs';
import { none } from '../faults.mjs';
import { sample } from '../site.mjs';
import { FULL, test } from '../test.mjs';

/** By name: the screen, what the system says, and letters in px, of 16 usual ones. */
const READERS = {
  'light, 360 px': { width: 360, colorScheme: 'light' },
  'light, 1280 px': { width: 1280, colorScheme: 'light' },
  'dark, 360 px': { width: 360, colorScheme: 'dark' },
  'dark, 1280 px': { width: 1280, colorScheme: 'dark' },
  'the narrowest phone, 320 px': { width: 320 },
  'zoomed to 200 %, 640 px of 1280': { width: 640 },
  'letters at 130 %, 360 px': { width: 360, letters: 21 },
  'letters at 200 %, 640 px': { width: 640, letters: 32 },
  'letters at 200 %, 1280 px': { width: 1280, letters: 32 },
  // The colours are the system's; axe reads those of the sheet.
  'forced colours': { width: 360, forcedColors: 'active', without: ['color-contrast'] },
  'more contrast, dark': { width: 360, contrast: 'more', colorScheme: 'dark' },
  'motion as it comes': { width: 360, reducedMotion: 'no-preference' },
};

/** A browser whose reader has set its letters to so many px. */
function withLetters(px) {
  const options = launchOptions();
  return chromium.launch({ ...options, args: [...options.args, `--blink-settings=defaultFontSize=${px}`] });
}

for (const [name, { width, letters, without, ...settings }] of Object.entries(READERS)) {
  test(`axe finds nothing, and nothing is too wide, cut off or covered: ${name}`, async ({ site, server, browser }) => {
    const own = letters ? await withLetters(letters) : browser;
    const context = await own.newContext({ ...CALM, ...settings, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const faults = [];
    for (const { name: kind, link } of sample(site, { all: FULL })) {
      await page.goto(server.origin + link);
      const found = [...(await violations(page, { without })), ...(await sideways(page)), ...(await overlaps(page)), ...(await clipped(page))];
      faults.push(...found.map((fault) => `${kind} ${link}: ${fault}`));
    }
    await context.close();
    if (letters) await own.close();
    none(faults);
  });
}
