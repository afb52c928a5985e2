import { readCmap, writeCmap } from './font-cmap.js';
import { mergeHead, mergeMaxima, readGlyphs, readMetrics, withUInt16 } from './font-merge.js';
import { readSfnt, type Sfnt, writeSfnt } from './sfnt.js';

/** A subset of a font in which each glyph keeps its number; glyphs that it has not are empty. */
export interface Subset {
  tables: Sfnt;
  glyphs: Buffer[];
  /** Advance and bearing of each glyph, four bytes. */
  metrics: Buffer[];
  unitsPerEm: number;
}

/** Tables that no subset changes, where a font has them: its program. */
const fixed = ['cvt ', 'fpgm', 'prep'];
const needed = ['head', 'hhea', 'hmtx', 'maxp', 'loca', 'glyf', 'cmap'];
const unitsPerEmAt = 18;

/** A subset with TrueType outlines; undefined for another font. */
export function readSubset(bytes: Buffer): Subset | undefined {
  const tables = readSfnt(bytes);
  if (!needed.every((tag) => tables.has(tag))) return undefined;
  return {
    tables,
    glyphs: readGlyphs(tables),
    metrics: readMetrics(tables, 'hhea', 'hmtx'),
    unitsPerEm: tables.get('head')!.readUInt16BE(unitsPerEmAt),
  };
}

/** True if two subsets can be of one font: what both have is the same. */
export function isOneFont(one: Subset, other: Subset): boolean {
  const count = Math.min(one.glyphs.length, other.glyphs.length);
  for (let glyph = 0; glyph < count; glyph++) {
    const [own, its] = [one.glyphs[glyph]!, other.glyphs[glyph]!];
    if (own.length > 0 && its.length > 0 && !isSame(own, its)) return false;
  }
  const isFixed = (tag: string) => {
    const [own, its] = [one.tables.get(tag), other.tables.get(tag)];
    return own === its || (own !== undefined && its?.equals(own) === true);
  };
  return one.unitsPerEm === other.unitsPerEm && fixed.every(isFixed);
}

/** Outlines are the same if one is the other with up to three bytes of filling. */
function isSame(one: Buffer, other: Buffer): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length - short.length < 4 && long.subarray(0, short.length).equals(short);
}

/** 并字: subsets of one font with the same numbers of glyphs → one font with the glyphs and characters of all. */
export function uniteSubsets(subsets: readonly Subset[]): Buffer {
  const tables = subsets.map((subset) => subset.tables);
  const [first] = tables as [Sfnt];
  const count = Math.max(...subsets.map(({ glyphs }) => glyphs.length));
  const glyphs: Buffer[] = [];
  const advances: Buffer[] = [];
  for (let glyph = 0; glyph < count; glyph++) {
    const holders = subsets.filter((subset) => (subset.glyphs[glyph]?.length ?? 0) > 0);
    // The proof compares bytes with those of the book's font, so the one without filling.
    glyphs.push(holders.map((holder) => holder.glyphs[glyph]!).reduce(shorter, none));
    const rows = (holders.length > 0 ? holders : subsets).map(({ metrics }) => metrics[glyph]);
    advances.push(rows.find((row) => row?.some(Boolean)) ?? noMetrics);
  }
  const loca = Buffer.alloc(4 * (count + 1));
  let offset = 0;
  for (const [index, glyph] of glyphs.entries()) {
    offset += glyph.length;
    loca.writeUInt32BE(offset, 4 * (index + 1));
  }
  const characters = new Map(tables.flatMap((one) => [...readCmap(one.get('cmap')!)]));
  const united: Sfnt = new Map(first);
  united.set('glyf', Buffer.concat(glyphs)).set('loca', loca);
  united.set('maxp', mergeMaxima(tables, count)).set('head', mergeHead(tables));
  united.set('hmtx', Buffer.concat(advances)).set('hhea', withUInt16(first.get('hhea')!, 34, count));
  united.set('cmap', writeCmap(characters));
  // They have a row for each glyph of the first subset, and nothing in a PDF reads them.
  for (const tag of ['vhea', 'vmtx']) united.delete(tag);
  return writeSfnt(united);
}

const none = Buffer.alloc(0);
const noMetrics = Buffer.alloc(4);
const shorter = (one: Buffer, other: Buffer) => (one.length > 0 && one.length <= other.length ? one : other);
