import { type Said, say } from '../words/say.js';
import { judgeGif } from './gif-damage.js';
import { pngDamage } from './png-damage.js';
import { type JudgedPicture, readDrawing } from './read-drawing.js';
import { webpDamage } from './webp-damage.js';

/** A kind of picture: its signature, and its end when nothing is cut off. */
interface Kind {
  name: string;
  /** MIME type for a browser. */
  type: string;
  begins: (bytes: Buffer) => boolean;
  isWhole: (bytes: Buffer) => boolean;
  /** The part that is damaged, for formats whose bytes show it. */
  damage?: (bytes: Buffer) => string | undefined;
}

const kinds: readonly Kind[] = [
  {
    name: 'PNG',
    type: 'image/png',
    begins: (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
    isWhole: (bytes) => bytes.includes('IEND', Math.max(0, bytes.length - 4096), 'latin1'),
    damage: pngDamage,
  },
  {
    name: 'JPEG',
    type: 'image/jpeg',
    begins: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
    // Cameras write some bytes after the end.
    isWhole: (bytes) => bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > bytes.length / 2,
  },
  {
    name: 'GIF',
    type: 'image/gif',
    begins: (bytes) => /^GIF8[79]a/.test(bytes.subarray(0, 6).toString('latin1')),
    isWhole: (bytes) => judgeGif(bytes) !== 'cut',
    damage: (bytes) => (judgeGif(bytes) === 'damaged' ? 'GIF' : undefined),
  },
  {
    name: 'WebP',
    type: 'image/webp',
    begins: (bytes) => /^RIFF[\s\S]{4}WEBP/.test(bytes.subarray(0, 12).toString('latin1')),
    isWhole: (bytes) => bytes.length >= bytes.readUInt32LE(4) + 8,
    damage: webpDamage,
  },
];

/** Kinds of file that browsers do not print, by their first bytes: for messages. */
const others: readonly [RegExp, Said][] = [
  [/^\s*(?:<!doctype html|<html|<head|<body)/i, say('html-page')],
  [/^%PDF/, say('a-pdf')],
  [/^(?:II\*\0|MM\0\*)/, say('a-tiff')],
  [/^8BPS/, say('a-photoshop-file')],
  [/^BM/, say('a-bmp')],
  [/^....ftyp(?:heic|heix|mif1|msf1)/s, say('a-heic')],
  [/^....ftypavif/s, say('an-avif')],
  [/^PK/, say('an-archive')],
  [/^version https:\/\/git-lfs/, say('a-git-lfs-pointer')],
];

/** Judges a picture by its bytes, whatever its name says. */
export function judgePicture(content: Uint8Array, name: string): JudgedPicture {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length === 0) return { fault: say('empty-picture', name), remedy: say('save-again') };
  const kind = kinds.find(({ begins }) => begins(bytes));
  const head = bytes.subarray(0, 512).toString('latin1');
  if (!kind && /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(head))
    return readDrawing(bytes, name);
  if (!kind) {
    const known = others.find(([begins]) => begins.test(head))?.[1];
    return {
      fault: say('not-a-picture', name, known ?? say('unknown-file-kind')),
      remedy: say('save-as-picture'),
    };
  }
  const damage = kind.damage?.(bytes);
  if (damage) return { fault: say('damaged-picture', name, damage), remedy: say('copy-whole') };
  if (!kind.isWhole(bytes)) return { fault: say('cut-picture', name, kind.name), remedy: say('copy-again') };
  return { type: kind.type };
}
