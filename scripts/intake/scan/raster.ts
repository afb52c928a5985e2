import type { Box } from '../../article/layout.js';
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

/** The part of a picture in a box, whose edges are whole pixels inside of it. */
export function cropped(raster: Raster, { left, top, right, bottom }: Box): Raster {
  const [width, height] = [right - left, bottom - top];
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * raster.width + left;
    gray.set(raster.gray.subarray(from, from + width), y * width);
  }
  return { width, height, gray };
}

/** Rows and columns change places: vertical lines become level ones. */
export function transposed({ width, height, gray }: Raster): Raster {
  const out = new Uint8Array(gray.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = gray[y * width + x]!;
  return { width: height, height: width, gray: out };
}

/** Enlarges a picture by interpolation, or reduces it to the means of what each new pixel covers. */
export function resized(raster: Raster, zoom: number): Raster {
  if (zoom < 1) return resampled(raster, zoom, Math.max(2, Math.round(1 / zoom)));
  return resampled(raster, zoom, 1);
}

/** Each new pixel is the mean of so many points on a side, each interpolated between its four neighbours. */
function resampled({ width, height, gray }: Raster, zoom: number, points: number): Raster {
  const size = {
    width: Math.max(1, Math.round(width * zoom)),
    height: Math.max(1, Math.round(height * zoom)),
  };
  const out = new Uint8Array(size.width * size.height);
  const places = (length: number, most: number) =>
    Float64Array.from({ length: length * points }, (_, at) =>
      Math.min(most - 1, Math.max(0, (at + 0.5) / points / zoom - 0.5)),
    );
  const [across, down] = [places(size.width, width), places(size.height, height)];
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      let sum = 0;
      for (let b = y * points; b < (y + 1) * points; b++)
        for (let a = x * points; a < (x + 1) * points; a++) {
          const [fromX, fromY] = [across[a]!, down[b]!];
          const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
          const [right, below] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
          const [shareX, shareY] = [fromX - left, fromY - top];
          sum +=
            (gray[top * width + left]! * (1 - shareX) + gray[top * width + right]! * shareX) * (1 - shareY) +
            (gray[below * width + left]! * (1 - shareX) + gray[below * width + right]! * shareX) * shareY;
        }
      out[y * size.width + x] = sum / points ** 2;
    }
  return { ...size, gray: out };
}

/** Turns a picture by quarters, clockwise. */
export function turnedByQuarters(raster: Raster, quarters: number): Raster {
  let turned = raster;
  for (let count = ((quarters % 4) + 4) % 4; count > 0; count--) turned = mirrored(transposed(turned));
  return turned;
}

/** Left and right change places. */
function mirrored({ width, height, gray }: Raster): Raster {
  const out = new Uint8Array(gray.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[y * width + width - 1 - x] = gray[y * width + x]!;
  return { width, height, gray: out };
}
