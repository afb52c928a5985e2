import type { Box } from '../../article/layout.js';
import { type Ink, inkOf, shrink, withoutRules } from './ink.js';
import type { Raster } from './raster.js';

/** Pixels of a side of a cell: white is looked for in cells. */
const cell = 4;
/**
 * Minimum width of a gutter in cells: 16 pixels, more than the blank between characters that stand under each other.
 */
const gutter = 4;
/** White around a tile in pixels: engines lose characters at the edge. */
const margin = 12;
/** Ink in fewer cells is dirt. */
const dirt = 3;

/**
 * Parts of a page that have one column of lines each. Engines join the lines of neighbouring columns, or take a
 * headline for several; the white between them is found on the picture (XY-cut). Boxes in pixels.
 */
export function tilesOf(raster: Raster): Box[] {
  const cells = shrink(withoutRules(inkOf(raster)), cell);
  const whole = { left: 0, top: 0, right: cells.width, bottom: cells.height };
  return joined(cut(cells, whole)).map(({ left, top, right, bottom }) => ({
    left: Math.max(0, left * cell - margin),
    top: Math.max(0, top * cell - margin),
    right: Math.min(raster.width, right * cell + margin),
    bottom: Math.min(raster.height, bottom * cell + margin),
  }));
}

/**
 * Lines of one column that are parted by no more than this many cells of white, and overlap by this share, are one
 * tile.
 */
const mostLeading = 24;
const leastOverlap = 0.85;

/**
 * Joins tiles under each other: a blank after a mark looks like a gutter in one line, and in no other of its column.
 */
function joined(tiles: readonly Box[]): Box[] {
  const left = [...tiles].sort((a, b) => a.top - b.top || a.left - b.left);
  for (let at = 0; at < left.length; at++)
    for (;;) {
      const one = left[at]!;
      const next = left.findIndex((other, index) => index !== at && isBelow(one, other));
      if (next < 0) break;
      const both = around(one, left[next]!);
      if (left.some((other, index) => index !== at && index !== next && meets(both, other))) break;
      left[at] = both;
      left.splice(next, 1);
      if (next < at) at--;
    }
  return left;
}

function isBelow(one: Box, other: Box): boolean {
  const overlap = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const narrower = Math.min(one.right - one.left, other.right - other.left);
  const white = other.top - one.bottom;
  return white >= 0 && white <= mostLeading && overlap >= leastOverlap * narrower;
}

const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

const meets = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Cuts at gutters first; where there is none, between lines, if one of the parts then has one. */
function cut(ink: Ink, region: Box): Box[] {
  const box = trimmed(ink, region);
  if (!box) return [];
  const bands = runsOf(profile(ink, box, 'rows'), 1);
  const columns = runsOf(profile(ink, box, 'columns'), gutter);
  // One line may be spaced out: its characters are no columns.
  if (columns.length > 1 && bands.length > 1)
    return columns.flatMap(([from, to]) => cut(ink, { ...box, left: box.left + from, right: box.left + to }));
  if (bands.length < 2) return [box];
  const parts = bands.map(([from, to]) => {
    const band = { ...box, top: box.top + from, bottom: box.top + to };
    return { band, tiles: hasColumns(ink, band) };
  });
  return parts.some(({ tiles }) => tiles)
    ? merge(
        ink,
        parts.map(({ band }) => band),
      )
    : [box];
}

/** True if a band, with its neighbours of the same structure, has a gutter; a single line never tells. */
function hasColumns(ink: Ink, band: Box): boolean {
  return runsOf(profile(ink, band, 'columns'), 2 * gutter).length > 1;
}

/** Grows groups of neighbouring bands while a gutter goes through all of them, or through none. */
function merge(ink: Ink, bands: readonly Box[]): Box[] {
  const groups: Box[] = [];
  let isOpen: boolean | undefined;
  for (const band of bands) {
    const last = groups.at(-1);
    const grown = last && { ...last, bottom: band.bottom };
    const isParted = hasColumns(ink, band);
    if (grown && isParted === isOpen && (!isParted || hasColumns(ink, grown)))
      groups[groups.length - 1] = grown;
    else groups.push(band);
    isOpen = isParted;
  }
  return groups.length < 2 ? groups : groups.flatMap((group) => cut(ink, group));
}

function trimmed(ink: Ink, box: Box): Box | undefined {
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

/** Cells with ink in each row, or in each column, of a region. */
function profile({ width, on }: Ink, { left, top, right, bottom }: Box, along: 'rows' | 'columns') {
  const counts = new Uint32Array(along === 'rows' ? bottom - top : right - left);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      if (on[y * width + x]) counts[along === 'rows' ? y - top : x - left]!++;
  return counts;
}

/** Stretches with ink, separated by at least so many cells without. */
function runsOf(counts: Uint32Array, white: number): [from: number, to: number][] {
  const runs: [number, number][] = [];
  counts.forEach((count, at) => {
    if (count === 0) return;
    const last = runs.at(-1);
    if (last && at - last[1] < white) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
}
