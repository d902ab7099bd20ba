// The copies of a site's pictures against the photographs they were made of.
//
// A copy's name says what it shows: `<stem>-960.webp` all of the photograph, `<stem>-144x144.jpg` (perhaps with a
// focus in thousandths, `-500-200`) the largest part of that shape, `<stem>-1080x1080-sheet.jpg` all of it on white.
// Of a moving copy, `<stem>-moving-960.webp`, the first frame is compared.

import fs from 'node:fs';
import path from 'node:path';

import { apart, colourApart, onSheet, pixels, resized, signature, ssim } from './similar.mjs';

const NAME = /^pictures\/([0-9a-f]+)(-moving)?-(\d+)(?:x(\d+)(?:-(\d+)-(\d+)|(-sheet))?)?\.(jpg|webp)$/;
const SOURCE = /\.(jpe?g|png|webp|gif)$/i;

/** The pictures of a site: `{ file, stem, moving, width, height, focus, sheet }`; `height` only where the name says it. */
export function copies(site) {
  return site.files.filter((file) => file.startsWith('pictures/')).map((file) => {
    const [, stem, moving, width, height, x, y, sheet] = NAME.exec(file) ?? [];
    const focus = x === undefined ? [500, 500] : [Number(x), Number(y)];
    return { file, stem, moving: Boolean(moving), width: Number(width), height: height && Number(height), focus, sheet: Boolean(sheet) };
  });
}

/** All pictures in a folder of content, each once however often it lies there. */
export function photographs(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => SOURCE.test(file)).sort();
  const byBytes = new Map(files.map((file) => [fs.readFileSync(path.join(folder, file), 'latin1'), path.join(folder, file)]));
  return [...byBytes.values()];
}

/** What `copy` is to show of `photograph`, in the size that was made. */
export function expected(photograph, copy, { width, height }) {
  if (copy.height === undefined) return resized(photograph, width, height);
  if (copy.sheet) return onSheet(photograph, width, height);
  const scale = Math.min(photograph.width / copy.width, photograph.height / copy.height);
  const part = { width: Math.round(copy.width * scale), height: Math.round(copy.height * scale) };
  const begin = (full, length, share) => Math.round(Math.min(Math.max((full * share) / 1000 - length / 2, 0), full - length));
  const [left, top] = [begin(photograph.width, part.width, copy.focus[0]), begin(photograph.height, part.height, copy.focus[1])];
  return resized(photograph, width, height, { left, top, ...part });
}

/** Whether the size is the one of the name, and the shape that of the photograph where all of it is shown. */
export function sizeFault(photograph, copy, { width, height }) {
  if (width !== copy.width) return `is ${width} pixels wide`;
  if (width > photograph.width && height > photograph.height) return 'is larger than its photograph';
  if (copy.height !== undefined) return height === copy.height ? undefined : `is ${height} pixels high`;
  const wanted = (width * photograph.height) / photograph.width;
  return Math.abs(height - wanted) < 1 ? undefined : `is ${height} pixels high, not ${Math.round(wanted)}`;
}

/** As `expected`, made once for all formats of a size. */
async function known(photograph, copy, size) {
  const made = (photograph.made ??= new Map());
  const name = copy.file.replace(/\.\w+$/, '');
  if (!made.has(name)) made.set(name, await expected(photograph, copy, size));
  return made.get(name);
}

/**
 * Compares one copy with its photograph: `{ fault }` or `{ likeness, colour }`, or both.
 * `bounds` are the least SSIM of copies that show all, that of cut ones, and the most levels that a colour may be off.
 */
export async function compare(site, copy, photograph, bounds, background) {
  const found = await pixels(path.join(site.folder, copy.file), background).catch((error) => error);
  if (found instanceof Error) return { fault: `/${copy.file}: does not decode: ${found.message.trim()}` };
  const fault = sizeFault(photograph, copy, found);
  if (fault) return { fault: `/${copy.file}: ${fault}` };
  const wanted = await known(photograph, copy, found);
  const result = { likeness: ssim(found, wanted), colour: colourApart(found, wanted) };
  const least = bounds[copy.height === undefined ? 'whole' : 'cut'];
  if (result.likeness < least) result.fault = `/${copy.file}: SSIM ${result.likeness.toFixed(3)}, less than ${least}`;
  else if (result.colour > bounds.colour) result.fault = `/${copy.file}: a colour is ${result.colour.toFixed(0)} levels off, more than ${bounds.colour}`;
  return result;
}

/**
 * Compares every picture of a site with its photograph, which is the one that looks most like the stem's smallest whole
 * copy: nothing on the site names it. Gives `{ faults, whole, cut, photographs }`, the figures of those compared.
 */
export async function compareAll(site, folder, bounds) {
  const list = copies(site);
  const faults = list.filter((copy) => !copy.stem).map((copy) => `/${copy.file}: has no name of a picture`);
  const sources = await signatures(photographs(folder));
  const used = new Set();
  const figures = { whole: [], cut: [] };
  await inParallel(stems(list), async (family) => {
    const file = await nearest(site, family, sources).catch(() => undefined);
    if (!file) { faults.push(...family.map((copy) => `/${copy.file}: is like no photograph`)); return; }
    used.add(file);
    const photograph = await pixels(file);
    for (const copy of family) {
      const { fault, likeness } = await compare(site, copy, photograph, bounds);
      if (fault) faults.push(`${fault} (${path.relative(folder, file)})`);
      if (likeness !== undefined) figures[copy.height === undefined ? 'whole' : 'cut'].push(likeness);
    }
  });
  return { faults, ...figures, photographs: used.size, sources: sources.length };
}

/** The copies of one photograph together. */
export function stems(list) {
  const families = {};
  for (const copy of list.filter(({ stem }) => stem)) (families[copy.stem] ??= []).push(copy);
  return Object.values(families);
}

/** Two at a time: sharp decodes beside the comparing. */
async function inParallel(list, work) {
  const next = list.values();
  const worker = async () => { for (const one of next) await work(one); };
  await Promise.all([worker(), worker()]);
}

async function signatures(files) {
  const list = [];
  await inParallel(files, async (file) => {
    const { data, width, height } = await pixels(file);
    list.push({ file, shape: width / height, signature: signature({ data, width, height }) });
  });
  return list;
}

/** The photograph of the same shape that a family of copies looks like; `undefined` when none does. */
async function nearest(site, family, sources) {
  const whole = family.filter((copy) => copy.height === undefined).sort((a, b) => a.width - b.width)[0];
  if (!whole) return undefined;
  const copy = await pixels(path.join(site.folder, whole.file));
  const own = signature(copy);
  const near = sources
    .filter(({ shape }) => Math.abs(copy.width / shape - copy.height) < 1 + 0.01 * copy.height)
    .map((source) => ({ file: source.file, apart: apart(own, source.signature) }))
    .sort((a, b) => a.apart - b.apart)[0];
  return near && near.apart < 12 ? near.file : undefined;
}
