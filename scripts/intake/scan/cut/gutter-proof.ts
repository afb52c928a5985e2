import type { Ink } from '../ink.js';
import { profile, type Run, runsOf } from '../profile.js';

/** A gutter is at least so many em wide, more than the blank half of a mark. */
export const leastWide = 0.6;
/** A paragraph's first line stands in by so many em: two, and nearly one more where its first mark is a bracket. */
export const mostIndent = 2.9;
/** A line beside a gutter goes on over so many em: less is the end of a sentence before a blank. */
const longEnough = 3.5;
/** So many lines at both sides, with so many em of rows with text, prove a gutter: fewer are a headline, or ends of paragraphs beside marks. */
const proofs = [
  { lines: 4, rows: 2.6, wide: 0 },
  // Blanks of marks are not so wide.
  { lines: 3, rows: 2, wide: 0.95 },
  // Lines that touch are counted as one, but not over so many em.
  { lines: 1, rows: 8, wide: 0 },
];
/** So many em of rows with text beside it has no white but a gutter, or the one under a running head over vertical lines. */
const surelyHigh = 12;

/** White that runs down through a row of cells: its columns. */
export interface Channel {
  row: number;
  run: Run;
}

/** Columns of cells, from the left one to the one after the right one. */
interface Columns {
  left: number;
  right: number;
}

/** White that may be a gutter: the cells of tall white, and the em of the text in cells. */
interface Around {
  ink: Ink;
  tall: Uint8Array;
  em: number;
}

/** True if white that runs down has lines at both sides, as a gutter has. */
export function isProven({ ink, tall, em }: Around, chain: readonly Channel[]): boolean {
  const middle = middleOf(chain);
  const rows = withWiderWhite({ ink, tall, em }, chain);
  const outside = rows.filter(({ row }) => row < chain[0]!.row || row > chain.at(-1)!.row);
  if (
    chain.length + outside.filter(({ row }) => hasNear(ink, row, middle, mostIndent * em)).length >=
    surelyHigh * em
  )
    return true;
  const hasText = ([-1, 1] as const).every((step) => {
    let [high, lines, wasText] = [0, 0, false];
    for (const { row, run } of rows) {
      const isText = meetsInk({ ink, tall, em }, { row, run, middle, step });
      if (isText) high++;
      if (isText && !wasText) lines++;
      wasText = isText;
    }
    return proofs.some(
      (least) =>
        lines >= least.lines && high >= least.rows * em && middle.right - middle.left >= least.wide * em,
    );
  });
  return hasText && !goesAcross(ink, rows, middle, em);
}

/** The rows of a gutter, and those above and below where its white goes on, be it wider: indents, and ends of paragraphs. */
function withWiderWhite({ ink, tall }: Around, chain: readonly Channel[]): Channel[] {
  const middle = middleOf(chain);
  const rows = [...chain];
  for (const step of [-1, 1] as const)
    for (let row = chain.at(step < 0 ? 0 : -1)!.row + step; isWhite(ink, row, middle); row += step) {
      let { left, right } = middle;
      const start = row * ink.width;
      while (left > 0 && tall[start + left - 1]) left--;
      while (right < ink.width && tall[start + right]) right++;
      rows.push({ row, run: [left, right] });
    }
  return rows.sort((a, b) => a.row - b.row);
}

/** True if there is no ink in a row of a page between two columns of cells. */
export function isWhite({ width, height, on }: Ink, row: number, { left, right }: Columns): boolean {
  return row >= 0 && row < height && !on.subarray(row * width + left, row * width + right).includes(1);
}

/** True if there is ink at a side of a gutter. */
function hasNear({ width, on }: Ink, row: number, { left, right }: Columns, reach: number) {
  const [from, to] = [Math.max(0, left - reach), Math.min(width, right + reach)];
  return on.subarray(row * width + Math.round(from), row * width + Math.round(to)).includes(1);
}

interface Side extends Channel {
  middle: Columns;
  step: -1 | 1;
}

/** True if there is a line of some length beside a gutter, before the next one. */
function meetsInk({ ink: { width, on }, tall, em }: Around, { row, run, middle, step }: Side): boolean {
  const from = step < 0 ? run[0] - 1 : run[1];
  // White that is wider than the gutter is an indent.
  const indent = Math.max(0, step < 0 ? middle.left - run[0] : run[1] - middle.right);
  let [white, first] = [0, Number.POSITIVE_INFINITY];
  for (let count = 0, x = from; count < 2 * longEnough * em && x >= 0 && x < width; count++, x += step) {
    if (on[row * width + x]) {
      first = Math.min(first, count);
      if (count >= longEnough * em) return first + indent < mostIndent * em;
    }
    white = tall[row * width + x] ? white + 1 : 0;
    if (white >= leastWide * em) return false;
  }
  return false;
}

/** Blanks of marks stand under each other in so many em of rows by chance: higher white is a gutter whatever is above. */
const mostByChance = 10;
/** The next line of a column is so many em away at most, and of its size, give or take this share. */
const mostLeading = 1;
const [lowest, highest] = [0.75, 1.3];
/** Lines of a column go on over white so many em wide. */
const mostBlank = 1.3;

/**
 * True if the line above or below white crosses it as a line of the same column does: near, of the size of the text,
 * and from the same edge on. A headline is larger, and a byline is centred.
 */
function goesAcross(ink: Ink, rows: readonly Channel[], middle: Columns, em: number): boolean {
  if (rows.length > mostByChance * em) return false;
  const text = rows.filter(({ row }) => hasNear(ink, row, middle, mostIndent * em)).map(({ row }) => row);
  const reach = Math.round(longEnough * em);
  const beside = { left: Math.max(0, middle.left - reach), right: Math.min(ink.width, middle.right + reach) };
  return ([-1, 1] as const).some((step) => {
    const end = rows.at(step < 0 ? 0 : -1)!.row + step;
    const band = bandAt(ink, end, beside);
    const high = band.to - band.from;
    if (high < lowest * em || high > highest * em) return false;
    const own = text.filter((row) => row < band.from || row >= band.to);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return false;
    if ((step < 0 ? first - band.to : band.from - last) > mostLeading * em) return false;
    const edge = leftEdge(ink, { from: first, to: last + 1 }, middle.left, em);
    return Math.abs(leftEdge(ink, band, middle.left, em) - edge) < mostIndent * em;
  });
}

/** The rows of a line: all that touch a row and have ink in some columns of cells. */
function bandAt(ink: Ink, row: number, columns: Columns): { from: number; to: number } {
  let [from, to] = [row, row];
  while (from > 0 && !isWhite(ink, from - 1, columns)) from--;
  while (to < ink.height && !isWhite(ink, to, columns)) to++;
  return { from, to };
}

/** Where lines begin that go on at the left of a column of cells. */
function leftEdge(ink: Ink, { from, to }: { from: number; to: number }, right: number, em: number): number {
  const counts = profile(ink, { left: 0, right, top: from, bottom: to }, 'columns');
  return runsOf(counts, Math.round(mostBlank * em)).at(-1)?.[0] ?? right;
}

/** The columns of cells that most rows of a gutter share. */
export function middleOf(chain: readonly Channel[]): Columns {
  const at = (side: 0 | 1) => chain.map(({ run }) => run[side]).sort((a, b) => a - b)[chain.length >> 1]!;
  return { left: at(0), right: at(1) };
}
