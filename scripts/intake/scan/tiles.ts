import type { Box } from '../../article/layout.js';
import { type Ink, inkOf, shrink, withoutRules } from './ink.js';
import type { Raster } from './raster.js';

/** Pixels of a side of a cell: white is looked for in cells. */
const cell = 4;
/** Minimum width of a gutter: 16 pixels, … */
const leastGutter = 4;
/** … and so many em, more than the blank half of a mark. */
const gutterEm = 0.55;
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
  const first = cut(cells, whole, leastGutter);
  const gutter = Math.max(leastGutter, Math.round(gutterEm * lineHeight(cells, first)));
  const tiles = gutter === leastGutter ? first : cut(cells, whole, gutter);
  return joined(tiles).map(({ left, top, right, bottom }) => ({
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

/** Median height of the lines in some tiles, in cells: about an em of the text. */
function lineHeight(ink: Ink, tiles: readonly Box[]): number {
  const heights = tiles
    .flatMap((tile) => runsOf(profile(ink, tile, 'rows'), 1).map(([from, to]) => to - from))
    .sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** Cuts at gutters first; where there is none, between lines, if one of the parts then has one. */
function cut(ink: Ink, region: Box, gutter: number): Box[] {
  const box = trimmed(ink, region);
  if (!box) return [];
  const bands = runsOf(profile(ink, box, 'rows'), 1);
  const columns = runsOf(profile(ink, box, 'columns'), gutter);
  // One line may be spaced out: its characters are no columns.
  if (columns.length > 1 && bands.length > 1)
    return columns.flatMap(([from, to]) =>
      cut(ink, { ...box, left: box.left + from, right: box.left + to }, gutter),
    );
  if (bands.length < 2) return [box];
  const rows = bands.map(([from, to]) => ({ ...box, top: box.top + from, bottom: box.top + to }));
  const parted = rows.map((_, at) => isParted(ink, rows, { at, gutter }));
  return parted.includes(true) ? merge(ink, rows, { parted, gutter }) : [box];
}

/** White through one line is a gutter if it is so many times as wide; through some lines a narrower one is. */
const timesWide = 2;
/** Number of lines in which blanks of marks do not stand under each other by chance. */
const enoughLines = 3;
/** Lines of text are of one height, give or take what skew adds. */
const mostHeights = 1.3;

function hasColumns(ink: Ink, box: Box, white: number): boolean {
  return runsOf(profile(ink, box, 'columns'), white).length > 1;
}

/** True if a gutter goes through a band: a wide one, or one that goes through its neighbours, too. */
function isParted(ink: Ink, bands: readonly Box[], { at, gutter }: { at: number; gutter: number }): boolean {
  if (hasColumns(ink, bands[at]!, timesWide * gutter)) return true;
  for (let from = Math.max(0, at - enoughLines + 1); from <= at; from++) {
    const own = bands.slice(from, from + enoughLines);
    const heights = own.map(({ top, bottom }) => bottom - top);
    // White between the words of a headline is wider, and may stand over a gutter.
    if (own.length < enoughLines || Math.max(...heights) > mostHeights * Math.min(...heights)) continue;
    if (hasColumns(ink, { ...own[0]!, bottom: own.at(-1)!.bottom }, gutter + 1)) return true;
  }
  return false;
}

/** Grows groups of neighbouring bands while a gutter goes through all of them, or through none. */
function merge(
  ink: Ink,
  bands: readonly Box[],
  { parted, gutter }: { parted: readonly boolean[]; gutter: number },
): Box[] {
  const groups: Box[] = [];
  for (const [at, band] of bands.entries()) {
    const last = groups.at(-1);
    const grown = last && { ...last, bottom: band.bottom };
    const isSame = parted[at] === parted[at - 1];
    if (grown && isSame && (!parted[at] || hasColumns(ink, grown, gutter + 1)))
      groups[groups.length - 1] = grown;
    else groups.push(band);
  }
  return groups.length < 2 ? groups : groups.flatMap((group) => cut(ink, group, gutter));
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
