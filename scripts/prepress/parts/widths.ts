import { withEntries } from './part-objects.js';

/** A list of widths of a font (ISO 32000-1 §9.7.4.3), in thousandths of an em. */
const list = /\n\/W \[((?:[^[\]]|\[[^\]]*\])*)\](?=\n)/;
const usual = /\n\/DW (-?[\d.]+)/;
/** Of a font that does not tell. */
const defaultWidth = 1000;

/** Reads the widths in the text of a font. */
export function readWidths(text: string): { of: (glyph: number) => number } {
  const widths = new Map<number, number>();
  const row = /(\d+) (?:\[([^\]]*)\]|(\d+) (-?[\d.]+))/g;
  for (const [, first, each, last, same] of (list.exec(text)?.[1] ?? '').matchAll(row)) {
    if (each !== undefined)
      each
        .trim()
        .split(/\s+/)
        .forEach((width, index) => void widths.set(Number(first) + index, Number(width)));
    else for (let glyph = Number(first); glyph <= Number(last); glyph++) widths.set(glyph, Number(same));
  }
  const other = Number(usual.exec(text)?.[1] ?? defaultWidth);
  return { of: (glyph) => widths.get(glyph) ?? other };
}

/** Writes other widths into the text of a font. */
export function writeWidths(text: string, widths: ReadonlyMap<number, number>): string {
  const other = Number(usual.exec(text)?.[1] ?? defaultWidth);
  const rows: { first: number; each: number[] }[] = [];
  for (const [glyph, width] of [...widths].sort(([one], [next]) => one - next)) {
    if (width === other) continue;
    const row = rows.at(-1);
    if (row && row.first + row.each.length === glyph) row.each.push(width);
    else rows.push({ first: glyph, each: [width] });
  }
  const bare = text.replace(list, '');
  if (rows.length === 0) return bare;
  const written = rows.map(({ first, each }) => `${first} [${each.join(' ')}]`).join(' ');
  return withEntries(bare, [`/W [ ${written} ]`]);
}
