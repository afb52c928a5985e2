import type { Glyph } from '../../prepress/read/painter.js';
import { hasHan, isCjkPunctuation, isHan } from '../../text/characters.js';
import { blankSideOf, hangingMarks, sentencePoints } from '../../text/mark-shape.js';
import { advanceOf, type SetBlock, type SetBook, type SetLine } from './read.js';

/** Tolerance of a place in print: an eighth of a point is invisible, and layout rounds to 1/64 px. */
export const tolerancePt = 0.13;
export const mostGapEm = 1 / 8;
/** Characters closer than this were set tight; half of it is the space beside the ink of type. */
export const mostTightEm = 1 / 24;

const variables = new WeakMap<SetBook, Map<string, string>>();

/** The last value of a variable in a book's sheets, as in the cascade. */
export function variableOf(set: SetBook, name: string): string | undefined {
  const known =
    variables.get(set) ??
    new Map(
      // A container query asks for a value, and sets none.
      [
        ...set.book.css
          .join('\n')
          .replace(/@container[^{]*/g, '')
          .matchAll(/(--[\w-]+):\s*([^;}]+?)\s*[;}]/g),
      ].map((found) => [found[1]!, found[2]!]),
    );
  variables.set(set, known);
  return known.get(name);
}

/** 中西间距 of the style, in em: no slack. */
export const hanLatinOf = (set: SetBook) => Number.parseFloat(variableOf(set, '--han-latin') ?? '0.125');

/** 栏: number of columns of a page, their width and their distance, in em. */
export function columnsOf(set: SetBook): { count: number; measure: number; gap: number } {
  const { book } = set;
  const numberOf = (name: string, otherwise: number) => Number(variableOf(set, name) ?? otherwise);
  const count = numberOf('--columns', 1);
  const gap = numberOf('--gap', 0);
  return { count, measure: (book.typeArea.ems - (count - 1) * gap) / count, gap };
}

/** Left edge of a line's column. */
export function columnLeft(set: SetBook, line: SetLine): number {
  const { innerPt, outerPt, emPt } = set.book.typeArea;
  const { measure, gap } = columnsOf(set);
  const first = line.page % 2 === 0 ? innerPt : outerPt;
  const stride = (measure + gap) * emPt;
  // A mark may begin half an em before its column, because of its blank half.
  return first + Math.max(0, Math.floor((line.glyphs[0]!.x + 0.7 * emPt - first) / stride)) * stride;
}

/** Right edge of a line's column. */
export const columnRight = (set: SetBook, line: SetLine) =>
  columnLeft(set, line) + columnsOf(set).measure * set.book.typeArea.emPt;

export function* bodyLines({
  blocks,
}: SetBook): Generator<{ block: SetBlock; line: SetLine; index: number }> {
  for (const block of blocks)
    if (block.isBody) for (const [index, line] of block.lines.entries()) yield { block, line, index };
}

/** Start of a line's text: the ink side of a mark that has lost its blank half. */
export const startOf = ({ glyphs }: SetLine) => glyphs[0]!.x;

/** Space in points removed at the left of a mark in the middle of its em, where 开明 halves it. */
function leftGiven({ text, size }: Glyph, set: SetBook): number {
  const isHalved = variableOf(set, '--marks') === 'kaiming' && !sentencePoints.has(text);
  return isHalved && blankSideOf(text, isCentred(set)) === 'both' ? size / 4 : 0;
}

/** End of a line whose last mark hangs 悬挂: the start of that mark. */
export const hangingAt = (line: SetLine, set: SetBook) =>
  line.glyphs.at(-1)!.x + leftGiven(line.glyphs.at(-1)!, set);

/** End of a line: a mark at the end counts with its remaining width. */
export function endOf(line: SetLine, set: SetBook): number {
  const last = line.glyphs.at(-1)!;
  if (variableOf(set, '--hanging') === 'allow' && hangingMarks.has(last.text)) return hangingAt(line, set);
  const given = isTrimmable(last, set) ? last.size / 2 : rightGiven(line, set);
  return last.x + advanceOf(last) - leftGiven(last, set) - given;
}

/**
 * Space in points that a mark in the middle of its em gave at its right, at a line's end: as much as at its left. Behind
 * another mark that is not known, so that the edge tells it.
 */
function rightGiven(line: SetLine, set: SetBook): number {
  const [before, last] = line.glyphs.slice(-2);
  if (!before || !last || !isCentred(set) || blankSideOf(last.text, true) !== 'both') return 0;
  if (leftGiven(last, set) > 0) return 0;
  const given = isHan(before.text)
    ? before.x + advanceOf(before) - last.x
    : last.x + advanceOf(last) - columnRight(set, line);
  return Math.min(last.size / 4, Math.max(0, given));
}

export const isCentred = ({ book }: SetBook) => /^zh-Hant/.test(book.lang);
export const isTrimmable = (glyph: Glyph, set: SetBook) =>
  blankSideOf(glyph.text, isCentred(set)) === 'end' && advanceOf(glyph) > 0.9 * glyph.size;
export const isOpening = (glyph: Glyph) => blankSideOf(glyph.text, false) === 'start';

/** True for justified lines: all but a paragraph's last one. Paragraphs in Latin letters alone are ragged. */
export const isJustified = ({ lines, text }: SetBlock, index: number) =>
  index < lines.length - 1 && hasHan(text);

/** Extra space between neighbours of a line, in em. */
export function gapsOf({ glyphs }: SetLine, set: SetBook, hanOnly = false): number[] {
  const gaps: number[] = [];
  const hanLatin = hanLatinOf(set);
  glyphs.slice(1).forEach((glyph, at) => {
    const before = glyphs[at]!;
    const [a, b] = [before.text, glyph.text];
    if (a === ' ' || b === ' ' || a === '　' || b === '　') return;
    if (hanOnly && !(isHan(a) && isHan(b))) return;
    let gap = (glyph.x - before.x - advanceOf(before)) / glyph.size;
    if (isHan(a) !== isHan(b) && !isCjkPunctuation(a) && !isCjkPunctuation(b)) gap -= hanLatin;
    gaps.push(gap);
  });
  return gaps;
}
