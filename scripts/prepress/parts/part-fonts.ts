import { inflateSync } from 'node:zlib';
import { readSubset, type Subset } from '../../typeset/fonts/unite-subsets.js';
import { readToUnicode } from '../read/to-unicode.js';
import { type PartObject, referenceOf, referencesOf } from './part-objects.js';
import { readWidths } from './widths.js';

/** A font of a part: a subset whose glyphs have the numbers of the book's own font. */
export interface PartFont {
  /** The font, its descendant, its descriptor; further objects are streams. */
  objects: {
    font: PartObject;
    descendant: PartObject;
    descriptor: PartObject;
    file: PartObject;
    map: PartObject;
  };
  name: string;
  subset: Subset;
  texts: ReadonlyMap<number, string>;
  /** Of the glyphs that have a text: a list has zeros for those that are not used. */
  widths: ReadonlyMap<number, number>;
}

const start = '<<\n/Type /Font\n/Subtype /Type0\n';

/** Reads the fonts of a part that can be made one with those of others. */
export function readFonts(objects: ReadonlyMap<number, PartObject>): PartFont[] {
  return [...objects.values()].flatMap((object) =>
    object.text.startsWith(start) ? (fontOf(objects, object) ?? []) : [],
  );
}

function fontOf(objects: ReadonlyMap<number, PartObject>, font: PartObject): PartFont | undefined {
  const to = (from: PartObject | undefined, key: string) =>
    from && objects.get(referenceOf(from.text, key) ?? 0);
  const descendant = objects.get(referencesOf(font.text, 'DescendantFonts')?.[0] ?? 0);
  const descriptor = to(descendant, 'FontDescriptor');
  const file = to(descriptor, 'FontFile2');
  const map = to(font, 'ToUnicode');
  const name = /\/BaseFont \/[A-Z]{6}\+(\S+)/.exec(font.text)?.[1];
  if (!descendant?.text.includes('/CIDToGIDMap /Identity') || !descriptor || !file?.data || !map?.data)
    return undefined;
  const subset = readSubset(dataOf(file));
  if (!subset || name === undefined) return undefined;
  const texts = readToUnicode(dataOf(map)).text;
  const listed = readWidths(descendant.text);
  const widths = new Map(Array.from(texts.keys(), (glyph) => [glyph, listed.of(glyph)]));
  return { name, subset, texts, widths, objects: { font, descendant, descriptor, file, map } };
}

function dataOf({ text, data }: PartObject): Buffer {
  const bytes = Buffer.from(data!.buffer, data!.byteOffset, data!.byteLength);
  return text.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
}
