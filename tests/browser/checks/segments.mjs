// What a picture's file holds beside the picture. A copy needs none of what cameras and programs add.

/** What a file of the site holds that a plain picture (or a moving one) does not need, as words; none when it is plain. */
export function extras(bytes, { moving = false } = {}) {
  const listed = segments(bytes);
  const wanted = bytes.readUInt16BE(0) === 0xffd8 ? JPEG : [...WEBP, ...(moving ? MOVING : [])];
  return listed.filter((one) => !wanted.includes(one));
}

const JPEG = ['SOI', 'APP0 JFIF', 'DQT', 'SOF0', 'SOF2', 'DHT', 'SOS', 'EOI'];
const WEBP = ['VP8 ', 'VP8L', 'VP8X alpha', 'ALPH'];
const MOVING = ['VP8X frames', 'VP8X frames alpha', 'ANIM', 'ANMF'];

/** The segments of a JPEG file, or the chunks of a PNG or WebP file, in order. */
export function segments(bytes) {
  if (bytes.readUInt16BE(0) === 0xffd8) return jpeg(bytes);
  if (bytes.toString('latin1', 1, 4) === 'PNG') return png(bytes);
  return bytes.toString('latin1', 0, 4) === 'RIFF' ? webp(bytes) : ['not a picture'];
}

const NAMED = { 0xd8: 'SOI', 0xd9: 'EOI', 0xda: 'SOS', 0xdb: 'DQT', 0xc0: 'SOF0', 0xc1: 'SOF1', 0xc2: 'SOF2', 0xc4: 'DHT', 0xdd: 'DRI', 0xfe: 'COM' };

function jpeg(bytes) {
  const found = [];
  let place = 0;
  while (place < bytes.length) {
    if (bytes[place] !== 0xff || place + 1 === bytes.length) return [...found, `${bytes.length - place} bytes that are no segment`];
    const code = bytes[place + 1];
    found.push(NAMED[code] ?? (code >= 0xe0 && code <= 0xef ? `APP${code - 0xe0} ${identifier(bytes, place + 4)}` : `marker ${code.toString(16)}`));
    place += 2;
    if (code === 0xd8) continue;
    if (code === 0xd9) return place === bytes.length ? found : [...found, `${bytes.length - place} bytes behind the end`];
    const length = bytes.readUInt16BE(place);
    // Two sides of a thumbnail at the end of the shortest JFIF segment.
    if (found.at(-1) === 'APP0 JFIF' && length !== 16) found.push('a JFIF thumbnail');
    place += length;
    if (code === 0xda) place = behindScan(bytes, place);
  }
  return [...found, 'no end'];
}

/** The name that an APP segment begins with. */
function identifier(bytes, place) {
  const [name] = /^[\x20-\x7e]*/.exec(bytes.toString('latin1', place, place + 30));
  return name;
}

/** Coded data goes on to the next marker that is neither a stuffed zero nor a restart. */
function behindScan(bytes, from) {
  for (let place = from; place + 1 < bytes.length; place += 1) {
    const next = bytes[place + 1];
    if (bytes[place] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return place;
  }
  return bytes.length;
}

function png(bytes) {
  const found = [];
  for (let place = 8; place + 8 <= bytes.length; place += 12 + bytes.readUInt32BE(place)) found.push(bytes.toString('latin1', place + 4, place + 8));
  return found;
}

function webp(bytes) {
  const end = 8 + bytes.readUInt32LE(4);
  const found = chunks(bytes, 12, end);
  return end === bytes.length ? found : [...found, `${bytes.length - end} bytes behind the end`];
}

/** The flags of the extended header that are let through: alpha, and frames. */
const FLAGS = { 0x10: 'alpha', 0x02: 'frames', 0x12: 'frames alpha' };

function chunks(bytes, from, end) {
  const found = [];
  for (let place = from; place + 8 <= end;) {
    const name = bytes.toString('latin1', place, place + 4);
    const length = bytes.readUInt32LE(place + 4);
    const flags = bytes[place + 8];
    found.push(name === 'VP8X' ? `VP8X ${FLAGS[flags] ?? `flags ${flags.toString(2)}`}` : name);
    // A frame begins with 16 bytes of place, size and time; then it has chunks of its own.
    if (name === 'ANMF') found.push(...chunks(bytes, place + 24, place + 8 + length));
    place += 8 + length + (length % 2);
  }
  return found;
}
