import type { Raster } from './renderer.js';

/** A part of a raster with every pixel averaged over its 3 × 3 neighbourhood; white beyond the edges. */
export function softened(
  raster: Raster,
  { x: left, y: top, width, height }: { x: number; y: number; width: number; height: number },
): Raster {
  // Four levels a pixel, or one.
  const levels = raster.data.length / (raster.width * raster.height);
  const data = new Uint8Array(levels * width * height).fill(255);
  for (let channel = 0; channel < Math.min(levels, 3); channel++)
    for (let y = 0; y < height; y++) {
      // The sums of three pixels above each other, of which each mean has three.
      let before = columnSum(raster, left - 1, top + y, channel);
      let here = columnSum(raster, left, top + y, channel);
      for (let x = 0; x < width; x++) {
        const next = columnSum(raster, left + x + 1, top + y, channel);
        data[levels * (y * width + x) + channel] = Math.round((before + here + next) / 9);
        before = here;
        here = next;
      }
    }
  return { width, height, data };
}

function columnSum({ data, width, height }: Raster, x: number, y: number, channel: number): number {
  const levels = data.length / (width * height);
  let sum = 0;
  for (let row = y - 1; row <= y + 1; row++) {
    const isThere = row >= 0 && row < height && x >= 0 && x < width;
    sum += isThere ? data[levels * (row * width + x) + channel]! : 255;
  }
  return sum;
}
