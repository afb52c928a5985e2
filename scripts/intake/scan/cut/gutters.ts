import type { Box } from '../../../article/layout.js';
import type { Ink } from '../ink.js';
import { profile, type Run, runsOf, trimmed } from '../profile.js';
import { leastWide, mostIndent } from './gutter-proof.js';

/** White that runs down between columns, in cells. */
export interface Gutter {
  left: number;
  right: number;
}

/** The column grid of a page: gutters that many lines have proven, and the size of its text. */
export interface Grid {
  gutters: readonly Gutter[];
  /** Height of a line, in cells. */
  em: number;
  /** The left edge of all columns. */
  left: number;
}

/** Gutters at one place differ by so many em, and distances of equal columns by no more for each of them. */
const samePlace = 0.5;

/** Columns of text, with their gutter, are at least so many em wide. */
const narrowest = 8;

/**
 * The gutters of a page, and those that equal columns have where short stories prove none. They are as wide as
 * narrow ones: lines of a column begin at one place, and end before a mark's blank half.
 *
 * @param text its first column of cells, and the one after its last: columns fill what is between
 */
export function completed(gutters: readonly Gutter[], text: Gutter, em: number): Gutter[] {
  const inner = gutters.filter(({ left, right }) => left > text.left && right < text.right);
  const widths = inner.map(({ left, right }) => right - left).sort((a, b) => a - b);
  const wide = Math.max(Math.round(leastWide * em), widths[widths.length >> 2] ?? 0);
  const starts = [text.left, ...inner.map(({ right }) => right), text.right + wide].sort((a, b) => a - b);
  const places: number[] = [];
  for (const start of starts)
    if (places.length === 0 || start - places.at(-1)! > samePlace * em) places.push(start);
  const gaps = places.slice(1).map((place, at) => place - places[at]!);
  const pitch = Math.min(...gaps.filter((gap) => gap >= narrowest * em));
  const added = gaps.flatMap((gap, at) => {
    const times = Math.round(gap / pitch);
    if (times < 2) return [];
    if (Math.abs(gap - times * pitch) > samePlace * em * times) return [];
    return Array.from({ length: times - 1 }, (_, index) =>
      Math.round(places[at]! + (gap * (index + 1)) / times),
    );
  });
  return [...inner.map(({ right }) => right), ...added].map((right) => ({ left: right - wide, right }));
}

/** White of a line at a gutter has at least this share of the gutter's width. */
const leastShare = 0.75;
/** Lines of text are of one height, give or take what skew and brackets add. */
const mostHeights = 1.5;

/**
 * The parts of a line of text that stand in columns known from the lines above and below: a story of two lines in three
 * columns shows no gutter by itself. A centred line with a blank in its middle does not begin where a column does.
 */
export function knownColumns(ink: Ink, box: Box, { gutters, em, left }: Grid): Box[] {
  const rows = runsOf(profile(ink, box, 'rows'), 1);
  if (rows.some(([from, to]) => to - from > mostHeights * em)) return [box];
  const columns = profile(ink, box, 'columns');
  const own = gutters
    .filter((gutter) => gutter.left > box.left && gutter.right < box.right)
    .sort((a, b) => a.left - b.left);
  const parts: Box[] = [];
  let from = box.left;
  for (const gutter of own) {
    if (gutter.left <= from) continue;
    const start = Math.max(
      left,
      ...gutters.map(({ right }) => right).filter((right) => right <= gutter.left),
    );
    const white = whiteAt(columns, box.left, gutter, samePlace * em);
    if (!white || white.left <= from) continue;
    const before = trimmed(ink, { ...box, left: from, right: white.left });
    const after = trimmed(ink, { ...box, left: white.right });
    if (!before || !after) continue;
    if (before.left > start + mostIndent * em || after.left > gutter.right + mostIndent * em) continue;
    parts.push({ ...box, left: from, right: white.left });
    from = white.right;
  }
  return [...parts, { ...box, left: from }];
}

/** The widest white of a line at a gutter, if it is one: marks have blanks, too. */
function whiteAt(columns: Uint32Array, start: number, gutter: Gutter, slack: number): Gutter | undefined {
  let widest: Gutter | undefined;
  const end = Math.floor(gutter.right + slack) + 1;
  let left = Math.ceil(gutter.left - slack);
  for (let x = left; x <= end; x++) {
    if (x < end && columns[x - start] === 0) continue;
    if (!widest || x - left > widest.right - widest.left) widest = { left, right: x };
    left = x + 1;
  }
  const least = leastShare * (gutter.right - gutter.left);
  return widest && widest.right - widest.left >= least ? widest : undefined;
}

/** White that is so many times as wide as the line is high, and as its usual white, parts two lines. */
const timesHigh = 4;
const timesUsual = 3;

/** Parts of one line: a running head and its folio stand at the two ends of a page. */
export function farParts(ink: Ink, box: Box): Box[] {
  const runs = runsOf(profile(ink, box, 'columns'), 1);
  const whites = runs.slice(1).map(([from], index) => from - runs[index]![1]);
  const usual = whites.toSorted((a, b) => a - b)[(whites.length - 1) >> 1] ?? 0;
  // The only white of a line is its usual one, too.
  const least = Math.max(timesHigh * (box.bottom - box.top), whites.length > 1 ? timesUsual * usual : 0);
  const parts: Run[] = [];
  runs.forEach(([from, to], index) => {
    const last = parts.at(-1);
    if (last && whites[index - 1]! <= least) last[1] = to;
    else parts.push([from, to]);
  });
  return parts.map(([from, to]) => ({ ...box, left: box.left + from, right: box.left + to }));
}
