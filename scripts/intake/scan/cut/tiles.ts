import type { Box } from '../../../article/layout.js';
import { type Ink, inkOf, shrink, withoutRules } from '../ink.js';
import { median, profile, type Run, runsOf, trimmed } from '../profile.js';
import type { Raster } from '../raster.js';
import { barriersOf } from './barriers.js';
import { completed, farParts, type Grid, knownColumns } from './gutters.js';
import { segmentsOf } from './segments.js';
import { narrowest, stacked } from './stack.js';

/** Pixels of a side of a cell: white is looked for in cells. */
const cell = 4;
/** Ink in fewer cells is dirt. */
const dirt = 3;

const isDirt = ({ left, right, top, bottom }: Box) => (right - left) * (bottom - top) < dirt;

/** Rules of a scan are not quite straight, so that some of their ink is left; a dash is shorter. */
const [thickestRule, shortestRule] = [0.3, 6];

function isRule({ left, right, top, bottom }: Box, em: number): boolean {
  const sides = [right - left, bottom - top];
  return Math.min(...sides) < thickestRule * em && Math.max(...sides) > shortestRule * em;
}

/** Part of a page to be recognised, in pixels. */
export interface TileBox extends Box {
  /** Its lines of ink, or parts of them. */
  rows: Box[];
  /** Its line runs across those of the page: a running head over vertical type, a vertical headline beside level type. */
  crosses?: true;
}

/**
 * Parts of a page that have one column of lines each. Engines join the lines of neighbouring columns, or take a
 * headline for several; the white between them is found on the picture.
 *
 * @param em of the text in pixels
 */
export function tilesOf(raster: Raster, em: number): TileBox[] {
  const pixels = withoutRules(inkOf(raster));
  const cells = shrink(pixels, cell);
  const size = em / cell;
  const { on, gutters } = barriersOf(cells, size);
  const found = segmentsOf(cells, on, size).filter((box) => !isDirt(box) && !isRule(box, size));
  const text = {
    left: Math.min(...found.map(({ left }) => left)),
    right: Math.max(...found.map(({ right }) => right)),
  };
  const grid: Grid = { gutters: completed(gutters, text, size), em: size, left: text.left };
  const segments = found.flatMap((box) => (gutters.length === 0 ? [box] : knownColumns(cells, box, grid)));
  const inPixels = ({ left, top, right, bottom }: Box): Box => ({
    left: left * cell,
    top: top * cell,
    right: Math.min(raster.width, right * cell),
    bottom: Math.min(raster.height, bottom * cell),
  });
  return stacked(segments, size)
    .flatMap(({ box, rows }) => directed(cells, { ...box, rows }, size))
    .map(({ rows, crosses, ...box }) => ({
      ...inPixels(box),
      // Cells are a tenth of an em: sizes and indents are seen in pixels.
      rows: rows.map(inPixels).map((row) => trimmed(pixels, row) ?? row),
      ...(crosses && { crosses }),
    }));
}

/** A line that crosses is at least so many times as long as wide, with as many characters at least, … */
const timesLong = 2.5;
const leastCharacters = 3;
/** … which are as high as wide, give or take these shares; white between lines of a column is wider than this one. */
const [flattest, tallest, mostWhite] = [0.6, 1.3, 0.3];
/** In a tile too narrow for a column, whose characters may be halves, white is as wide as this share. */
const mostNarrowWhite = 0.6;

/** A tile as it is, or the lines that cross in it. */
function directed(ink: Ink, tile: TileBox, em: number): TileBox[] {
  const bands = runsOf(profile(ink, tile, 'rows'), 1);
  if (!crosses(tile, bands, em))
    return bands.length > 1 ? [tile] : farParts(ink, tile).map((part) => ({ ...part, rows: [part] }));
  const turned = transposed(ink);
  return farParts(turned, flipped(tile)).map((part) => ({
    ...flipped(part),
    rows: [flipped(part)],
    crosses: true,
  }));
}

function crosses(tile: TileBox, bands: readonly Run[], em: number): boolean {
  const [width, height] = [tile.right - tile.left, tile.bottom - tile.top];
  if (height <= timesLong * width) return false;
  const white = median(bands.slice(1).map(([from], index) => from - bands[index]![1])) / width;
  if (width < narrowest * em) return white < mostNarrowWhite;
  const shape = median(bands.map(([from, to]) => to - from)) / width;
  return bands.length >= leastCharacters && shape > flattest && shape < tallest && white < mostWhite;
}

function transposed({ width, height, on }: Ink): Ink {
  const out = new Uint8Array(on.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = on[y * width + x]!;
  return { width: height, height: width, on: out };
}

/** A box of a page whose lines and columns have changed places. */
export const flipped = ({ left, top, right, bottom }: Box): Box => ({
  left: top,
  top: left,
  right: bottom,
  bottom: right,
});
