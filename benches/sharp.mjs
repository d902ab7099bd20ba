// Makes the copies that benches/pictures.py compares posra with: every photograph in three widths, as WebP and JPEG.
//
//   node sharp.mjs SHARP_MODULE OUT clones|once PHOTO...
//
// `clones`: each copy is a clone of one pipeline, as sharp's own documents show. `once`: each photograph is decoded
// once and its pixels are handed to the six copies. As many photographs are at work as there are cores, each
// with one thread of libvips, so that sharp has the threads that posra has.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';

const [module, out, how, ...photos] = process.argv.slice(2);
const cores = availableParallelism();
process.env.UV_THREADPOOL_SIZE = String(cores); // read when the first task is queued
const sharp = createRequire(import.meta.url)(resolve(module));
sharp.cache(false);
sharp.concurrency(1);
const widths = [480, 960, 1600];

async function pipeline(file) {
  if (how === 'clones') return sharp(file).autoOrient();
  const { data, info } = await sharp(file).autoOrient().raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function copies(photo) {
  const source = await pipeline(photo);
  for (const width of widths) {
    const copy = () => source.clone().resize({ width, withoutEnlargement: true });
    await copy().webp({ quality: 75, effort: 4 }).toFile(join(out, `${basename(photo)}-${width}.webp`));
    await copy().jpeg({ quality: 80 }).toFile(join(out, `${basename(photo)}-${width}.jpg`));
  }
}

await mkdir(out, { recursive: true });
const next = photos.values();
const worker = async () => { for (const photo of next) await copies(photo); };
await Promise.all(Array.from({ length: cores }, worker));
