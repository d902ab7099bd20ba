// Every picture of the built shops, read by a second decoder (libvips), against the photograph that it was made of;
// and a shop of every kind of picture (samples/), its copies upright, equal and without a word of their own.

import fs from 'node:fs';
import path from 'node:path';

import { expect } from '@playwright/test';
import sharp from 'sharp';

import { compare, compareAll, copies, stems } from '../checks/pictures.mjs';
import { extras, segments } from '../checks/segments.mjs';
import { colourApart, inks, pixels, resized, ssim } from '../checks/similar.mjs';
import { need, none } from '../faults.mjs';
import { attr, first } from '../html.mjs';
import { scene } from '../samples/scene.mjs';
import { KINDS } from '../samples/shop.mjs';
import { MARK } from '../samples/tags.mjs';
import { buildCopy, buildFixture, buildSamples, rootShop, specimen } from '../shop.mjs';
import { readSite } from '../site.mjs';
import { test as base } from '../test.mjs';

/** Least SSIM, most levels of a colour. Measured at worst: 0.944 whole, 0.914 cut, 5 levels. Two photographs of that shop: 0.80. */
const SHOP = { whole: 0.93, cut: 0.9, colour: 8 };

/** The samples are small and all grain. Measured at worst: 0.933, and 6 levels (inks at 72 pixels, chroma halved). */
const SAMPLE = { whole: 0.92, cut: 0.92, colour: 8 };

/** What was lost when the sample was made counts too. Measured at worst: 0.920, and 3 levels. */
const DRAWN = { whole: 0.9, cut: 0.9, colour: 8 };

const test = base.extend({
  samples: [async ({}, use) => {
    const shop = await buildSamples();
    const site = readSite(shop.out, shop.address);
    const families = stems(copies(site));
    await use({ ...shop, site, samples: shop.samples.map((sample) => ({ ...sample, copies: familyOf(site, families, sample) })) });
    shop.remove();
  }, { scope: 'worker', timeout: 60_000 }],
});

/** The copies of a sample: those with the stem of the first picture on its product's page. */
function familyOf(site, families, { name }) {
  const page = need(site.pages.find((one) => one.link === `/products/${name}/`), `no page of ${name}`);
  const shown = need(first(first(page.doc, 'main'), 'img'), `no picture on ${page.link}`);
  return need(families.find(([{ stem }]) => attr(shown, 'src').includes(stem)), `no copies of ${name}`);
}

const figures = (list) => `${list.length} (SSIM ${Math.min(...list).toFixed(3)} at least, ${(list.reduce((sum, one) => sum + one, 0) / list.length).toFixed(3)} in the mean)`;

for (const [name, open] of Object.entries({
  'the shop at the root': () => ({ ...rootShop(), remove: () => {} }),
  'a shop abroad': () => buildCopy((settings) => settings, specimen('slip-lane')),
  'a shop of drawings': () => buildFixture({ products: 200 }),
})) {
  test(`every picture of ${name} decodes and is its photograph`, async () => {
    const shop = open();
    try {
      const site = readSite(shop.out, shop.address);
      const result = await compareAll(site, path.join(shop.folder, 'content'), SHOP);
      console.log(`  ${name}: of ${result.photographs} photographs ${figures(result.whole)} whole copies, ${figures(result.cut)} cut ones`);
      none([...result.faults, ...plain(site)]);
      expect(result.whole.length).toBeGreaterThan(0);
      expect(result.whole.length + result.cut.length).toBe(copies(site).length);
    } finally {
      shop.remove();
    }
  });
}

/** Pictures of a site that hold more than a picture. */
function plain(site) {
  return copies(site).flatMap(({ file, moving }) => extras(fs.readFileSync(path.join(site.folder, file)), { moving }).map((extra) => `/${file}: holds ${extra}`));
}

test('every coding of a picture comes out as it went in', async ({ samples: { site, samples } }) => {
  const faults = [];
  const all = [];
  for (const sample of samples.filter((one) => !one.profile)) {
    const photograph = await (sample.inks ? inks : pixels)(sample.file);
    for (const copy of sample.copies) {
      const { fault, likeness } = await compare(site, copy, photograph, SAMPLE);
      if (fault) faults.push(`${fault} (${sample.name})`);
      all.push(likeness);
    }
  }
  console.log(`  samples: ${figures(all)} copies`);
  none(faults);
});

test('copies look like the scene that was drawn, whoever read the file', async ({ samples: { site, samples } }) => {
  const faults = [];
  const drawn = samples.filter((one) => one.drawn || one.profile);
  expect(drawn.map(({ name }) => name)).toEqual(expect.arrayContaining(['scan-per-colour', 'turned-8-webp', 'jpeg-wide-colours']));
  const all = [];
  for (const sample of drawn) {
    // No ink is as blue as a screen: 24 levels at most.
    const bounds = sample.profile ? { ...DRAWN, colour: 30 } : DRAWN;
    for (const copy of sample.copies) {
      const { fault, likeness } = await compare(site, copy, scene(), bounds);
      if (fault) faults.push(`${fault} (${sample.name})`);
      all.push(likeness);
    }
  }
  console.log(`  drawn: ${figures(all)} copies`);
  none(faults);
});

