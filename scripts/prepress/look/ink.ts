import type { Box } from '../read/matrix.js';
import { brightness, clampLevel, contrastOfLevels, type Levels } from './contrast.js';
import { medianGround } from './ground.js';
import { leastCover, margin, type Place, patchOf } from './patch.js';
import type { Raster } from './renderer.js';
import { softened } from './softened.js';

/** Measurements of a glyph's ink on its page. */
export interface Ink {
  /** Between ink and ground: 1 … 21 (WCAG 2, 1.4.3). */
  contrast: number;
  /** Share of the pixels in its box that look different from ink on that ground. */
  misfit: number;
}

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

function inkAt(page: Raster, mask: Raster, place: Place): Ink | undefined {
  const sums = sumsOf(page, mask, place);
  if (sums.most < mostBare || sums.bare === 0) return undefined;
  const ground = sums.ground ?? medianGround(page, mask, place);
  // What the ink would be where it covered a whole pixel: the sum is the same wherever its edges fall.
  const solid = (channel: 0 | 1 | 2) =>
    clampLevel(
      ground[channel] + (255 * (sums.colour[channel] - sums.count * ground[channel])) / sums.covered,
    );
  const ink: Levels = [solid(0), solid(1), solid(2)];
  return {
    contrast: contrastOfLevels(ink, ground),
    misfit: misfitOf(page, mask, place, [brightness(ink), brightness(ground)]),
  };
}

/** Where no pixel has more cover than this nothing can be measured. */
const mostBare = 0.2 * 255;

interface Sums {
  /** The greatest cover in the box, of 255. */
  most: number;
  /** Pixels of ground, and their colour, where it is one. */
  bare: number;
  ground: Levels | undefined;
  count: number;
  /** Sum of covers. */
  covered: number;
  colour: Levels;
}

/** Adds up a patch. */
function sumsOf({ data, width }: Raster, mask: Raster, { patch, shift: [along, down] }: Place): Sums {
  const beside = down * width + along;
  let [most, bare, covered, red, green, blue] = [0, 0, 0, 0, 0, 0];
  let first = -1;
  let isEven = true;
  for (let y = patch.fromY; y < patch.toY; y++)
    for (let x = patch.fromX; x < patch.toX; x++) {
      const pixel = y * width + x;
      const at = 4 * pixel;
      const cover = 255 - (mask.data[pixel + beside] ?? 255);
      covered += cover;
      const r = data[at]!;
      const g = data[at + 1]!;
      const b = data[at + 2]!;
      red += r;
      green += g;
      blue += b;
      if (cover < leastCover) {
        bare++;
        if (first < 0) first = at;
        else if (r !== data[first] || g !== data[first + 1] || b !== data[first + 2]) isEven = false;
      } else if (cover > most && x >= patch.left && x < patch.right && y >= patch.top && y < patch.bottom)
        most = cover;
    }
  const count = (patch.toX - patch.fromX) * (patch.toY - patch.fromY);
  const ground: Levels | undefined =
    isEven && first >= 0 ? [data[first]!, data[first + 1]!, data[first + 2]!] : undefined;
  return { most, bare, ground, count, covered, colour: [red, green, blue] };
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
      const pixel = y * width + x;
      const at = 4 * pixel;
      const cover = 255 - (mask.data[pixel + down * width + along] ?? 255);
      const shown = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
      inside++;
      if (Math.abs(shown - (light + ((dark - light) * cover) / 255)) > range) wrong++;
    }
  return wrong / Math.max(1, inside);
}
