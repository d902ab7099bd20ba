// Everything that cameras, telephones and programs put into a picture beside the picture: where, when, with what, by whom.
// Each tag holds the word MARK, so that it is known again wherever it may come out.

import zlib from 'node:zlib';

export const MARK = 'Planted';

const words = (name) => `${MARK}-${name}`;

/** `jpeg` with all that a JPEG file may hold. */
export function taggedJpeg(jpeg) {
  const added = [
    segment(0xe1, `Exif\0\0`, exif(jpeg)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp()),
    segment(0xe2, 'MPF\0', Buffer.from(words('mpf'))),
    segment(0xed, 'Photoshop 3.0\0', iptc()),
    segment(0xec, 'Ducky\0', Buffer.from(words('ducky'))),
    segment(0xfe, '', Buffer.from(words('comment'))),
  ];
  // Telephones put a film, programs anything, behind the end.
  return Buffer.concat([jpeg.subarray(0, 2), ...added, jpeg.subarray(2), Buffer.from(words('behind'))]);
}

/** `png` with all that a PNG file may hold. */
export function taggedPng(png) {
  const text = (name) => `${name}\0`;
  const added = [
    chunk('eXIf', exif(Buffer.from(words('thumbnail')))),
    chunk('tEXt', `${text('Author')}${words('text')}`),
    chunk('zTXt', `${text('Comment')}\0`, zlib.deflateSync(words('packed'))),
    chunk('iTXt', `${text('XML:com.adobe.xmp')}\0\0\0\0`, xmp()),
    chunk('tIME', Buffer.from([0x07, 0xea, 11, 24, 9, 30, 0])),
    chunk('prVt', words('private')),
  ];
  const place = 33; // behind IHDR
  return Buffer.concat([png.subarray(0, place), ...added, png.subarray(place), Buffer.from(words('behind'))]);
}

/** `webp`, simple and lossy, with all that a WebP file may hold; `icc` is a profile of colours. */
export function taggedWebp(webp, { width, height }, icc) {
  const side = (length) => [0, 8, 16].map((shift) => ((length - 1) >> shift) & 255);
  const PROFILE_EXIF_XMP = 0b101100;
  const chunks = [
    riff('VP8X', Buffer.from([PROFILE_EXIF_XMP, 0, 0, 0, ...side(width), ...side(height)])),
    riff('ICCP', icc),
    webp.subarray(12),
    riff('EXIF', exif(Buffer.from(words('thumbnail')))),
    riff('XMP ', xmp()),
    riff('prVt', Buffer.from(words('private'))),
  ];
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

function segment(code, name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([Buffer.from([0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
}

function chunk(name, ...parts) {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part, 'latin1')));
  const body = Buffer.concat([Buffer.from(name), data]);
  return Buffer.concat([long(data.length), body, long(zlib.crc32(body))]);
}

function riff(name, data) {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
}

function long(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

const short = (number) => long(number).subarray(2);

function xmp() {
  return Buffer.from(`<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="${words('xmp')}"/></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`);
}

/** A by-line (2:80) and a city (2:90) in Photoshop's resource 0x0404. */
function iptc() {
  const record = (number, value) => Buffer.concat([Buffer.from([0x1c, 2, number]), short(value.length), Buffer.from(value)]);
  const records = Buffer.concat([record(80, words('author')), record(90, words('city'))]);
  const padding = Buffer.alloc(records.length % 2);
  return Buffer.concat([Buffer.from('8BIM'), short(0x0404), short(0), long(records.length), records, padding]);
}

const [SHORT, LONG, RATIONAL, ASCII, UNDEFINED] = [3, 4, 5, 2, 7];

/** A TIFF block: camera, times, serial number, maker note, place, and a thumbnail in a second directory. */
function exif(thumbnail) {
  const degrees = Buffer.concat([23, 1, 48, 1, 3600, 100].map(long));
  const place = [[1, ASCII, 'N\0'], [2, RATIONAL, degrees], [3, ASCII, 'E\0'], [4, RATIONAL, degrees], [27, UNDEFINED, `ASCII\0\0\0${words('gps')}`]];
  const camera = [[0x9003, ASCII, '2026:11:24 09:30:00\0'], [0x927c, UNDEFINED, words('makernote')], [0x9286, UNDEFINED, `ASCII\0\0\0${words('usercomment')}`],
    [0xa430, ASCII, `${words('owner')}\0`], [0xa431, ASCII, `${words('serial')}\0`], [0xa435, ASCII, `${words('lens')}\0`]];
  const main = [[0x10e, ASCII, `${words('description')}\0`], [0x10f, ASCII, `${words('make')}\0`], [0x110, ASCII, `${words('model')}\0`], [0x112, SHORT, short(1)],
    [0x131, ASCII, `${words('software')}\0`], [0x13b, ASCII, `${words('artist')}\0`], [0x8298, ASCII, `${words('rights')}\0`], [0x8769, LONG, camera], [0x8825, LONG, place]];
  return tiff(main, thumbnail);
}

const UNITS = { [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8, [ASCII]: 1, [UNDEFINED]: 1 };

function tiff(main, thumbnail) {
  const parts = [Buffer.from('MM\0*', 'latin1'), long(8)];
  let end = 8;
  const append = (bytes) => {
    const at = end;
    parts.push(bytes);
    end += bytes.length;
    return at;
  };
  // A directory reserves its room first; what it points to comes behind it.
  const directory = (entries, nextOf) => {
    const room = Buffer.alloc(2 + entries.length * 12 + 4);
    append(room);
    room.writeUInt16BE(entries.length, 0);
    entries.forEach(([tag, type, value], row) => {
      const at = 2 + row * 12;
      const whole = Array.isArray(value) ? long(directoryAt(value)) : Buffer.from(value, 'latin1');
      room.writeUInt16BE(tag, at);
      room.writeUInt16BE(type, at + 2);
      room.writeUInt32BE(whole.length / UNITS[type], at + 4);
      if (whole.length <= 4) whole.copy(room, at + 8);
      else room.writeUInt32BE(append(whole), at + 8);
    });
    const next = nextOf?.();
    if (next) room.writeUInt32BE(next, room.length - 4);
  };
  const directoryAt = (entries) => {
    const at = end;
    directory(entries);
    return at;
  };
  directory(main, () => {
    const at = append(thumbnail);
    return directoryAt([[0x103, SHORT, short(6)], [0x201, LONG, long(at)], [0x202, LONG, long(thumbnail.length)]]);
  });
  return Buffer.concat(parts);
}
