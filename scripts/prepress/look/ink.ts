import type { Box } from '../read/matrix.js';
import type { Raster } from './renderer.js';
import { softened } from './softened.js';

/** Measurements of a glyph's ink on its page. */
export interface Ink {
  /** Between ink and ground: 1 … 21 (WCAG 2, 1.4.3). */
  contrast: number;
  /** Share of the pixels in its box that look different from ink on that ground. */
  misfit: number;
}

/** Ground is searched this many pixels around the glyph. */
const margin = 2;
/** A pixel that differs by this share of the way from ground to ink looks different. */
const unlike = 0.45;

/** A renderer sets letters on whole pixels: between two, one rendering may be a pixel beside the other. */
const shifts = [
  [0, 0],
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
] as const;
/** Strokes of so few pixels (a dash, a point) may lie in one row of them or half in each of two: means are the same. */
const thinPx = 5;
/** Pixels examined around a glyph: its ground, and a shift. */
const around = margin + 1;
/** A glyph that fits this well is in the expected place. */
const goodMisfit = 0.1;

/**
 * Compares a glyph's place on a rendered page with a rendering of the letters only. Undefined where its ink covers no
 * pixel enough to be measured.
 *
 * @param box in pixels, [left, top, right, bottom].
 */
export function inkOf(page: Raster, mask: Raster, box: Box): Ink | undefined {
  const [left, top, right, bottom] = box;
  if (Math.min(right - left, bottom - top) >= thinPx) return bestOf(page, mask, box);
  const [x, y] = [Math.max(0, Math.floor(left) - around), Math.max(0, Math.floor(top) - around)];
  const [width, height] = [Math.ceil(right) + around - x, Math.ceil(bottom) + around - y];
  const soft = (raster: Raster) => softened(raster, { x, y, width, height });
  return bestOf(soft(page), soft(mask), [left - x, top - y, right - x, bottom - y]);
}

function bestOf(page: Raster, mask: Raster, box: Box): Ink | undefined {
  const patch = patchOf(page, box);
  let best: Ink | undefined;
  for (const shift of shifts) {
    const ink = inkAt(page, mask, { patch, shift });
    if (ink && (!best || ink.misfit < best.misfit)) best = ink;
    if (best && best.misfit <= goodMisfit) return best;
  }
  return best;
}

/** The pixels of a glyph's box, [left, right) and [top, bottom), and the area around it that is its ground. */
interface Patch {
  left: number;
  right: number;
  top: number;
  bottom: number;
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
}

function patchOf({ width, height }: Raster, box: Box): Patch {
  const [left, top] = [Math.floor(box[0]), Math.floor(box[1])];
  const [right, bottom] = [Math.ceil(box[2]), Math.ceil(box[3])];
  return {
    ...{ left, right, top, bottom },
    fromX: Math.max(0, left - margin),
    toX: Math.min(width, right + margin),
    fromY: Math.max(0, top - margin),
    toY: Math.min(height, bottom + margin),
  };
}

/** A patch of the page and the shift of the letters' rendering against it, in pixels along and down. */
interface Place {
  patch: Patch;
  shift: readonly [number, number];
}

/** Levels of the bare pixels: 256 for each of red, green and blue. Made once: a page has a thousand glyphs. */
const levels = new Uint32Array(3 * 256);

function inkAt(page: Raster, mask: Raster, place: Place): Ink | undefined {
  const sums = sumsOf(page, mask, place);
  if (sums.most < mostBare || sums.bare === 0) return undefined;
  const ground = [0, 1, 2].map((channel) => medianOf(channel, sums.bare)) as unknown as Colour;
  // The ink's colour if it covered a whole pixel: the sum is the same wherever its edges are.
  const ink = ground.map((level, channel) =>
    Math.min(255, Math.max(0, level + (255 * (sums.colour[channel]! - sums.count * level)) / sums.covered)),
  ) as unknown as Colour;
  return {
    contrast: contrastOf(share(ink), share(ground)),
    misfit: misfitOf(page, mask, place, [brightness(ink), brightness(ground)]),
  };
}

/** A pixel with less cover than this (of 255) is ground, */
const leastCover = 0.04 * 255;
/** and where no pixel has more cover than this nothing can be measured. */
const mostBare = 0.2 * 255;

interface Sums {
  /** The greatest cover in the box, of 255. */
  most: number;
  /** Pixels of ground. */
  bare: number;
  count: number;
  /** Sum of covers. */
  covered: number;
  colour: readonly [number, number, number];
}

/** Adds up a patch, and counts the levels of its ground. */
function sumsOf({ data, width }: Raster, mask: Raster, { patch, shift: [along, down] }: Place): Sums {
  levels.fill(0);
  let [most, bare, covered, red, green, blue] = [0, 0, 0, 0, 0, 0];
  for (let y = patch.fromY; y < patch.toY; y++)
    for (let x = patch.fromX; x < patch.toX; x++) {
      const at = 4 * (y * width + x);
      const cover = 255 - (mask.data[at + 4 * (down * width + along)] ?? 255);
      covered += cover;
      red += data[at]!;
      green += data[at + 1]!;
      blue += data[at + 2]!;
      if (cover < leastCover) {
        bare++;
        levels[data[at]!]!++;
        levels[256 + data[at + 1]!]!++;
        levels[512 + data[at + 2]!]!++;
      } else if (cover > most && x >= patch.left && x < patch.right && y >= patch.top && y < patch.bottom)
        most = cover;
    }
  const count = (patch.toX - patch.fromX) * (patch.toY - patch.fromY);
  return { most, bare, count, covered, colour: [red, green, blue] };
}

function medianOf(channel: number, count: number): number {
  let below = 0;
  for (let level = 0; level < 256; level++) {
    below += levels[256 * channel + level]!;
    if (below > count >> 1) return level;
  }
  return 255;
}

/** Share of the pixels in the box that are not the mixture of ink and ground expected from their cover. */
function misfitOf(
  { data, width }: Raster,
  mask: Raster,
  { patch, shift: [along, down] }: Place,
  [dark, light]: readonly [number, number],
): number {
  const range = unlike * Math.abs(dark - light);
  let [wrong, inside] = [0, 0];
  for (let y = Math.max(patch.top, patch.fromY); y < Math.min(patch.bottom, patch.toY); y++)
    for (let x = Math.max(patch.left, patch.fromX); x < Math.min(patch.right, patch.toX); x++) {
      const at = 4 * (y * width + x);
      const cover = 255 - (mask.data[at + 4 * (down * width + along)] ?? 255);
      const shown = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
      inside++;
      if (Math.abs(shown - (light + ((dark - light) * cover) / 255)) > range) wrong++;
    }
  return wrong / Math.max(1, inside);
}

/** Red, green and blue. */
type Colour = readonly [number, number, number];

const share = (colour: Colour) => colour.map((level) => level / 255) as unknown as Colour;

const brightness = ([red, green, blue]: Colour) => 0.299 * red + 0.587 * green + 0.114 * blue;

/** Contrast of two colours, each 0 … 1 (WCAG 2, relative luminance of sRGB). */
export function contrastOf(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const clamped = Math.min(1, Math.max(0, value));
    return clamped <= 0.04045 ? clamped / 12.92 : ((clamped + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
