import { type Edit, firstAtOrAfter, type Range, replay } from '../../article/ledger.js';
import type { Measure, Piece } from '../../article/restoration.js';
import { unitEnd } from '../../text/units.js';
import { type WidthStyle, widthClass, widthOf } from '../../text/widths.js';

/** 重排: a printed line, and the line that results when the restored text is set again in the inferred measure. */
export interface ProofLine {
  start: number;
  end: number;
  again: string;
  isSame: boolean;
}

interface Setting {
  source: string;
  edits: readonly Edit[];
  /** Offsets at which printed lines end. */
  lineEnds: readonly number[];
  measureOf: (offset: number) => Measure | undefined;
}

/** 首行缩进 in quarter ems, by which a paragraph's first line is shorter. */
const indent = 8;
/** Lengths are counted in quarter ems. */
const perEm = 4;

/** 重排: each printed line of a block beside the line that fits the measure from the same first character. */
export function setAgain({ ranges }: Piece, setting: Setting): ProofLine[] {
  const lines = ranges.flatMap((range) => printedLines(range, setting.lineEnds));
  return lines.map(([start, end], index) => {
    const printed = replayed(setting, [start, end]);
    const measure = setting.measureOf(start);
    const following = lines.slice(index, index + 3).map((range) => replayed(setting, range));
    const again = measure ? fill(following.join(''), measure, index === 0 ? indent : 0) : printed;
    const isLast = index === lines.length - 1;
    return { start, end, again, isSame: again === printed || (isLast && again.startsWith(printed)) };
  });
}

function printedLines([start, end]: Range, ends: readonly number[]): Range[] {
  const inside = ends.filter((at) => at > start && at < end);
  const borders = [start, ...inside, end];
  return borders.slice(1).map((to, index) => [borders[index]!, to]);
}

/** A line without the white space at its ends; edits that extend past it belong to its neighbours. */
function replayed({ source, edits }: Setting, [start, end]: Range): string {
  const inside: Edit[] = [];
  for (let at = firstAtOrAfter(edits, start); at < edits.length && edits[at]!.start <= end; at++)
    if (edits[at]!.end <= end) inside.push(edits[at]!);
  return replay(source, inside, [[start, end]]).replace(/^\s+|\s+$/gu, '');
}

function fill(text: string, { em, style }: Measure, indented: number): string {
  const chars = [...text];
  const codes = chars.map((char) => char.codePointAt(0)!);
  const kinds = codes.map(widthClass);
  const widths: WidthStyle = style === 'hanging' || style === 'unknown' ? 'full' : style;
  const widthAt = (at: number, isLast: boolean) =>
    widthOf(kinds[at]!, isLast ? 0 : (kinds[at + 1] ?? 0), widths);
  let width = indented;
  let at = 0;
  while (at < chars.length) {
    const end = unitEnd(codes, at);
    let unit = 0;
    for (let index = at; index < end; index++) unit += widthAt(index, index === end - 1);
    const hangs = style === 'hanging' && (kinds[end - 1] === 3 || kinds[end - 1] === 4);
    const room = em * perEm + (hangs ? widthAt(end - 1, true) : 0);
    if (width + unit > room && at > 0) break;
    width += unit;
    at = end;
  }
  return chars.slice(0, at).join('').trimEnd();
}
