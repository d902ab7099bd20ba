// How alike two pictures are, by a decoder that is not the program's: libvips, through sharp.

import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

const BLOCK = 8;
const C1 = 6.5025;
const C2 = 58.5225;

/** Pixels `{ data, width, height }` of a file or of its bytes: upright, sRGB, on a ground. Throws at anything that is not in order. */
export async function pixels(input, background = '#fff') {
  const picture = sharp(input, { failOn: 'warning' }).autoOrient().toColourspace('srgb').flatten({ background }).removeAlpha();
  return of(await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true }));
}

/** Pixels of a picture in inks that has no profile: what a browser makes of them, each ink over black. */
export async function inks(file) {
  const reading = sharp(file).pipelineColourspace('cmyk').toColourspace('cmyk');
  const { data: ink, info } = await reading.raw().toBuffer({ resolveWithObject: true });
  const data = Buffer.alloc((ink.length / 4) * 3);
  for (let place = 0; place < ink.length / 4; place += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      data[place * 3 + channel] = ((255 - ink[place * 4 + channel]) * (255 - ink[place * 4 + 3])) / 255;
    }
  }
  return { data, width: info.width, height: info.height };
}

/** The part `{ left, top, width, height }` of a picture as `width` x `height` pixels. */
export async function resized(picture, width, height, part) {
  const whole = handle(picture);
  const cut = part ? whole.extract(part) : whole;
  return of(await cut.resize(width, height, { fit: 'fill', kernel: 'lanczos3' }).raw().toBuffer({ resolveWithObject: true }));
}

/** The picture in the middle of a white sheet. */
export async function onSheet(picture, width, height) {
  const resizing = handle(picture).resize(width, height, { fit: 'contain', kernel: 'lanczos3', background: '#fff' });
  return of(await resizing.removeAlpha().raw().toBuffer({ resolveWithObject: true }));
}

/** A sharp pipeline of pixels. */
export function handle({ data, width, height }) {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const of = ({ data, info }) => ({ data, width: info.width, height: info.height });

/** Structural similarity of two pictures of one size, 1 for the same: luma, blocks of 8 x 8 (Wang et al. 2004). */
export function ssim(left, right) {
  const [a, b] = [luma(left), luma(right)];
  let sum = 0;
  let count = 0;
  for (let y = 0; y < left.height; y += BLOCK) {
    for (let x = 0; x < left.width; x += BLOCK) {
      sum += block(a, b, left, x, y);
      count += 1;
    }
  }
  return sum / count;
}

function luma({ data, width, height }) {
  const grey = new Float32Array(width * height);
  for (let place = 0; place < grey.length; place += 1) {
    grey[place] = 0.299 * data[place * 3] + 0.587 * data[place * 3 + 1] + 0.114 * data[place * 3 + 2];
  }
  return grey;
}

function block(a, b, { width, height }, x, y) {
  // Plain variables: lists made here would keep the collector busier than the sums.
  let n = 0, sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
  for (let row = y; row < Math.min(y + BLOCK, height); row += 1) {
    for (let place = row * width + x; place < row * width + Math.min(x + BLOCK, width); place += 1) {
      const p = a[place];
      const q = b[place];
      n += 1;
      sa += p;
      sb += q;
      saa += p * p;
      sbb += q * q;
      sab += p * q;
    }
  }
  const ma = sa / n;
  const mb = sb / n;
  const va = saa / n - ma * ma;
  const vb = sbb / n - mb * mb;
  const cov = sab / n - ma * mb;
  return ((2 * ma * mb + C1) * (2 * cov + C2)) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
}

/** The mean colours of a picture in a grid of `side` x `side`; of a large one, every so many pixels are enough. */
export function signature({ data, width, height }, side = 16) {
  const step = Math.max(1, Math.floor(Math.min(width, height) / (side * 12)));
  const sums = new Float64Array(side * side * 3);
  const counts = new Float64Array(side * side);
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const cell = Math.floor((y * side) / height) * side + Math.floor((x * side) / width);
      const place = (y * width + x) * 3;
      counts[cell] += 1;
      for (let channel = 0; channel < 3; channel += 1) sums[cell * 3 + channel] += data[place + channel];
    }
  }
  return sums.map((sum, place) => sum / Math.max(1, counts[Math.floor(place / 3)]));
}

/** Mean difference of two signatures, in levels of 255. */
export function apart(left, right) {
  return left.reduce((sum, one, place) => sum + Math.abs(one - right[place]), 0) / left.length;
}

/** The largest difference of two pictures in a grid of 4 x 4, in levels: SSIM does not see colours. */
export function colourApart(left, right) {
  const [a, b] = [signature(left, 4), signature(right, 4)];
  return a.reduce((most, one, place) => Math.max(most, Math.abs(one - b[place])), 0);
}
