import type { Ink } from '../ink.js';
import type { Run } from '../profile.js';
import { type Channel, isProven, isWhite, leastWide, middleOf } from './gutter-proof.js';

/** White higher than this is a gutter, or the end of text: blanks of marks seldom stand under each other in more lines than two. */
const leastHigh = 4.2;
/** Wider white needs no text at its sides: nothing is set across it. */
const surelyWide = 6;
/** Where the white of a gutter is narrower than this share of it, something reaches into it. */
const mostOf = 0.6;
/** A gutter goes on between headlines beside each other, where its white is wider, over so many em. */
const beyond = 8;

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
    .filter((chain) => isProven({ ink, tall, em }, chain))
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
