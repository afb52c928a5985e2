import type { Box } from '../read/matrix.js';
import type { Raster } from './renderer.js';

/** Red, green and blue of the cells of a picture, 0 … 1, row by row; NaN where they are not known. */
export type Grid = number[];

/** Cells a side. */
export const cells = 24;
/** The colours of a part of a raster, in pixels, averaged cell by cell. */
export function averages({ width, height, data }: Raster, [left, top, right, bottom]: Box): Grid {
  const grid: Grid = [];
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) {
      const x = rangeOf(left, right, column, width);
      const y = rangeOf(top, bottom, row, height);
      const sum = [0, 0, 0];
      for (let at = y.from; at < y.to; at++)
        for (let along = x.from; along < x.to; along++)
          for (let channel = 0; channel < 3; channel++)
            sum[channel]! += data[4 * (at * width + along) + channel]!;
      const count = 255 * (x.to - x.from) * (y.to - y.from);
      grid.push(...sum.map((value) => value / count));
    }
  return grid;
}

/** Whole pixels of a cell, at least one. */
function rangeOf(from: number, to: number, cell: number, most: number): { from: number; to: number } {
  const side = (to - from) / cells;
  const first = Math.min(most - 1, Math.max(0, Math.round(from + cell * side)));
  return { from: first, to: Math.min(most, Math.max(first + 1, Math.round(from + (cell + 1) * side))) };
}

/**
 * Share of the known cells in which two pictures differ to the eye; neighbours are let count, for edges that fall
 * beside a cell's.
 */
export function difference(one: Grid, other: Grid): number {
  let [unlike, known] = [0, 0];
  for (let cell = 0; cell < cells * cells; cell++) {
    if (Number.isNaN(one[3 * cell]) || Number.isNaN(other[3 * cell])) continue;
    known++;
    if (!nearest(one, other, cell) || !nearest(other, one, cell)) unlike++;
  }
  return unlike / Math.max(1, known);
}

/** Two cells are alike if no channel differs by more. */
const alike = 0.16;

function nearest(one: Grid, other: Grid, cell: number): boolean {
  const [row, column] = [Math.floor(cell / cells), cell % cells];
  for (const down of [0, -1, 1])
    for (const along of [0, -1, 1]) {
      const [y, x] = [row + down, column + along];
      if (y < 0 || x < 0 || y >= cells || x >= cells) continue;
      const beside = 3 * (y * cells + x);
      const isUnknown = Number.isNaN(other[beside]);
      if (
        isUnknown ||
        [0, 1, 2].every((channel) => Math.abs(one[3 * cell + channel]! - other[beside + channel]!) < alike)
      )
        return true;
    }
  return false;
}

/** Of the variety of a picture on white so much must be left on its ground: black lines on black are lost. */
const leastVariety = 0.4;

/**
 * 透明: the colours expected of a picture that lets its ground through, of which the cells tell the colour.
 *
 * @param white the picture on white.
 * @param clear the share of the ground that each cell lets through.
 * @param seen the picture on paper.
 * @returns the picture on white where its ground would hide it.
 */
export function onGround({ white, clear }: { white: Grid; clear: Grid }, seen: Grid): Grid {
  const ground = [0, 1, 2].map((channel) => groundOf({ white, clear }, seen, channel));
  const shown = white.map((level, at) => level - clear[at]! * (1 - ground[at % 3]!));
  return variety(shown) < leastVariety * variety(white) ? white : shown;
}

/** The level of a channel with which ground and picture come nearest to what is seen (least squares). */
function groundOf({ white, clear }: { white: Grid; clear: Grid }, seen: Grid, channel: number): number {
  let [product, square] = [0, 0];
  for (let at = channel; at < white.length; at += 3) {
    const share = clear[at]!;
    product += share * (seen[at]! - white[at]! + share);
    square += share * share;
  }
  return square === 0 ? 1 : Math.min(1, Math.max(0, product / square));
}

/** How much the cells differ: the standard deviation of the most varied channel. */
const variety = (grid: Grid) =>
  Math.max(
    ...[0, 1, 2].map((channel) => {
      const levels = grid.filter((_, at) => at % 3 === channel);
      const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
      return Math.sqrt(levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length);
    }),
  );