test('the trap is set: the sample with a scan per colour has three, of 4:2:0', async ({ samples: { samples } }) => {
  const { file } = samples.find(({ name }) => name === 'scan-per-colour');
  const found = segments(fs.readFileSync(file));
  expect(found.filter((one) => one === 'SOS').length).toBe(3);
  expect(found).toContain('SOF0');
  expect((await sharp(file).metadata()).chromaSubsampling).toBe('4:2:0');
});

for (const kind of KINDS) {
  test(`eight ways to hold a camera give one picture: ${kind}`, async ({ samples: { site, samples } }) => {
    const turned = samples.filter(({ name }) => name.startsWith('turned-') && name.endsWith(kind));
    expect(await Promise.all(turned.map(async ({ file }) => (await sharp(file).metadata()).orientation))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const read = ({ file }) => pixels(path.join(site.folder, file));
    const ending = ({ file, stem }) => file.slice(`pictures/${stem}`.length);
    let least = 1;
    let most = 0;
    for (const copy of turned[0].copies) {
      const upright = await read(copy);
      for (const other of turned.slice(1)) {
        const same = await read(need(other.copies.find((one) => ending(one) === ending(copy)), `no ${ending(copy)} of ${other.name}`));
        expect([same.width, same.height]).toEqual([upright.width, upright.height]);
        least = Math.min(least, ssim(upright, same));
        most = Math.max(most, colourApart(upright, same));
      }
    }
    console.log(`  ${kind}: SSIM ${least.toFixed(4)} at least between orientations, colours ${most.toFixed(2)} apart at most`);
    // The blocks of a lossy file lie otherwise in a turned one. Nothing is lost in PNG, so nothing may differ.
    expect(least).toBeGreaterThanOrEqual(kind === 'png' ? 1 : 0.95);
    expect(most).toBeLessThanOrEqual(kind === 'png' ? 0 : 4);
  });
}

test('what lets through still does in WebP', async ({ samples: { site, samples } }) => {
  const faults = [];
  for (const sample of samples) {
    const dark = sample.alpha ? await pixels(sample.file, '#123') : undefined;
    for (const copy of sample.copies.filter(({ file, sheet, moving }) => file.endsWith('.webp') && !sheet && !moving)) {
      const { hasAlpha } = await sharp(path.join(site.folder, copy.file)).metadata();
      // A cut may leave away the part that lets through.
      const wanted = Boolean(sample.alpha) && (copy.height === undefined || hasAlpha);
      if (hasAlpha !== wanted) faults.push(`/${copy.file}: ${hasAlpha ? 'has' : 'lacks'} alpha (${sample.name})`);
      const { fault } = dark ? await compare(site, copy, dark, SAMPLE, '#123') : {};
      if (fault) faults.push(`${fault} (${sample.name}, on a dark ground)`);
    }
  }
  none(faults);
});

test('what moves goes on moving where it is asked for', async ({ samples: { site, samples } }) => {
  const moving = samples.flatMap((sample) => sample.copies.filter((copy) => copy.moving).map((copy) => ({ ...copy, sample })));
  expect(new Set(moving.map(({ sample }) => sample.name))).toEqual(new Set(['gif-moving', 'webp-moving']));
  const faults = [];
  for (const copy of moving) {
    const file = path.join(site.folder, copy.file);
    const { pages, pageHeight, delay, width } = await sharp(file, { animated: true }).metadata();
    expect({ pages, delay }).toEqual({ pages: 2, delay: [300, 500] });
    const second = await pixels(await sharp(file, { page: 1 }).png().toBuffer());
    const wanted = await resized(scene(1), width, pageHeight);
    if (ssim(second, wanted) < DRAWN.whole || colourApart(second, wanted) > DRAWN.colour) faults.push(`/${copy.file}: its second frame is another`);
  }
  none(faults);
});

test('no copy tells where, when, with what or by whom', async ({ samples: { site, samples } }) => {
  for (const { file, kind } of samples.filter((one) => one.tagged)) {
    const found = segments(fs.readFileSync(file)).join(', ');
    expect(found).toMatch({ jpg: /Exif.*xap.*MPF.*Photoshop.*COM.*ICC_PROFILE/, png: /eXIf.*tEXt.*zTXt.*iTXt.*tIME.*iCCP/, webp: /ICCP.*EXIF.*XMP/ }[kind]);
    expect(fs.readFileSync(file).includes(MARK)).toBe(true);
  }
  const told = site.files.filter((file) => fs.readFileSync(path.join(site.folder, file)).includes(MARK));
  none([...plain(site), ...told.map((file) => `/${file}: holds the word ${MARK}`)]);
});
