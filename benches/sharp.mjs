// Makes the copies that benches/pictures.py compares posra with: every photograph in a folder, three widths, WebP and JPEG.
//
//   node sharp.mjs SHARP_MODULE PHOTOS OUT [once]
//
// With `once` each photograph is decoded once and its pixels are handed to the six copies; else each copy is a
// clone of one pipeline, as sharp's own documents show.
import { readdir, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [module, photos, out, once] = process.argv.slice(2);
const sharp = createRequire(import.meta.url)(resolve(module));
sharp.cache(false);
const widths = [480, 960, 1600];

async function pipeline(file) {
  if (once !== "once") return sharp(file).autoOrient();
  const { data, info } = await sharp(file).autoOrient().raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function copies(name) {
  const source = await pipeline(join(photos, name));
  for (const width of widths) {
    const copy = () => source.clone().resize({ width, withoutEnlargement: true });
    await copy().webp({ quality: 75, effort: 4 }).toFile(join(out, `${name}-${width}.webp`));
    await copy().jpeg({ quality: 80 }).toFile(join(out, `${name}-${width}.jpg`));
  }
}

await mkdir(out, { recursive: true });
const names = (await readdir(photos)).filter((name) => name.endsWith(".jpg")).sort();
const next = names.values();
const worker = async () => { for (const name of next) await copies(name); };
await Promise.all([worker(), worker()]);
