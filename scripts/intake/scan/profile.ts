import type { Box } from '../../article/layout.js';
import type { Ink } from './ink.js';

/** A stretch with ink: its first cell, and the one after its last. */
export type Run = [from: number, to: number];

/** Cells with ink in each row, or in each column, of a region. */
export function profile(
  { width, on }: Ink,
  { left, top, right, bottom }: Box,
  along: 'rows' | 'columns',
): Uint32Array {
  const counts = new Uint32Array(along === 'rows' ? bottom - top : right - left);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      if (on[y * width + x]) counts[along === 'rows' ? y - top : x - left]!++;
  return counts;
}

/** Stretches with ink, separated by at least so many cells without. */
export function runsOf(counts: Uint32Array, white: number): Run[] {
  const runs: Run[] = [];
  counts.forEach((count, at) => {
    if (count === 0) return;
    const last = runs.at(-1);
    if (last && at - last[1] < white) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
}

/** Ink in fewer cells is dirt. */
const dirt = 3;

/** A region without the white at its edges; undefined where it has no ink but dirt. */
export function trimmed(ink: Ink, box: Box): Box | undefined {
  const rows = runsOf(profile(ink, box, 'rows'), Number.POSITIVE_INFINITY)[0];
  const columns = runsOf(profile(ink, box, 'columns'), Number.POSITIVE_INFINITY)[0];
  if (!rows || !columns) return undefined;
  const own = {
    left: box.left + columns[0],
    right: box.left + columns[1],
    top: box.top + rows[0],
    bottom: box.top + rows[1],
  };
  return (own.right - own.left) * (own.bottom - own.top) < dirt ? undefined : own;
}

/** Median height of the lines in some tiles, in cells: about an em of the text. */
export function lineHeight(ink: Ink, tiles: readonly Box[]): number {
  return median(
    tiles.flatMap((tile) => runsOf(profile(ink, tile, 'rows'), 1).map(([from, to]) => to - from)),
  );
}

/** The middle one of some numbers; 0 of none. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
