// A shop of one product for every kind of picture that a merchant may have: turned, tagged, in every coding.
// All show the scene of scene.mjs, or one of its own tint where two must not be the same.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import sharp from 'sharp';

import { handle } from '../checks/similar.mjs';
import { scene, stored } from './scene.mjs';
import { taggedJpeg, taggedPng, taggedWebp } from './tags.mjs';

const beside = (name) => fs.readFileSync(fileURLToPath(new URL(name, import.meta.url)));

const WRITE = {
  jpg: (picture) => picture.jpeg({ quality: 92, chromaSubsampling: '4:2:0' }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: 92 }),
};
export const KINDS = Object.keys(WRITE);

/** The scene as a camera held in one of eight ways stores it, in each kind of file. */
async function turned() {
  const made = [];
  for (const kind of KINDS) {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const picture = handle(stored(scene(), orientation)).withMetadata({ orientation });
      made.push({ name: `turned-${orientation}-${kind}`, kind, bytes: await WRITE[kind](picture).toBuffer(), drawn: true });
    }
  }
  return made;
}

/**
 * Codings of the scene. `drawn`: all of its colours are in the file, so that the copies look like the scene;
 * `alpha`: it lets through; `inks`: it is in inks without a profile; `moving`: it is to go on moving.
 */
async function coded() {
  const plain = () => handle(scene());
  const clear = () => sharp(clearing(scene()), { raw: { width: 240, height: 160, channels: 4 } });
  const film = async () => sharp([await plain().png().toBuffer(), await handle(scene(1)).png().toBuffer()], { join: { animated: true } });
  const list = [
    // One scan per colour: a reader that many programs use makes noise of it, without an error. Made with
    // cjpeg -quality 80 -sample 2x2 -optimize -scans, where the scans are "0; 1; 2;".
    { name: 'scan-per-colour', kind: 'jpg', bytes: beside('scan-per-colour.jpg'), drawn: true },
    // cjpeg -quality 80 -sample 2x1
    { name: 'jpeg-422', kind: 'jpg', bytes: beside('half-across.jpg'), drawn: true },
    { name: 'jpeg-444', kind: 'jpg', bytes: plain().jpeg({ quality: 90, chromaSubsampling: '4:4:4' }), drawn: true },
    { name: 'jpeg-progressive', kind: 'jpg', bytes: plain().jpeg({ quality: 90, mozjpeg: true }), drawn: true },
    { name: 'jpeg-grey', kind: 'jpg', bytes: plain().toColourspace('b-w').jpeg({ quality: 90 }) },
    { name: 'jpeg-inks', kind: 'jpg', bytes: plain().toColourspace('cmyk').jpeg({ quality: 90 }), inks: true },
    // libvips and posra bring these inks to a screen by different intents; what was drawn is the measure.
    { name: 'jpeg-inks-profile', kind: 'jpg', bytes: plain().withIccProfile('cmyk').jpeg({ quality: 90 }), profile: true },
    { name: 'jpeg-wide-colours', kind: 'jpg', bytes: plain().withIccProfile('p3').jpeg({ quality: 90 }), drawn: true },
    { name: 'png-deep', kind: 'png', bytes: plain().toColourspace('rgb16').png(), drawn: true },
    { name: 'png-interlaced', kind: 'png', bytes: plain().png({ progressive: true }), drawn: true },
    { name: 'png-palette', kind: 'png', bytes: plain().png({ palette: true, colours: 32, dither: 0 }) },
    { name: 'png-grey', kind: 'png', bytes: plain().toColourspace('b-w').png() },
    { name: 'png-clear', kind: 'png', bytes: clear().png(), alpha: true },
    { name: 'webp-lossless', kind: 'webp', bytes: plain().webp({ lossless: true }), drawn: true },
    { name: 'webp-clear', kind: 'webp', bytes: clear().webp({ quality: 92 }), alpha: true },
    { name: 'gif', kind: 'gif', bytes: plain().gif({ dither: 0 }) },
    { name: 'gif-clear', kind: 'gif', bytes: clear().gif({ dither: 0 }), alpha: true },
    { name: 'gif-film', kind: 'gif', bytes: (await film()).gif({ dither: 0, delay: [200, 200] }) },
    { name: 'gif-moving', kind: 'gif', bytes: (await film()).gif({ dither: 0, delay: [300, 500] }), moving: true },
    { name: 'webp-moving', kind: 'webp', bytes: (await film()).webp({ quality: 92, delay: [300, 500] }), moving: true },
  ];
  return Promise.all(list.map(async (one) => ({ ...one, bytes: Buffer.isBuffer(one.bytes) ? one.bytes : await one.bytes.toBuffer() })));
}

/** RGBA: the scene, which fades out to the right. */
function clearing({ data, width, height }) {
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let place = 0; place < width * height; place += 1) {
    data.copy(rgba, place * 4, place * 3, place * 3 + 3);
    rgba[place * 4 + 3] = Math.min(255, Math.max(0, (width - (place % width)) * 4 - 80));
  }
  return rgba;
}

/** A scene with every tag that there is. */
async function tagged() {
  const plain = () => handle(scene(0.5));
  const wide = plain().withIccProfile('p3');
  const png = await wide.clone().png().toBuffer();
  const { icc } = await sharp(png).metadata();
  return [
    { name: 'tagged-jpg', kind: 'jpg', bytes: taggedJpeg(await wide.clone().jpeg({ quality: 92 }).toBuffer()), tagged: true },
    { name: 'tagged-png', kind: 'png', bytes: taggedPng(png), tagged: true },
    { name: 'tagged-webp', kind: 'webp', bytes: taggedWebp(await plain().webp({ quality: 92 }).toBuffer(), scene(), icc), tagged: true },
  ];
}

const SETTINGS = `name = "Samples"
address = "https://samples.example/"
languages = ["en"]
currency = "GBP"
country = "GB"
time_zone = "Europe/London"
theme = "samples"
`;

const THEME = `name = "samples"
contract = 2
extends = "cotton"
page_length = 24

[pictures]
gallery = { widths = [120, 200, 480], sizes = "100vw" }
thumbnail = { widths = [72], sizes = "4rem", fill = [1, 1] }
card = { widths = [96], sizes = "6rem", pad = [1, 1] }
cover = { widths = [120], sizes = "100vw" }
body = { widths = [120], sizes = "100vw" }
row = { widths = [120], sizes = "100vw" }
`;

/** Writes the shop into `folder` and gives its samples: `{ name, kind, bytes, file, ... }`, each the product of its name. */
export async function writeSamples(folder) {
  const write = (name, text) => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  };
  const samples = [...(await turned()), ...(await coded()), ...(await tagged())];
  write('posra.toml', SETTINGS);
  write('themes/samples/theme.toml', THEME);
  return samples.map((sample, place) => {
    const focus = place % 2 === 0 || sample.name.startsWith('turned') ? ', focus = [0.25, 0.3]' : '';
    const picture = `pictures = [{ file = "picture.${sample.kind}", alt = "A sun over hills, ${sample.name}"${focus}${sample.moving ? ', moving = true' : ''} }]`;
    write(`content/products/${sample.name}/index.md`, `+++\nsku = "S-${place}"\ntitle = "Sample ${sample.name}"\nsummary = "A picture."\nprice = 10\n${picture}\n+++\n`);
    return { ...sample, file: write(`content/products/${sample.name}/picture.${sample.kind}`, sample.bytes) };
  });
}
