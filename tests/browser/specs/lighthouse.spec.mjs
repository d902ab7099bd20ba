// Lighthouse on a phone: five times on a Bengali product page, once on every other kind of page.

import { choosable } from '../buyer.mjs';
import { GOALS, judges, median, missed } from '../checks/lighthouse.mjs';
import { none } from '../faults.mjs';
import { languages, sample } from '../site.mjs';
import { table } from '../table.mjs';
import { test } from '../test.mjs';

/**
 * One page of each kind in the shop's own language, and of a product in the others: what is judged is the same in each.
 * Lighthouse takes no answer of 404, so that the page for it is judged as a file.
 */
function others(site, judged) {
  const [own] = languages(site);
  const wanted = sample(site).filter(({ kind, language, link }) => link !== judged.link && (kind === 'product' ? language !== own : language === own));
  return wanted.map((one) => (one.kind === 'not-found' ? { ...one, link: `${site.base}404.html` } : one));
}

const row = (name, result) => [name, ...Object.keys(GOALS).map((goal) => String(result[goal]))];

test('Lighthouse is content with every kind of page', async ({ site, server }) => {
  test.setTimeout(600_000); // twenty times a few seconds; more on a busy machine
  const lighthouse = await judges();
  const rows = [];
  const faults = [];
  const judge = async (name, link, runs) => {
    const hidden = site.pages.find((page) => page.link === link).hidden;
    const results = [];
    while (results.length < runs) results.push(await lighthouse.judge(server.origin + link, hidden));
    // A run that misses may have met a busy moment.
    while (missed(median(results)).length > 0 && results.length < 3) results.push(await lighthouse.judge(server.origin + link, hidden));
    rows.push(row(`${name}${results.length > 1 ? `, ${results.length} runs` : ''}`, median(results)));
    faults.push(...missed(median(results)).map((fault) => `${link}: ${fault}`));
  };
  try {
    const product = choosable(site);
    await judge('product-bn', product.link, 5);
    for (const { name, link } of others(site, product)) await judge(name, link, 1);
  } finally {
    await lighthouse.close();
  }
  console.log(table(['Lighthouse', 'P', 'A', 'BP', 'SEO', 'LCP ms', 'CLS', 'TBT ms'], rows));
  none(faults);
});
