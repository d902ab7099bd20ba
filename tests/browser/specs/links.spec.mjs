// Every page leads where it says, and says where it stands.

import { crawl } from '../checks/crawl.mjs';
import { structuredData } from '../checks/data.mjs';
import { canonicals, descriptions, hreflang, sitemap } from '../checks/head.mjs';
import { watch } from '../checks/watch.mjs';
import { none } from '../faults.mjs';
import { test } from '../test.mjs';

test('no link, picture or file is broken, and every page is reached', async ({ site, server }) => {
  none(await crawl(site, server.origin));
});

test('no page complains in the browser, or asks another host', async ({ site, server, page }) => {
  const watched = watch(page, server.origin);
  const faults = [];
  for (const { link } of site.pages) {
    await page.goto(server.origin + link, { waitUntil: 'load' });
    faults.push(...watched.take().map((fault) => `${link}: ${fault}`));
  }
  none(faults);
});

test('canonical addresses are right', ({ site }) => none(canonicals(site)));

test('languages name each other, and the switch leads to the same page', ({ site }) => none(hreflang(site)));

test('the sitemap lists exactly the pages for search engines', ({ site }) => none(sitemap(site)));

test('every page has one heading and a description', ({ site }) => none(descriptions(site)));

test('structured data parse and cost what the page says', ({ site }) => none(structuredData(site)));
