import { type Ink, inkOf, shrink } from './ink.js';
import type { Raster } from './raster.js';

/** Largest angle of a scan in degrees, and the step between the angles that are tried: .1° is 3 pixels in 2,000. */
const [mostTurned, finest] = [4, 0.1];
/** Pixels of the shorter side of the picture on which angles are tried. */
const trial = 500;

/** A page whose lines are level, or upright where they are vertical. */
export interface Straight {
  raster: Raster;
  /** The angle it was turned by, in degrees. */
  angle: number;
  /** True if its lines run from top to bottom. */
  isVertical: boolean;
}

/** Turns a scan so that its lines are straight, and finds their direction. */
export function straighten(raster: Raster): Straight {
  const factor = Math.max(1, Math.floor(Math.min(raster.width, raster.height) / trial));
  const angle = skewOf(shrink(inkOf(raster), factor));
  const isLevel = Math.abs(angle) < finest / 2;
  const straight = isLevel ? raster : turned(raster, angle);
  return {
    raster: straight,
    angle: isLevel ? 0 : angle,
    isVertical: runsDown(shrink(inkOf(straight), factor)),
  };
}

/** The angle at which rows, or columns of a vertical page, of ink and white are most distinct. */
function skewOf(ink: Ink): number {
  const points: [x: number, y: number][] = [];
  for (let y = 0; y < ink.height; y++)
    for (let x = 0; x < ink.width; x++) if (ink.on[y * ink.width + x]) points.push([x, y]);
  let best = 0;
  let most = -1;
  for (let step = -mostTurned / finest; step <= mostTurned / finest; step++) {
    const angle = step * finest;
    const distinct = distinctness(points, ink, angle);
    if (distinct > most) [best, most] = [angle, distinct];
  }
  return best;
}

function distinctness(points: readonly (readonly [number, number])[], { width, height }: Ink, angle: number) {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rows = new Float64Array(height + width);
  const columns = new Float64Array(height + width);
  const [overWidth, overHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  for (const [x, y] of points) {
    rows[Math.round(y - x * slope) + overWidth]!++;
    columns[Math.round(x + y * slope) + overHeight]!++;
  }
  return Math.max(roughness(rows), roughness(columns));
}

/** Cells of a side of a window: some lines of text, and seldom a gutter. */
const windowSide = 48;

/** True if lines run from top to bottom in most parts of the page; gutters of the whole page say nothing about it. */
function runsDown({ width, height, on }: Ink): boolean {
  let balance = 0;
  for (let top = 0; top + windowSide <= height; top += windowSide)
    for (let left = 0; left + windowSide <= width; left += windowSide) {
      const rows = new Float64Array(windowSide);
      const columns = new Float64Array(windowSide);
      let all = 0;
      for (let y = 0; y < windowSide; y++)
        for (let x = 0; x < windowSide; x++)
          if (on[(top + y) * width + left + x]) {
            rows[y]!++;
            columns[x]!++;
            all++;
          }
      const [across, down] = [roughness(rows), roughness(columns)];
      if (across !== down) balance += across > down ? -all : all;
    }
  return balance > 0;
}

/** Sum of the squared differences of neighbours (Postl's criterion). */
function roughness(profile: Float64Array): number {
  let sum = 0;
  for (let at = 1; at < profile.length; at++) sum += (profile[at]! - profile[at - 1]!) ** 2;
  return sum;
}

/** Turns about the middle; what comes from outside is white. */
export function turned({ width, height, gray }: Raster, angle: number): Raster {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const out = new Uint8Array(width * height).fill(255);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin;
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, down] = [fromX - left, fromY - top];
      const at = top * width + left;
      out[y * width + x] =
        (gray[at]! * (1 - right) + gray[at + 1]! * right) * (1 - down) +
        (gray[at + width]! * (1 - right) + gray[at + width + 1]! * right) * down;
    }
  return { width, height, gray: out };
}
