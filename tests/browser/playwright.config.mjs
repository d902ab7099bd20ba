import { defineConfig } from '@playwright/test';

import { CALM, launchOptions } from './chromium.mjs';

export default defineConfig({
  testDir: 'specs',
  outputDir: 'results/playwright',
  reporter: './reporter.mjs',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: process.env.POSRA_TESTS === 'full' ? 900_000 : 240_000,
  use: { launchOptions: launchOptions(), contextOptions: CALM, actionTimeout: 20_000, navigationTimeout: 30_000 },
});
