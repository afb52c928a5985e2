import type { Raster } from '../../scripts/intake/scan/raster.js';

/** A page of black squares for characters. Lines of 30 pixels, characters of 24. */
export class Page implements Raster {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.gray = new Uint8Array(width * height).fill(250);
  }

  fill(left: number, top: number, width: number, height: number): this {
    for (let y = top; y < top + height; y++)
      this.gray.fill(10, y * this.width + left, y * this.width + left + width);
    return this;
  }

  /** A column of lines; the last is short. */
  column(left: number, top: number, lines: number, chars: number): this {
    for (let line = 0; line < lines; line++)
      for (let char = 0; char < (line === lines - 1 ? 3 : chars); char++)
        this.fill(left + char * 26, top + line * 36, 24, 24);
    return this;
  }
}

/** A page with each pixel's lightness changed. */
export function relit(page: Raster, light: (gray: number, x: number, y: number) => number): Raster {
  const { width, height, gray } = page;
  const at = (index: number) => light(gray[index]!, index % width, Math.floor(index / width));
  return { width, height, gray: gray.map((_, index) => Math.max(0, Math.min(255, at(index)))) };
}

/** A page on a dark ground of so many pixels on each side. */
export function bordered({ width, height, gray }: Raster, wide: number): Raster {
  const page = new Page(width + 2 * wide, height + 2 * wide).fill(0, 0, width + 2 * wide, height + 2 * wide);
  for (let y = 0; y < height; y++)
    page.gray.set(gray.subarray(y * width, (y + 1) * width), (y + wide) * page.width + wide);
  return page;
}

/** Three columns of lines whose characters have strokes, with more paper than ink. */
export function strokes(): Page {
  const page = new Page(1000, 900);
  for (const left of [60, 360, 660])
    for (let line = 0; line < 15; line++)
      for (let char = 0; char < 10; char++) {
        const [x, y] = [left + char * 26, 200 + line * 36];
        page.fill(x + 10, y, 3, 24);
        for (const stroke of [0, 10, 20]) page.fill(x, y + stroke, 24, 3);
      }
  return page;
}

/** Three columns of fifteen lines. */
export const threeColumns = () =>
  new Page(1000, 900).column(60, 200, 15, 10).column(360, 200, 15, 10).column(660, 200, 15, 10);

/** Three lines beside each other, each of ten characters. */
export function threeLines(): Page {
  const page = new Page(1200, 900);
  for (const left of [60, 460, 860])
    for (let char = 0; char < 10; char++) page.fill(left + char * 26, 200, 24, 24);
  return page;
}

/** A page of vertical lines, from the right. */
export function verticalPage(): Page {
  const page = new Page(900, 700);
  for (let line = 0; line < 18; line++)
    for (let char = 0; char < (line % 5 === 4 ? 7 : 20); char++)
      page.fill(820 - line * 42, 60 + char * 26, 24, 24);
  return page;
}
