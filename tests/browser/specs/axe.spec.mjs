// Accessibility of every kind of page in both languages: light and dark, phone and desk, large letters, and what people set their system to.

import { violations } from '../checks/axe.mjs';
import { sideways } from '../checks/layout.mjs';
import { clipped, overlaps } from '../checks/lie.mjs';
import { CALM } from '../chromium.mjs';
import { none } from '../faults.mjs';
import { sample } from '../site.mjs';
import { FULL, test } from '../test.mjs';

const LARGE = 'html { font-size: 200% }';

/** By name: the screen, what the system says, and a sheet of the reader's own. */
const READERS = {
  'light, 360 px': { width: 360, colorScheme: 'light' },
  'light, 1280 px': { width: 1280, colorScheme: 'light' },
  'dark, 360 px': { width: 360, colorScheme: 'dark' },
  'dark, 1280 px': { width: 1280, colorScheme: 'dark' },
  'the narrowest phone, 320 px': { width: 320 },
  'zoomed to 200 %, 640 px of 1280': { width: 640 },
  'letters at 200 %, 360 px': { width: 360, sheet: LARGE },
  'letters at 200 %, 1280 px': { width: 1280, sheet: LARGE },
  'forced colours': { width: 360, forcedColors: 'active' },
  'more contrast, dark': { width: 360, contrast: 'more', colorScheme: 'dark' },
  'motion as it comes': { width: 360, reducedMotion: 'no-preference' },
};

for (const [name, { width, sheet, ...settings }] of Object.entries(READERS)) {
  test(`axe finds nothing, and nothing is too wide, cut off or covered: ${name}`, async ({ site, server, browser }) => {
    const context = await browser.newContext({ ...CALM, ...settings, viewport: { width, height: 800 }, bypassCSP: Boolean(sheet) });
    const page = await context.newPage();
    const faults = [];
    for (const { name: kind, link } of sample(site, { all: FULL })) {
      await page.goto(server.origin + link);
      if (sheet) await page.addStyleTag({ content: sheet });
      const found = [...(await violations(page)), ...(await sideways(page)), ...(await overlaps(page)), ...(await clipped(page))];
      faults.push(...found.map((fault) => `${kind} ${link}: ${fault}`));
    }
    await context.close();
    none(faults);
  });
}
