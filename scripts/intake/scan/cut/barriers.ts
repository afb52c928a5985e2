import type { Ink } from '../ink.js';
import type { Run } from '../profile.js';

/** A gutter is at least so many em wide, more than the blank half of a mark. */
export const leastWide = 0.6;
/** White higher than this is a gutter, or the end of text: blanks of marks seldom stand under each other in more lines than two. */
const leastHigh = 4.2;
/** Wider white needs no text at its sides: nothing is set across it. */
const surelyWide = 6;
/** Text stands at both sides of a gutter, within so many em: a paragraph's first line stands in by two. */
const near = 2.7;
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

/** Where the white of a gutter is narrower than this share of it, something reaches into it. */
const mostOf = 0.6;
/** So many em of rows with text beside it has no white but a gutter, or the one under a running head over vertical lines. */
const surelyHigh = 12;
/** A gutter goes on between headlines beside each other, where its white is wider, over so many em. */
const beyond = 8;

/** White that runs down through a row of cells: its columns, and the stretch of white that it belongs to. */
interface Channel {
  row: number;
  run: Run;
}

/** White between columns: where it is, a byte a cell, and how wide each stretch of it is in its middle. */
export interface Barriers {
  on: Uint8Array;
  gutters: readonly { left: number; right: number }[];
}

/**
 * 栏间: white that runs down between columns of lines, by its height and by the text at its two sides.
 *
 * @param em of the text, in cells
 */
export function barriersOf(ink: Ink, em: number): Barriers {
  const { width, height } = ink;
  const tall = tallWhite(ink, Math.round(leastHigh * em));
  const on = new Uint8Array(width * height);
  const chains: Channel[][] = [];
  let above: { channel: Channel; chain: Channel[] }[] = [];
  for (let row = 0; row < height; row++) {
    const here: typeof above = [];
    for (const run of runsIn(tall, row * width, width, Math.round(leastWide * em))) {
      if (run[1] - run[0] > surelyWide * em) {
        on.fill(1, row * width + run[0], row * width + run[1]);
        continue;
      }
      const channel = { row, run };
      const chain = above.find((other) => isBelow(other.channel.run, run))?.chain ?? [];
      if (chain.length === 0) chains.push(chain);
      chain.push(channel);
      here.push({ channel, chain });
    }
    above = here;
  }
  const gutters = chains
    .filter((chain) => isProven(ink, tall, chain, em))
    .map((chain) => {
      const middle = middleOf(chain);
      // The indent of a first line is white, too, and no part of the gutter.
      for (const { row, run } of chain) {
        const [from, to] = [Math.max(run[0], middle.left), Math.min(run[1], middle.right)];
        if (to - from >= mostOf * (middle.right - middle.left))
          on.fill(1, row * width + from, row * width + to);
      }
      for (const step of [-1, 1] as const) {
        const start = chain.at(step < 0 ? 0 : -1)!.row + step;
        for (let row = start; Math.abs(row - start) < beyond * em && isWhite(ink, row, middle); row += step)
          on.fill(1, row * width + middle.left, row * width + middle.right);
      }
      return middle;
    });
  return { on, gutters };
}

function isWhite(
  { width, height, on }: Ink,
  row: number,
  { left, right }: { left: number; right: number },
): boolean {
  return row >= 0 && row < height && !on.subarray(row * width + left, row * width + right).includes(1);
}

/** True if there is ink at a side of a gutter. */
function hasNear(
  { width, on }: Ink,
  row: number,
  { left, right }: { left: number; right: number },
  reach: number,
) {
  const [from, to] = [Math.max(0, left - reach), Math.min(width, right + reach)];
  return on.subarray(row * width + Math.round(from), row * width + Math.round(to)).includes(1);
}

/** Cells in white that runs down over so many rows. */
function tallWhite({ width, height, on }: Ink, least: number): Uint8Array {
  const tall = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    let from = 0;
    for (let y = 0; y <= height; y++) {
      if (y < height && !on[y * width + x]) continue;
      if (y - from >= least) for (let row = from; row < y; row++) tall[row * width + x] = 1;
      from = y + 1;
    }
  }
  return tall;
}

/** Stretches of set cells in a row that are at least so long. */
function runsIn(cells: Uint8Array, start: number, width: number, least: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let x = 0; x <= width; x++) {
    if (x < width && cells[start + x]) continue;
    if (x - from >= least) runs.push([from, x]);
    from = x + 1;
  }
  return runs;
}

/** White goes on below if most of it does: under the blank beside a headline several gutters begin. */
const mostShared = 0.6;

function isBelow(a: Run, b: Run): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared >= mostShared * Math.max(a[1] - a[0], b[1] - b[0]);
}

function isProven(ink: Ink, tall: Uint8Array, chain: readonly Channel[], em: number): boolean {
  const middle = middleOf(chain);
  const { left, right } = middle;
  let high = chain.length;
  for (const step of [-1, 1] as const)
    for (let row = chain.at(step < 0 ? 0 : -1)!.row + step; isWhite(ink, row, middle); row += step)
      if (hasNear(ink, row, middle, near * em)) high++;
  if (high >= surelyHigh * em) return true;
  return ([-1, 1] as const).every((step) => {
    let [rows, lines, wasText] = [0, 0, false];
    for (const { row, run } of chain) {
      const from = step < 0 ? run[0] - 1 : run[1];
      const isText = meetsInk(ink, tall, { row, from, step, em });
      if (isText) rows++;
      if (isText && !wasText) lines++;
      wasText = isText;
    }
    return proofs.some(
      (least) => lines >= least.lines && rows >= least.rows * em && right - left >= least.wide * em,
    );
  });
}

/** True if there is a line of some length beside a gutter, before the next one. */
function meetsInk(
  { width, on }: Ink,
  tall: Uint8Array,
  { row, from, step, em }: { row: number; from: number; step: -1 | 1; em: number },
): boolean {
  let [white, first] = [0, Number.POSITIVE_INFINITY];
  for (let count = 0, x = from; count < 2 * longEnough * em && x >= 0 && x < width; count++, x += step) {
    if (on[row * width + x]) {
      first = Math.min(first, count);
      if (count >= longEnough * em) return first < near * em;
    }
    white = tall[row * width + x] ? white + 1 : 0;
    if (white >= leastWide * em) return false;
  }
  return false;
}

/** The columns of cells that most rows of a gutter share. */
function middleOf(chain: readonly Channel[]): { left: number; right: number } {
  const at = (side: 0 | 1) => chain.map(({ run }) => run[side]).sort((a, b) => a - b)[chain.length >> 1]!;
  return { left: at(0), right: at(1) };
}
