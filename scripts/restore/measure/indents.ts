import type { Line } from './lines.js';

/** Log probability of the white space (or none) before a line: by visible indents, first line, and kind. */
const shownIndent = {
  first: [Math.log(0.04), Math.log(0.96)],
  inner: [Math.log(0.996), Math.log(0.004)],
} as const;
const lostIndent = {
  first: [Math.log(0.97), Math.log(0.03)],
  inner: [Math.log(0.993), Math.log(0.007)],
} as const;
const centred = { shown: [Math.log(0.7), Math.log(0.3)], lost: [Math.log(0.94), Math.log(0.06)] } as const;

/** True for an indent, of half an em or more; one space is a frame's beginning. */
export function isIndented({ indent }: Line): boolean {
  return indent >= 2;
}

/** The weight of a line's leading white space if it is a paragraph's first, or a later, line. */
export function indentWeight(line: Line, isShown: boolean, isFirst: boolean): number {
  const table = isShown ? shownIndent : lostIndent;
  return (isFirst ? table.first : table.inner)[isIndented(line) ? 1 : 0];
}

/** The same for a heading: centred or flush, so spaces before it prove little. */
export function headingIndent(line: Line, isShown: boolean): number {
  return (isShown ? centred.shown : centred.lost)[isIndented(line) ? 1 : 0];
}

/** First-line indent: two em; a greater one shared by most lines is a block's. */
const firstIndent = 8;
/** Minimum share of lines with the block's indent. */
const leastBlock = 0.45;

/** 整体缩进: where most lines have the same indent, as in a gazetteer by levels, only the excess of a line is an indent. */
export function withoutBlockIndent(lines: readonly Line[]): Line[] {
  const counts = new Map<number, number>();
  for (const { indent } of lines) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const [common] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0];
  const isBlock = common >= 4 && common !== firstIndent && counts.get(common)! >= leastBlock * lines.length;
  return isBlock ? lines.map((line) => ({ ...line, indent: Math.max(0, line.indent - common) })) : [...lines];
}
