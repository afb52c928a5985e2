import { outlineText } from './glyph-outline.js';

/** Facts about an embedded TrueType font for the proof: the ink of its glyphs and their characters. */
export interface TrueType {
  unitsPerEm: number;
  /** Ink box of a glyph [left, bottom, right, top] in font units; undefined when it has no outline. */
  box(glyph: number): readonly [number, number, number, number] | undefined;
  /** Its outline as text, for comparison; '' for none. */
  outline(glyph: number): string;
  /** The bytes of a glyph that has points of its own; undefined for an empty or composite one. */
  points(glyph: number): Uint8Array | undefined;
  /** Advance width of a glyph in font units. */
  advance(glyph: number): number;
  /** The code points that the font's own cmap gives to a glyph. */
  characters: Map<number, number[]>;
  glyphs: number;
}

/** Reads head, maxp, loca, glyf and cmap of an sfnt; undefined for anything else, or without glyf outlines. */
export function readTrueType(bytes: Uint8Array): TrueType | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readTables(view);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readTables(view: DataView): TrueType | undefined {
  const tables = new Map<string, number>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    tables.set(tag, view.getUint32(at + 8));
  }
  const [head, maxp, loca, glyf] = ['head', 'maxp', 'loca', 'glyf'].map((tag) => tables.get(tag));
  if (head === undefined || maxp === undefined || loca === undefined || glyf === undefined) return undefined;
  const isLong = view.getInt16(head + 50) === 1;
  const glyphs = view.getUint16(maxp + 4);
  const offset = (glyph: number) =>
    isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph);
  const place = (glyph: number) => ({
    start: glyf + offset(glyph),
    length: offset(glyph + 1) - offset(glyph),
  });
  const measure = (glyph: number) => {
    if (glyph >= glyphs || offset(glyph) === offset(glyph + 1)) return undefined;
    const at = glyf + offset(glyph) + 2;
    return [0, 2, 4, 6].map((step) => view.getInt16(at + step)) as [number, number, number, number];
  };
  const boxes = new Map<number, ReturnType<typeof measure>>();
  const box = (glyph: number) => {
    let found = boxes.get(glyph);
    if (!found) {
      found = measure(glyph);
      boxes.set(glyph, found);
    }
    return found;
  };
  const cmap = tables.get('cmap');
  const [hhea, hmtx] = [tables.get('hhea'), tables.get('hmtx')];
  const widths = hhea === undefined || hmtx === undefined ? 0 : view.getUint16(hhea + 34);
  return {
    unitsPerEm: view.getUint16(head + 18),
    box,
    outline: (glyph) => outlineText({ view, place, glyphs }, glyph),
    points: (glyph) => {
      if (glyph >= glyphs) return undefined;
      const { start, length } = place(glyph);
      if (length < 12 || view.getInt16(start) <= 0) return undefined;
      return new Uint8Array(view.buffer, view.byteOffset + start, length);
    },
    // Glyphs beyond the list have the last width in it.
    advance: (glyph) => (widths === 0 ? 0 : view.getUint16(hmtx! + 4 * Math.min(glyph, widths - 1))),
    characters: cmap === undefined ? new Map() : readCmap(view, cmap),
    glyphs,
  };
}

function readCmap(view: DataView, cmap: number): Map<number, number[]> {
  const characters = new Map<number, number[]>();
  const add = (glyph: number, character: number) => {
    const list = characters.get(glyph);
    if (glyph === 0) return;
    if (!list) characters.set(glyph, [character]);
    else if (!list.includes(character)) list.push(character);
  };
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    const platform = view.getUint16(cmap + 4 + 8 * index);
    if (platform === 1) continue;
    if (view.getUint16(at) === 4) readSegments(view, at, add);
    else if (view.getUint16(at) === 12) readGroups(view, at, add);
  }
  return characters;
}

/** cmap format 4: segments of the Basic Multilingual Plane. */
function readSegments(view: DataView, at: number, add: (glyph: number, character: number) => void): void {
  const size = view.getUint16(at + 6);
  for (let step = 0; step < size; step += 2) {
    const last = view.getUint16(at + 14 + step);
    const first = view.getUint16(at + 16 + size + step);
    const delta = view.getUint16(at + 16 + 2 * size + step);
    const rangeAt = at + 16 + 3 * size + step;
    const range = view.getUint16(rangeAt);
    for (let character = first; character <= last && character !== 0xffff; character++) {
      const glyph = range === 0 ? character : view.getUint16(rangeAt + range + 2 * (character - first));
      add(range !== 0 && glyph === 0 ? 0 : (glyph + delta) & 0xffff, character);
    }
  }
}

/** cmap format 12: groups of all planes. */
function readGroups(view: DataView, at: number, add: (glyph: number, character: number) => void): void {
  for (let index = 0; index < view.getUint32(at + 12); index++) {
    const group = at + 16 + 12 * index;
    const first = view.getUint32(group);
    const last = Math.min(view.getUint32(group + 4), first + 0xffff);
    for (let character = first; character <= last; character++) {
      add(view.getUint32(group + 8) + character - first, character);
    }
  }
}
