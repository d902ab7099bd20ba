// The shop below a base path.

import { crawl } from '../checks/crawl.mjs';
import { canonicals, hreflang, sitemap } from '../checks/head.mjs';
import { watch } from '../checks/watch.mjs';
import { none } from '../faults.mjs';
import { serve } from '../server.mjs';
import { buildCopy, withAddress } from '../shop.mjs';
import { readSite, sample } from '../site.mjs';
import { test } from '../test.mjs';

test('the shop below /shop/ leads nowhere else', async ({ page }) => {
  const shop = buildCopy((settings) => withAddress(settings, 'https://goods.example/shop/'));
  const site = readSite(shop.out, shop.address);
  const server = await serve(shop.out, { base: site.base });
  try {
    const faults = [...canonicals(site), ...hreflang(site), ...sitemap(site), ...(await crawl(site, server.origin))];
    const watched = watch(page, server.origin);
    for (const { link } of sample(site)) {
      await page.goto(server.origin + link);
      faults.push(...watched.take().map((fault) => `${link}: ${fault}`));
    }
    none(faults);
  } finally {
    await server.close();
    shop.remove();
  }
});
