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
