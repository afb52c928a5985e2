import type { Raster } from './renderer.js';

/** A part of a raster with every pixel averaged over its 3 × 3 neighbourhood; white beyond the edges. */
export function softened(
  raster: Raster,
  { x: left, y: top, width, height }: { x: number; y: number; width: number; height: number },
): Raster {
  // Four levels a pixel, or one.
  const levels = raster.data.length / (raster.width * raster.height);
  const data = new Uint8Array(levels * width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < Math.min(levels, 3); channel++)
        data[levels * (y * width + x) + channel] = meanAt(raster, {
          x: left + x,
          y: top + y,
          channel,
          levels,
        });
  return { width, height, data };
}

function meanAt(
  { data, width, height }: Raster,
  { x, y, channel, levels }: { x: number; y: number; channel: number; levels: number },
): number {
  let sum = 0;
  for (let row = y - 1; row <= y + 1; row++)
    for (let column = x - 1; column <= x + 1; column++) {
      const isThere = row >= 0 && row < height && column >= 0 && column < width;
      sum += isThere ? data[levels * (row * width + column) + channel]! : 255;
    }
  return Math.round(sum / 9);
}
