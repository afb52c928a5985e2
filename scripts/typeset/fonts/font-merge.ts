import { readCmap, writeCmap } from './font-cmap.js';
import { readSfnt, type Sfnt, writeSfnt } from './sfnt.js';

/**
 * Merges slices of one font: the same design, units and metrics, each with different glyphs. Glyph 0 is the first
 * slice's. Keeps outlines and advances, horizontal and vertical; layout features are lost, so it is for Chinese
 * characters, which have none.
 */
export function mergeFonts(fonts: readonly Buffer[]): Buffer {
  const slices = fonts.map(readSfnt);
  const [first] = slices;
  if (slices.length <= 1 || !first) return fonts[0] ?? Buffer.alloc(0);
  const counts = slices.map((slice) => slice.get('maxp')!.readUInt16BE(4));
  // Glyph n of a slice is glyph n + shift of the result; its glyph 0 is dropped, as one is enough.
  let total = 1;
  const shifts = counts.map((count) => {
    const shift = total - 1;
    total += count - 1;
    return shift;
  });
  const merged: Sfnt = new Map(['OS/2', 'name', 'post'].map((tag) => [tag, first.get(tag)!]));
  const glyphs = slices.flatMap((slice, index) =>
    readGlyphs(slice)
      .map((glyph) => shiftComponents(glyph, shifts[index]!))
      .slice(index === 0 ? 0 : 1),
  );
  const { glyf, loca } = writeGlyphs(glyphs);
  merged.set('glyf', glyf).set('loca', loca).set('maxp', mergeMaxima(slices, total));
  merged.set('head', mergeHead(slices));
  for (const [header, metrics] of [
    ['hhea', 'hmtx'],
    ['vhea', 'vmtx'],
  ] as const) {
    if (slices.some((slice) => !slice.has(metrics))) continue;
    const rows = slices.map((slice) => readMetrics(slice, header, metrics));
    merged.set(metrics, Buffer.concat(rows.flatMap((list, index) => list.slice(index === 0 ? 0 : 1))));
    merged.set(header, withUInt16(first.get(header)!, 34, total));
  }
  merged.set('cmap', writeCmap(mergeCharacters(slices, shifts)));
  return writeSfnt(merged);
}

function mergeCharacters(slices: Sfnt[], shifts: number[]): Map<number, number> {
  const characters = new Map<number, number>();
  for (const [index, slice] of slices.entries())
    for (const [character, glyph] of readCmap(slice.get('cmap')!))
      if (!characters.has(character)) characters.set(character, glyph + shifts[index]!);
  return characters;
}

/** OpenType §glyf, §loca. */
export function readGlyphs(slice: Sfnt): Buffer[] {
  const [glyf, loca] = [slice.get('glyf')!, slice.get('loca')!];
  const isLong = slice.get('head')!.readInt16BE(50) === 1;
  const offset = (glyph: number) =>
    isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  const count = slice.get('maxp')!.readUInt16BE(4);
  return Array.from({ length: count }, (_, glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)));
}

function writeGlyphs(glyphs: Buffer[]): { glyf: Buffer; loca: Buffer } {
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const padded = glyphs.map((glyph) => Buffer.concat([glyph, Buffer.alloc(-glyph.length & 3)]));
  let offset = 0;
  for (const [index, glyph] of padded.entries()) {
    offset += glyph.length;
    loca.writeUInt32BE(offset, 4 * (index + 1));
  }
  return { glyf: Buffer.concat(padded), loca };
}

/** Flags of a component, OpenType §Composite glyph description. */
const component = { areWords: 0x1, hasScale: 0x8, hasMore: 0x20, hasTwoScales: 0x40, hasMatrix: 0x80 };

/** Renumbers the parts of a composite glyph. */
function shiftComponents(glyph: Buffer, shift: number): Buffer {
  if (shift === 0 || glyph.length === 0 || glyph.readInt16BE(0) >= 0) return glyph;
  const shifted = Buffer.from(glyph);
  for (let at = 10, flags: number = component.hasMore; flags & component.hasMore; ) {
    flags = shifted.readUInt16BE(at);
    shifted.writeUInt16BE(shifted.readUInt16BE(at + 2) + shift, at + 2);
    at += 4 + (flags & component.areWords ? 4 : 2);
    if (flags & component.hasScale) at += 2;
    else if (flags & component.hasTwoScales) at += 4;
    else if (flags & component.hasMatrix) at += 8;
  }
  return shifted;
}

/** Advance and bearing of each glyph, four bytes; the last advance serves all later glyphs. OpenType §hmtx, §vmtx. */
export function readMetrics(slice: Sfnt, header: string, metrics: string): Buffer[] {
  const table = slice.get(metrics)!;
  const full = slice.get(header)!.readUInt16BE(34);
  return Array.from({ length: slice.get('maxp')!.readUInt16BE(4) }, (_, glyph) => {
    if (glyph < full) return table.subarray(4 * glyph, 4 * glyph + 4);
    const bearing = 4 * full + 2 * (glyph - full);
    return Buffer.concat([table.subarray(4 * full - 4, 4 * full - 2), table.subarray(bearing, bearing + 2)]);
  });
}

/** OpenType §maxp: maxima over all glyphs, so the greatest of each. */
export function mergeMaxima(slices: Sfnt[], total: number): Buffer {
  const tables = slices.map((slice) => slice.get('maxp')!);
  const merged = Buffer.from(tables[0]!);
  for (let at = 6; at < merged.length; at += 2)
    merged.writeUInt16BE(Math.max(...tables.map((table) => table.readUInt16BE(at))), at);
  return withUInt16(merged, 4, total);
}

/** OpenType §head: a box around all glyphs, long offsets in loca; no one reads the checksum of the file. */
export function mergeHead(slices: Sfnt[]): Buffer {
  const tables = slices.map((slice) => slice.get('head')!);
  const merged = Buffer.from(tables[0]!);
  merged.writeUInt32BE(0, 8);
  for (const at of [36, 38])
    merged.writeInt16BE(Math.min(...tables.map((table) => table.readInt16BE(at))), at);
  for (const at of [40, 42])
    merged.writeInt16BE(Math.max(...tables.map((table) => table.readInt16BE(at))), at);
  return withUInt16(merged, 50, 1);
}

export function withUInt16(table: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(table);
  changed.writeUInt16BE(value, at);
  return changed;
}
