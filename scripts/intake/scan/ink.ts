import type { Raster } from './raster.js';

/** 墨: where a page is printed, a byte a pixel. */
export interface Ink {
  width: number;
  height: number;
  on: Uint8Array;
}

/** Separates ink from paper by Otsu's threshold (IEEE SMC 9:62, 1979), for paper of any shade. */
export function inkOf({ width, height, gray }: Raster): Ink {
  const counts = new Float64Array(256);
  for (const light of gray) counts[light]!++;
  const limit = thresholdOf(counts);
  return { width, height, on: gray.map((light) => (light <= limit ? 1 : 0)) };
}

function thresholdOf(counts: Float64Array): number {
  let all = 0;
  let sum = 0;
  counts.forEach((count, light) => {
    all += count;
    sum += light * count;
  });
  let best = 127;
  let most = 0;
  let dark = 0;
  let darkSum = 0;
  for (let light = 0; light < 255; light++) {
    dark += counts[light]!;
    darkSum += light * counts[light]!;
    if (dark === 0 || dark === all) continue;
    const apart = darkSum / dark - (sum - darkSum) / (all - dark);
    const spread = dark * (all - dark) * apart * apart;
    if (spread > most) [best, most] = [light, spread];
  }
  return best;
}

/** A smaller picture: a cell has ink where any of its pixels has. */
export function shrink({ width, height, on }: Ink, factor: number): Ink {
  const small = { width: Math.ceil(width / factor), height: Math.ceil(height / factor) };
  const cells = new Uint8Array(small.width * small.height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / factor) * small.width;
    for (let x = 0; x < width; x++) if (on[y * width + x]) cells[row + Math.floor(x / factor)] = 1;
  }
  return { ...small, on: cells };
}

/** A rule is at least this share of the page's shorter side long, and at most this many pixels thick. */
const [leastRule, thickestRule] = [1 / 12, 14];

/** Takes rules and frames out: what stands on both sides of one is separated by the white around it. */
export function withoutRules(ink: Ink): Ink {
  const { width, height } = ink;
  const on = ink.on.slice();
  const least = Math.min(width, height) * leastRule;
  clearRuns(on, { count: height, length: width, step: 1, stride: width }, least);
  clearRuns(on, { count: width, length: height, step: width, stride: 1 }, least);
  return { width, height, on };
}

interface Lines {
  /** Number of rows, and pixels of each. */
  count: number;
  length: number;
  /** From a pixel to the next of its row, and to the same one of the next row. */
  step: number;
  stride: number;
}

/** Clears long runs of ink that are thin: a picture's are thick. */
function clearRuns(on: Uint8Array, { count, length, step, stride }: Lines, least: number): void {
  const original = on.slice();
  for (let row = 0; row < count; row++) {
    let from = 0;
    for (let at = 0; at <= length; at++) {
      if (at < length && original[row * stride + at * step]) continue;
      if (at - from >= least && isThin(original, { row, at: (from + at) >> 1, count, step, stride }))
        for (let pixel = from; pixel < at; pixel++) on[row * stride + pixel * step] = 0;
      from = at + 1;
    }
  }
}

function isThin(
  on: Uint8Array,
  { row, at, count, step, stride }: { row: number; at: number; count: number; step: number; stride: number },
): boolean {
  let thickness = 1;
  for (let up = row - 1; up >= 0 && on[up * stride + at * step] && thickness <= thickestRule; up--)
    thickness++;
  for (let down = row + 1; down < count && on[down * stride + at * step] && thickness <= thickestRule; down++)
    thickness++;
  return thickness <= thickestRule;
}
