// Every check can fail: a fault is planted in a built page, and the check must name it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect } from '@playwright/test';

import { at, choosable, order } from '../buyer.mjs';
import { violations } from '../checks/axe.mjs';
import { measure, over, pictureFaults } from '../checks/budget.mjs';
import { crawl } from '../checks/crawl.mjs';
import { structuredData } from '../checks/data.mjs';
import { canonicals, descriptions, hreflang, sitemap } from '../checks/head.mjs';
import { honeypotFaults } from '../checks/honeypot.mjs';
import { walk } from '../checks/keyboard.mjs';
import { firstScreen, sideways, tapTargets } from '../checks/layout.mjs';
import { clipped, covered, empty, overlaps } from '../checks/lie.mjs';
import { GOALS, missed } from '../checks/lighthouse.mjs';
import { compare, compareAll, copies } from '../checks/pictures.mjs';
import { fields, smallTargets, stopsToOrder } from '../checks/reach.mjs';
import { extras } from '../checks/segments.mjs';
import { handle } from '../checks/similar.mjs';
import { inline, invalid, policies } from '../checks/valid.mjs';
import { watch } from '../checks/watch.mjs';
import { need } from '../faults.mjs';
import { oneForm } from '../receivers.mjs';
import { scene, stored } from '../samples/scene.mjs';
import { taggedJpeg, taggedPng, taggedWebp } from '../samples/tags.mjs';
import { serve } from '../server.mjs';
import { withEndpoint, withNetlify } from '../services.mjs';
import { pageOf } from '../site.mjs';
import { test } from '../test.mjs';

/** The site with `change` made to the text of `page`. */
function plant(site, page, change) {
  const html = change(page.html);
  need(html !== page.html, `the fault cannot be planted: ${change}`);
  return { ...site, pages: site.pages.map((one) => (one === page ? pageOf(html, page.link, page.file) : one)) };
}

const into = (html) => (text) => text.replace(/<main\b[^>]*>/, (main) => `${main}${html}`);
const swap = (from, to) => (text) => text.replace(from, to);
const free = swap(/<meta http-equiv="content-security-policy"[^>]*>/i, ''); // so that a fault may bring its style

