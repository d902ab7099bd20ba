// Accessibility of every kind of page: both languages, light and dark, phone and desk.

import { violations } from '../checks/axe.mjs';
import { CALM } from '../chromium.mjs';
import { none } from '../faults.mjs';
import { sample } from '../site.mjs';
import { FULL, test } from '../test.mjs';

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async ({ site, server, browser }) => {
      const context = await browser.newContext({ ...CALM, colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const faults = [];
      for (const { name, link } of sample(site, { all: FULL })) {
        await page.goto(server.origin + link);
        faults.push(...(await violations(page)).map((fault) => `${name} ${link}: ${fault}`));
      }
      await context.close();
      none(faults);
    });
  }
}
