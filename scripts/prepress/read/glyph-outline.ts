/** Places of the tables of an sfnt that contain its outlines. */
export interface OutlineTables {
  view: DataView;
  /** Start of a glyph's data, and its length. */
  place: (glyph: number) => { start: number; length: number };
  glyphs: number;
}

/** Maximum nesting of components: real fonts have a few levels. */
const mostNested = 8;

/**
 * The outline of a glyph as text: equal for equal pictures, whatever their number in the font and their instructions
 * (OpenType 1.9, glyf). '' for none.
 */
export function outlineText(tables: OutlineTables, glyph: number, depth = 0): string {
  if (glyph >= tables.glyphs || depth > mostNested) return '';
  const { start, length } = tables.place(glyph);
  if (length < 12) return '';
  const contours = tables.view.getInt16(start);
  return contours >= 0 ? simpleText(tables.view, start, contours) : compositeText(tables, start + 10, depth);
}

const bit = { onCurve: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 } as const;

function simpleText(view: DataView, start: number, contours: number): string {
  if (contours === 0) return '';
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(start + 10 + 2 * index));
  const points = ends.at(-1)! + 1;
  let at = start + 12 + 2 * contours + view.getUint16(start + 10 + 2 * contours);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = flag & bit.repeat ? view.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const read = (short: number, same: number) =>
    flags.map((flag) => {
      if (flag & short) return flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      if (flag & same) return 0;
      at += 2;
      return view.getInt16(at - 2);
    });
  const xs = read(bit.shortX, bit.sameX);
  const ys = read(bit.shortY, bit.sameY);
  const curves = flags.map((flag) => flag & bit.onCurve).join('');
  return `${ends.join(' ')}|${curves}|${xs.join(' ')}|${ys.join(' ')}`;
}

const part = { wordArguments: 1, scale: 8, more: 32, scales: 64, matrix: 128 } as const;

function compositeText(tables: OutlineTables, from: number, depth: number): string {
  const { view } = tables;
  const parts: string[] = [];
  let at = from;
  for (let flags: number = part.more; flags & part.more && parts.length < 64; ) {
    flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    at += 4;
    const offset =
      flags & part.wordArguments
        ? [view.getInt16(at), view.getInt16(at + 2)]
        : [view.getInt8(at), view.getInt8(at + 1)];
    at += flags & part.wordArguments ? 4 : 2;
    const numbers = flags & part.matrix ? 4 : flags & part.scales ? 2 : flags & part.scale ? 1 : 0;
    const turn = Array.from({ length: numbers }, (_, index) => view.getInt16(at + 2 * index));
    at += 2 * numbers;
    parts.push(
      `(${outlineText(tables, glyph, depth + 1)}@${offset.join(',')}${turn.length > 0 ? `*${turn.join(',')}` : ''})`,
    );
  }
  return parts.join('');
}
