// Every component of the theme in every state, as real pages of the rough shop (rough.mjs) show it: `npm run look -- components`.

import { FIRST_GOOD } from './rough.mjs';

const facts = (slug, more) => [`facts: ${slug}`, `/products/${slug}/`, '.facts', more];
const form = (slug, more) => [`form: ${slug}`, `/products/${slug}/`, '#order', more];

/** Opens every section of a page. */
const open = (page) => page.evaluate(() => { for (const one of document.querySelectorAll('details')) one.open = true; });

/** Presses the button of an empty form, so that it says what is missing. */
const send = async (page) => {
  const button = page.locator('#order button[type=submit]');
  await button.focus();
  await button.click();
  await page.locator('.said').waitFor();
};

const focus = (selector) => (page) => page.locator(selector).first().focus();

/** Lays a product into the bag, and opens the bag. */
const fill = async (page) => {
  await page.locator('#order input[type=number]').focus();
  await page.locator('.submit .plain').click();
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
  await page.goto(new URL('/basket/', page.url()).href);
  await page.locator('.line').first().waitFor();
};

/** `[name, link, what is drawn, what is done before]`. */
export const COMPONENTS = [
  ['header', '/', '.top'],
  ['header: focus', '/', '.top', focus('.ways a')],
  ['crumbs', `/products/${FIRST_GOOD}/`, '.crumbs'],
  ['skip', '/products/few/', 'body', async (page) => { await page.keyboard.press('Tab'); await page.setViewportSize({ width: page.viewportSize().width, height: 200 }); }],
  ['home', '/', 'main'],
  ['cards: every state', '/products/', 'main'],
  ['a collection', '/collections/long/', 'main'],
  ['an empty collection', '/collections/empty/', 'main'],
  ...[FIRST_GOOD, 'no-pictures', 'sixty-variants', 'right-to-left', 'millions', 'on-request', 'few', 'out', 'out-request', 'out-hide', 'making', 'coming', 'discontinued', 'offered', 'archived'].map((slug) => facts(slug)),
  ['gallery: thirty', '/products/thirty-pictures/', '.gallery'],
  ['gallery: two', `/products/${FIRST_GOOD}/`, '.gallery'],
  ['gallery: focus', '/products/thirty-pictures/', '.gallery', focus('.thumbs a')],
  ['details', `/products/${FIRST_GOOD}/`, '.details', open],
  ['size chart', '/products/sixty-variants/', '.details', open],
  ['bar', '/products/millions/', '.bar'],
  ...['few', 'sixty-variants', 'millions', 'on-request', 'out', 'out-request', 'out-hide', 'discontinued', 'archived'].map((slug) => form(slug)),
  form('few', send),
  form('few', focus('#order input[type=radio]')),
  ['form: a return', '/policies/returns/', 'main'],
  ['delivery', '/policies/delivery/', 'main'],
  ['bag: empty', '/basket/', 'main'],
  ['bag', '/products/few/', 'main', fill],
  ['thanks', '/thanks/', 'main'],
  ['asked', '/thanks/asked/', 'main'],
  ['not found', '/404.html', 'main'],
  ['guides', '/guides/', 'main'],
  ['guide', '/guides/long/', 'main'],
  ['contact', '/contact/', 'main'],
  ['search: nothing asked', '/search/', 'main'],
  ['search', '/search/?q=', 'main', (page) => page.locator('.found .card').first().waitFor()],
  ['search: nothing', '/search/?q=zzzzzz', 'main', (page) => page.locator('.found-sort').waitFor()],
  ['foot', '/', '.foot'],
];