const STATIC = [
  ['a wrong canonical address', canonicals, swap(/(rel="canonical" href=")[^"]*/, '$1https://elsewhere.example/'), /canonical is https:\/\/elsewhere/],
  ['a page without its kind', canonicals, swap(/on-product/, ''), /names its kind/],
  ['a missing language', hreflang, swap(/<link rel="alternate" hreflang="en"[^>]*>/, ''), /no alternate in en/],
  ['a switch to another page', hreflang, swap(/(<a href=")[^"]*("[^>]*hreflang="en")/, '$1/en/$2'), /the language switch leads to \/en\//],
  ['an alternate about another product', hreflang, swap(/"(sku|productGroupID)":\s*"[^"]*"/g, '"$1":"other"'), /is about/],
  ['a hidden page in the sitemap', sitemap, swap('<head>', '<head><meta name="robots" content="noindex">'), /no page for search engines/],
  ['a second heading', descriptions, into('<h1>again</h1>'), /has 2 h1/],
  ['another price for machines', structuredData, swap(/("price":\s*"?)[\d.]+/g, '$17.77'), /costs? 7\.77 in the structured data/],
  ['broken structured data', structuredData, swap(/(application\/ld\+json">)/, '$1{'), /does not parse/],
  ['invalid HTML', invalid, into('<p><div>x</div></p>'), /products\/.*:\d+:\d+: /],
  ['an inline style', inline, into('<p style="color: red">x</p>'), /style attribute in <p>/],
  ['an inline handler', inline, into('<p onclick="x()">x</p>'), /handler onclick/],
  ['an inline script', inline, into('<script>x()</script>'), /inline script/],
  ['a weak policy', policies, swap(/style-src /, "style-src 'unsafe-inline' "), /allows 'unsafe-inline'/],
  ['no policy', policies, free, /no content security policy/],
];

for (const [name, check, change, reason] of STATIC) {
  test(`is seen: ${name}`, async ({ site }) => {
    const page = choosable(site);
    const small = { ...site, pages: site.pages.filter((one) => one.kind !== 'product' || one === page || one.link.endsWith(page.link.slice(site.base.length))) };
    expect((await check(plant(check === sitemap ? site : small, page, change))).join('\n')).toMatch(reason);
  });
}

const SERVED = [
  ['a broken link', crawl, into('<a href="/nowhere/">x</a>'), /\/nowhere\/ answers 404/],
  ['a link to no place', crawl, into('<a href="#nowhere">x</a>'), /#nowhere leads to a place/],
  ['a link over a redirect', crawl, into('<a href="/en">x</a>'), /over a redirect/],
  ['a picture of another host', crawl, into('<img src="https://elsewhere.example/x.png" alt="">'), /img of another host/],
];

for (const [name, check, change, reason] of SERVED) {
  test(`is seen: ${name}`, async ({ site }) => {
    const page = choosable(site);
    const planted = new Map([[page.link, change(page.html)]]);
    const server = await serve(site.folder, { base: site.base, planted });
    expect((await check(site, server.origin)).join('\n')).toMatch(reason);
    await server.close();
  });
}

const wide = '<div style="width: 2000px; height: 9px"></div>';
const SHOWN = [
  ['an inline script on the console', undefined, into('<script>x()</script>'), /console: .*Content Security Policy/],
  ['a request to another host', undefined, (text) => into('<img src="https://elsewhere.example/x.png" alt="">')(free(text)), /asks another host/],
  ['a picture without words', violations, into('<img src="/favicon.ico">'), /image-alt/],
  ['weak contrast', violations, (text) => into('<p style="color: #777; background: #888">weak words</p>')(free(text)), /color-contrast/],
  ['something too wide', sideways, (text) => into(wide)(free(text)), /reaches to 20\d\d px of 360/],
  ['a first screen without the goods', firstScreen, (text) => into('<p style="height: 900px">x</p>')(free(text)), /less than half of the picture.*\n.*no whole name.*\n.*no price.*\n.*no delivery/],
  ['a small button', tapTargets, (text) => swap(/(<form\b[^>]*method="post"[^>]*>)/, '$1<button type="button" name="small" style="all: unset">x</button>')(free(text)), /small is .*less than 44/],
  ['a small link', smallTargets, (text) => into('<p><a href="/" style="font-size: 9px">home</a></p>')(free(text)), /home is .* px, less than 24/],
  ['a picture without room of its own', pictureFaults, into('<img src="/favicon.ico" alt="">'), /has no width and height/],
  ['a hero that waits', pictureFaults, swap(/fetchpriority="high"><\/picture>/, 'loading="lazy"></picture>'), /upper half of the first screen and waits/],
  ['words on words', overlaps, (text) => into('<p>below</p><p style="margin-top: -1.5em">above</p>')(free(text)), /"below" and "above" lie on each other/],
  ['words that are cut off', clipped, (text) => into('<p style="height: 4px; overflow: hidden">short</p>')(free(text)), /cuts off "short"/],
  ['a heading without words', empty, into('<h2></h2>'), /h2\. is empty/],
  ['a box over the form', covered, (text) => into('<div style="position: fixed; inset: 0"></div>')(free(text)), /div\. lies on the order form/],
  ['a focus that is not seen', walk, (text) => into('<a href="/" style="outline: 0">dark</a>')(free(text)), /a "dark" does not show that it has the focus/],
  ['a page that Lighthouse marks down', () => missed({ ...GOALS, seo: 92, lcp: 2400, failed: ['meta-description'] }), into('<p>x</p>'), /^seo is 92, not 100: meta-description\nlcp is 2400/],
  ['a long way to the button', async (page) => [`${await stopsToOrder(page)} stops`], swap(/<button class="button" type="submit"/, `${'<input aria-label="x">'.repeat(20)}$&`), /^[23]\d stops/],
  ['a form that asks too much', async (page) => [`${(await fields(page)).required} to fill`], swap(/<button class="button" type="submit"/, `${'<input type="text" aria-label="x" required>'.repeat(3)}$&`), /^7 to fill/],
];

for (const [name, check, change, reason] of SHOWN) {
  test(`is seen: ${name}`, async ({ site, page }) => {
    const product = choosable(site);
    const planted = new Map([[product.link, change(product.html)]]);
    const server = await serve(site.folder, { base: site.base, planted, lax: Boolean(check) });
    const watched = watch(page, server.origin);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(server.origin + product.link);
    expect((check ? await check(page) : watched.take()).join('\n')).toMatch(reason);
    await server.close();
  });
}

test('is seen: a heavy page that shifts', async ({ site, page }) => {
  const product = choosable(site);
  const words = Array.from({ length: 9000 }, (_, n) => (n * 2654435761 % 4294967296).toString(36)).join(' ');
  const pictures = Array.from({ length: 12 }, (_, n) => `<img src="/favicon.ico?${n}" alt="">`).join('');
  const server = await serve(site.folder, { base: site.base, planted: new Map([[product.link, into(`<!-- ${words} -->${pictures}`)(product.html)]]) });
  expect(over(await measure(page, server.origin + product.link)).join('\n')).toMatch(/html is .*\n(.*\n)*requests is/);
  await server.close();
});

test('is seen: orders that go wrong', () => at(withEndpoint, {}, async (open) => {
  const product = choosable(open.site);
  const fault = async (change) => {
    need(change(product.html) !== product.html, `the fault cannot be planted: ${change}`);
    open.planted.set(product.link, change(product.html));
    return (await order(open, product)).join('\n');
  };
  const hidden = (name, value) => swap(/(<form\b[^>]*method="post"[^>]*>)/, `$1<input type="hidden" name="${name}" value="${value}">`);
  expect(await fault(hidden('price', '1'))).toBe('price arrived, and no document names it');
  expect(await fault(hidden('language', 'en'))).toMatch(/^language arrived 2 times$/m);
  expect(await fault(swap(/(name="title" value=")[^"]*/, '$1other'))).toMatch(/^title is "other", not /m);
  expect(await fault(swap(/form-action [^;"]*/, "form-action 'none'"))).toMatch(/^no thank-you page after the order/);
}));

test('is seen: a honeypot that people fall into', () => at(withEndpoint, {}, async ({ site, page, origin, planted, honeypot }) => {
  const product = choosable(site);
  const open = swap(new RegExp(`<input[^>]* name="${honeypot}"[^>]*>`), '');
  const seen = `<input type="text" name="${honeypot}" aria-label="x">`;
  planted.set(product.link, open(product.html).replace(/(<form\b[^>]*method="post"[^>]*>)/, `$1${seen}`));
  await page.goto(origin + product.link);
  expect((await honeypotFaults(page, honeypot)).join('\n')).toMatch(/can be seen.*\n.*the Tab key leads to the honeypot/);
}));

test('is seen: forms that Netlify would not take for one', () => at(withNetlify, {}, async ({ site }) => {
  const page = choosable(site);
  expect(oneForm(plant(site, page, swap(/name="note"/, 'name="notes"'))).join('\n')).toMatch(/the form posratest has the fields/);
  expect(oneForm(plant(site, page, swap(/data-netlify="true"/, ''))).join('\n')).toMatch(/Netlify would not find its form/);
}));

/** A folder with one copy, `pictures/5ce7e-240.jpg`, of the scene. */
async function oneCopy(change = (copy) => copy, after = (bytes) => bytes) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-copy-'));
  fs.mkdirSync(path.join(folder, 'pictures'));
  const bytes = await handle(change(scene())).jpeg({ quality: 90 }).toBuffer();
  fs.writeFileSync(path.join(folder, 'pictures/5ce7e-240.jpg'), after(bytes));
  return { folder, files: ['pictures/5ce7e-240.jpg'] };
}

const swapped = ({ data, ...size }) => ({ ...size, data: data.map((_, place) => data[place % 3 === 1 ? place : place - (place % 3) * 2 + 2]) });
const narrow = ({ data, width, height }) => ({ data: data.subarray(0, width * (height - 9) * 3), width, height: height - 9 });

const COPIES = [
  ['a copy of another picture', [(picture) => stored(picture, 3)], /SSIM 0\.\d+, less than/],
  ['a copy in other colours', [() => scene(1)], /levels off/],
  ['a copy with red for blue', [swapped], /less than|levels off/],
  ['a copy in another shape', [narrow], /is 151 pixels high, not 160/],
  ['a copy that was cut short', [undefined, (bytes) => bytes.subarray(0, bytes.length / 2)], /does not decode: .*premature end/],
];

for (const [name, planted, reason] of COPIES) {
  test(`is seen: ${name}`, async () => {
    const bounds = { whole: 0.9, cut: 0.9, colour: 8 };
    const fault = async (...change) => {
      const site = await oneCopy(...change);
      const result = await compare(site, copies(site)[0], scene(), bounds);
      fs.rmSync(site.folder, { recursive: true });
      return result.fault;
    };
    expect(await fault()).toBe(undefined);
    expect(await fault(...planted)).toMatch(reason);
  });
}

test('is seen: a copy of no photograph', async () => {
  const site = await oneCopy();
  const content = fs.mkdtempSync(path.join(os.tmpdir(), 'posra-content-'));
  const found = async (...pictures) => {
    for (const [place, picture] of pictures.entries()) await handle(picture).png().toFile(path.join(content, `${place}.png`));
    return (await compareAll(site, content, { whole: 0.9, cut: 0.9, colour: 8 })).faults.join('\n');
  };
  expect(await found(stored(scene(), 3), stored(scene(), 6))).toMatch(/is like no photograph/);
  expect(await found(stored(scene(), 3), stored(scene(), 6), scene())).toBe('');
  for (const folder of [site.folder, content]) fs.rmSync(folder, { recursive: true });
});

test('is seen: what stands in a file beside its picture', async () => {
  const plain = async (kind, options) => handle(scene()).toFormat(kind, options).toBuffer();
  const [jpeg, webp] = [await plain('jpeg'), await plain('webp')];
  expect([extras(jpeg), extras(webp)]).toEqual([[], []]);
  expect(extras(await plain('webp', { lossless: true }))).toEqual([]);
  const icc = Buffer.from('a profile');
  expect(extras(taggedJpeg(jpeg)).join()).toMatch(/APP1 Exif,APP1 http.*xap.*,APP2 MPF,APP13 Photoshop.*,APP12 Ducky,COM,14 bytes behind the end/);
  expect(extras(taggedWebp(webp, scene(), icc)).join()).toBe('VP8X flags 101100,ICCP,EXIF,XMP ,prVt');
  expect(extras(Buffer.concat([webp, icc])).join()).toBe('9 bytes behind the end');
  expect(extras(taggedPng(await plain('png'))).join()).toMatch(/eXIf.*tEXt/);
});
