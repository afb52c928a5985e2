import { pixelLimit } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

/** 灰度图: a page as pixels, a byte each: 0 is black, 255 white. */
export interface Raster {
  width: number;
  height: number;
  gray: Uint8Array;
}

/** @throws a problem for a picture that no memory holds. */
export function checkPixels(width: number, height: number, path: string): void {
  if (width < 1 || height < 1) throw problem(say('scan-damaged'), { path, note: say('scan-save-as') });
  if (width * height > pixelLimit)
    throw problem(say('scan-too-large', width, height), { path, note: say('scan-save-as') });
}

/**
 * Rotates a picture about its centre, in degrees clockwise. It grows so that no corner is lost; new pixels are white.
 */
export function turned({ width, height, gray }: Raster, angle: number): Raster {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const grown = {
    width: Math.ceil(width * Math.abs(cos) + height * Math.abs(sin)),
    height: Math.ceil(height * Math.abs(cos) + width * Math.abs(sin)),
  };
  const out = new Uint8Array(grown.width * grown.height).fill(255);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < grown.height; y++)
    for (let x = 0; x < grown.width; x++) {
      const [overX, overY] = [x - grown.width / 2, y - grown.height / 2];
      const fromX = middleX + overX * cos - overY * sin;
      const fromY = middleY + overX * sin + overY * cos;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, down] = [fromX - left, fromY - top];
      const at = top * width + left;
      out[y * grown.width + x] =
        (gray[at]! * (1 - right) + gray[at + 1]! * right) * (1 - down) +
        (gray[at + width]! * (1 - right) + gray[at + width + 1]! * right) * down;
    }
  return { ...grown, gray: out };
}

/** Reduces a picture by a whole factor: each new pixel is the mean of those that it replaces. */
export function shrunk(raster: Raster, factor: number): Raster {
  if (factor <= 1) return raster;
  const small = { width: Math.floor(raster.width / factor), height: Math.floor(raster.height / factor) };
  const gray = new Uint8Array(small.width * small.height);
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++) {
      let sum = 0;
      for (let row = y * factor; row < (y + 1) * factor; row++)
        for (let at = row * raster.width + x * factor, end = at + factor; at < end; at++)
          sum += raster.gray[at]!;
      gray[y * small.width + x] = sum / factor ** 2;
    }
  return { ...small, gray };
}
