// A buyer with a phone at a shop that is served together with its service.

import { chromium } from '@playwright/test';

import { expected, fill, orderFaults, send } from './checks/order.mjs';
import { watch } from './checks/watch.mjs';
import { CALM, launchOptions } from './chromium.mjs';
import { need } from './faults.mjs';
import { attr, first, structured, text } from './html.mjs';
import { choices, standsForItself } from './site.mjs';

const PHONE = { ...CALM, viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, ignoreHTTPSErrors: true };

/** Pages are kept whole for going back, as on a phone; Playwright forbids it. */
const KEEPS_PAGES = { ignoreDefaultArgs: ['--disable-back-forward-cache'] };

/** Starts a service and a browser that knows its hosts; opens one page of the site for `act`. */
export async function at(start, { javaScriptEnabled = false, keepsPages = false }, act) {
  const service = await start();
  try {
    const browser = await chromium.launch({ ...launchOptions(service.hosts), ...(keepsPages && KEEPS_PAGES) });
    try {
      const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled })).newPage();
      page.setDefaultTimeout(20_000);
      await act({ ...service, page, watched: watch(page, ...service.origins) });
    } finally {
      await browser.close();
    }
  } finally {
    await service.close();
  }
}

/** Whether a page is a product's own and takes orders: enquiries and calls are other forms. */
export function orderable(site, page) {
  const kind = page.form && first(page.form, 'input', (one) => attr(one, 'name') === 'kind');
  return page.kind === 'product' && kind && attr(kind, 'value') === 'order' && standsForItself(site, page);
}

/** The first product page in Bengali that has something to choose. */
export function choosable(site) {
  const found = site.pages.find((page) => orderable(site, page) && page.language === 'bn' && choices(page).length > 1);
  return need(found, 'no Bengali product page lets the buyer choose a variant');
}

/** What the order must say of the product of a page, as the page itself says it. */
export function productOf(page) {
  const thing = structured(page.doc).flatMap((data) => data['@graph'] ?? data).find((one) => /^Product(Group)?$/.test(one['@type']));
  const sku = thing?.sku ?? thing?.productGroupID?.replace(/^g-/, '');
  return { sku, title: text(first(page.doc, 'h1')), language: page.language };
}

/** Orders from `product`; gives the faults. */
export async function order(open, product) {
  const { page, site, origin, received, extra, payments, watched, onTheWay } = open;
  await page.goto(origin + product.link);
  const chosen = await fill(page, { payments, variants: choices(product).length });
  const before = received.length;
  const faults = await send(page, site, product.language, watched, onTheWay);
  if (received.length !== before + 1) return [...faults, `${received.length - before} orders arrived`];
  return faults.concat(orderFaults(expected(productOf(product), chosen, extra), received.at(-1)));
}
