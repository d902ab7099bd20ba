// What the specs share: the shop at the root, served, and pages that forget everything after a test.

import { test as base } from '@playwright/test';

import { serve } from './server.mjs';
import { rootShop } from './shop.mjs';
import { readSite } from './site.mjs';

export const FULL = process.env.POSRA_TESTS === 'full';

export const test = base.extend({
  /** The shop at the root as files. */
  site: [async ({}, use) => {
    const { out, address } = rootShop();
    await use(readSite(out, address));
  }, { scope: 'worker' }],

  /** The shop at the root, served. */
  server: [async ({ site }, use) => {
    const server = await serve(site.folder, { base: site.base });
    await use(server);
    await server.close();
  }, { scope: 'worker' }],
});
