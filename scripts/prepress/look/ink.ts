import type { Box } from '../read/matrix.js';
import type { Raster } from './renderer.js';

/** How a glyph's ink looks on its page. */
export interface Ink {
  /** Between ink and ground: 1 … 21 (WCAG 2, 1.4.3). */
  contrast: number;
  /** Share of the pixels in its box that look otherwise than ink on that ground would. */
  misfit: number;
}

/** A pixel as it is, and how much of it the glyph's ink covers. */
interface Sample {
  colour: readonly [number, number, number];
  cover: number;
  isInside: boolean;
}

/** Ground is looked for so many pixels round the glyph. */
const margin = 2;
/** A pixel that differs by this share of the way from ground to ink looks otherwise. */
const unlike = 0.45;

/** A renderer sets letters on whole pixels: where its sum falls between two, one rendering may be a pixel beside the other. */
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
/** A glyph that fits so well is where it is looked for. */
const goodMisfit = 0.1;

/**
 * Compares a glyph's place on a rendered page with a rendering of the letters alone. Undefined where its ink covers no
 * pixel by a good part: there is nothing to be measured.
 *
 * @param box in pixels, [left, top, right, bottom].
 */
export function inkOf(page: Raster, mask: Raster, box: Box): Ink | undefined {
  let best: Ink | undefined;
  for (const shift of shifts) {
    const ink = inkAt(samplesIn(page, mask, { box, shift }));
    if (ink && (!best || ink.misfit < best.misfit)) best = ink;
    if (best && best.misfit <= goodMisfit) return best;
  }
  return best;
}

function inkAt(samples: readonly Sample[]): Ink | undefined {
  const most = samples.reduce((found, { cover, isInside }) => (isInside ? Math.max(found, cover) : found), 0);
  const bare = samples.filter(({ cover }) => cover < 0.04);
  if (most < 0.2 || bare.length === 0) return undefined;
  const ground = median(bare.map(({ colour }) => colour));
  // What the ink would be where it covered a whole pixel: the sum is the same wherever its edges fall.
  const ink = inkColour(samples, ground);
  const [dark, light] = [brightness(ink), brightness(ground)];
  const range = Math.abs(dark - light);
  const inside = samples.filter(({ isInside }) => isInside);
  const wrong = inside.filter(
    ({ colour, cover }) => Math.abs(brightness(colour) - (light + (dark - light) * cover)) > unlike * range,
  );
  return { contrast: contrastOf(ink, ground), misfit: wrong.length / inside.length };
}

type Colour = readonly [number, number, number];

/** The pixels in and round a box, with the letters' pixels so far beside them. */
function samplesIn(
  page: Raster,
  mask: Raster,
  { box: [left, top, right, bottom], shift: [along, down] }: { box: Box; shift: readonly [number, number] },
): Sample[] {
  const samples: Sample[] = [];
  const [fromX, toX] = [
    Math.max(0, Math.floor(left) - margin),
    Math.min(page.width, Math.ceil(right) + margin),
  ];
  const [fromY, toY] = [
    Math.max(0, Math.floor(top) - margin),
    Math.min(page.height, Math.ceil(bottom) + margin),
  ];
  for (let y = fromY; y < toY; y++)
    for (let x = fromX; x < toX; x++) {
      const at = 4 * (y * page.width + x);
      const { data } = page;
      samples.push({
        colour: [data[at]! / 255, data[at + 1]! / 255, data[at + 2]! / 255],
        cover: 1 - (mask.data[at + 4 * (down * page.width + along)] ?? 255) / 255,
        isInside:
          x >= Math.floor(left) && x < Math.ceil(right) && y >= Math.floor(top) && y < Math.ceil(bottom),
      });
    }
  return samples;
}

function inkColour(samples: readonly Sample[], ground: Colour): Colour {
  const covered = samples.reduce((sum, { cover }) => sum + cover, 0);
  return ground.map((value, at) => {
    const change = samples.reduce((sum, { colour }) => sum + colour[at]! - value, 0);
    return Math.min(1, Math.max(0, value + change / covered));
  }) as unknown as Colour;
}

function median(colours: readonly Colour[]): Colour {
  return [0, 1, 2].map((at) => {
    const values = colours.map((colour) => colour[at]!).sort((a, b) => a - b);
    return values[values.length >> 1]!;
  }) as unknown as Colour;
}

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
