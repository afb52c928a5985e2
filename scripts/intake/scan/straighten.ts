import { type Ink, inkOf, shrink } from './ink.js';
import { type Raster, turned } from './raster.js';
import { typeSizeOf } from './type-size.js';

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
  /** Em of its text in pixels, if lines repeat. */
  em: number | undefined;
}

/** Turns a scan so that its lines are straight, and finds their direction. */
export function straighten(raster: Raster): Straight {
  const factor = Math.max(1, Math.floor(Math.min(raster.width, raster.height) / trial));
  const angle = skewOf(shrink(inkOf(raster), factor));
  const isLevel = Math.abs(angle) < finest / 2;
  const straight = isLevel ? raster : turned(raster, angle);
  const em = typeSizeOf(straight);
  return {
    raster: straight,
    angle: isLevel ? 0 : angle,
    isVertical: runsDown(straight, em ?? factor * emCells),
    em,
  };
}

type Points = readonly (readonly [x: number, y: number])[];

/** The angle at which rows, or columns of a vertical page, of ink and white are most distinct. */
function skewOf(ink: Ink): number {
  const points: [x: number, y: number][] = [];
  for (let y = 0; y < ink.height; y++)
    for (let x = 0; x < ink.width; x++) if (ink.on[y * ink.width + x]) points.push([x, y]);
  let best = 0;
  let most = -1;
  for (let step = -mostTurned / finest; step <= mostTurned / finest; step++) {
    const angle = step * finest;
    const distinct = Math.max(
      roughness(rowsAt(points, ink, angle)),
      roughness(columnsAt(points, ink, angle)),
    );
    if (distinct > most) [best, most] = [angle, distinct];
  }
  return best;
}

const slopeOf = (angle: number) => Math.tan((angle * Math.PI) / 180);

/** Ink in rows that run at an angle. */
function rowsAt(points: Points, { width, height }: Ink, angle: number): Float64Array {
  const [rows, over, slope] = [new Float64Array(height + width), Math.ceil(width / 2), slopeOf(angle)];
  for (const [x, y] of points) rows[Math.round(y - x * slope) + over]!++;
  return rows;
}

function columnsAt(points: Points, { width, height }: Ink, angle: number): Float64Array {
  const [columns, over, slope] = [new Float64Array(height + width), Math.ceil(height / 2), slopeOf(angle)];
  for (const [x, y] of points) columns[Math.round(x + y * slope) + over]!++;
  return columns;
}

/** Cells in an em of the text, where the direction of lines is looked for; strokes and their white are smaller. */
const emCells = 8;
/** Sides of a window, in em: some lines of text, and seldom a gutter. */
const windowEm = 6;

/** True if lines run from top to bottom in most parts of the page; gutters of the whole page say nothing about it. */
function runsDown(raster: Raster, em: number): boolean {
  const factor = Math.max(1, Math.round(em / emCells));
  const { width, height, on } = shrink(inkOf(raster), factor);
  const windowSide = Math.round((windowEm * em) / factor);
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
      const alone = lineIn(rows, columns, em / factor);
      if (alone !== undefined) {
        balance += alone ? all : -all;
        continue;
      }
      const [across, down] = [whiteIn(rows), whiteIn(columns)];
      if (across !== down) balance += across > down ? -all : all;
    }
  return balance > 0;
}

/** A cell of a profile is white if its ink is below this share of the fullest cell's. */
const white = 0.1;

/** The longest white that counts in full, in cells, so that gutters and the space above headlines do not dominate. */
const mostWhite = 12;

/** The only line in a window is at most so many em thick, and at least so many long. */
const [thickest, shortest] = [1.6, 3];

/** True if the only line in a window runs down, false if it is level; undefined where there are more. */
function lineIn(rows: Float64Array, columns: Float64Array, em: number): boolean | undefined {
  const [high, wide] = [rows, columns].map((profile) => {
    const inked = [...profile.keys()].filter((at) => profile[at]! > 0);
    return (inked.at(-1) ?? 0) + 1 - (inked[0] ?? 0);
  }) as [number, number];
  if (Math.min(high, wide) > thickest * em || Math.max(high, wide) < shortest * em) return undefined;
  return high > wide;
}

/** White between stretches of ink, which is larger between lines than between characters. */
function whiteIn(profile: Float64Array): number {
  const limit = Math.max(...profile) * white;
  let sum = 0;
  let run: number | undefined;
  for (const ink of profile) {
    if (ink > limit) {
      sum += Math.min(run ?? 0, mostWhite);
      run = 0;
    } else if (run !== undefined) run++;
  }
  return sum;
}

/** Sum of the squared differences of neighbours (Postl's criterion). */
function roughness(profile: Float64Array): number {
  let sum = 0;
  for (let at = 1; at < profile.length; at++) sum += (profile[at]! - profile[at - 1]!) ** 2;
  return sum;
}
