import { median } from './profile.js';
import type { Raster } from './raster.js';

/** Squares on the shorter side of a picture, in each of which paper and ink are looked for. */
const squares = 60;
/** Shares of a square's pixels that are darker than its ink, and than its paper. */
const [inkShare, paperShare] = [0.05, 0.9];
/** Lightness of ink and paper differs by so much, of 255, where there is text. */
const leastContrast = 50;
/** Paper darker than this, or uneven by more, is made white. */
const [dullest, mostUneven] = [225, 24];
/** A square is beside the page where it has less than this share of the light of the paper. */
const borderShare = 0.45;
/** Lightness below which an evened pixel beside a border belongs to it. */
const darkest = 150;
/** A square whose paper is this share darker than its neighbours' has too much ink to show it. */
const filled = 0.75;

/** Lightness of the ink and of the paper in squares of a picture. */
interface Squares {
  side: number;
  across: number;
  down: number;
  ink: Float64Array;
  paper: Float64Array;
}

/**
 * 明暗: a page in black on white, as evenly lit as a scanner would show it: a negative (microfilm) is reversed, black
 * borders become white, gray and yellow paper and shadows are evened out. A clean page stays as it is.
 */
export function lit(raster: Raster): Raster {
  const found = squaresOf(raster);
  if (isNegative(raster, found)) return lit({ ...raster, gray: raster.gray.map((light) => 255 - light) });
  const texts = [...found.paper].filter((paper, at) => paper - found.ink[at]! >= leastContrast);
  if (texts.length === 0) return raster;
  const usual = median(texts);
  const isBorder = bordersOf(found, usual);
  const sorted = texts.sort((a, b) => a - b);
  const uneven = sorted[Math.floor(sorted.length * 0.98)]! - sorted[Math.floor(sorted.length * 0.02)]!;
  const isEven = usual >= dullest && uneven <= mostUneven;
  if (isEven && !isBorder.includes(1)) return raster;
  const even = evened(raster, found, { paper: paperOf(found, isBorder, usual), isBorder });
  return isBorder.includes(1) ? withoutEdges(even, found, isBorder) : even;
}

function squaresOf({ width, height, gray }: Raster): Squares {
  const side = Math.max(8, Math.round(Math.min(width, height) / squares));
  const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)];
  const [ink, paper] = [new Float64Array(across * down), new Float64Array(across * down)];
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const counts = new Uint32Array(256);
      let all = 0;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y++)
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x++, all++)
          counts[gray[y * width + x]!]!++;
      ink[row * across + column] = lightAt(counts, all * inkShare);
      paper[row * across + column] = lightAt(counts, all * paperShare);
    }
  return { side, across, down, ink, paper };
}

/** The lightness that so many pixels do not exceed. */
function lightAt(counts: Uint32Array, wanted: number): number {
  let sum = 0;
  for (let light = 0; light < 256; light++) {
    sum += counts[light]!;
    if (sum > wanted) return light;
  }
  return 255;
}

/**
 * True for white on black: text is less than half of the place that it stands on, and most squares of it are mostly
 * dark; and so are those without text, unless it is a page with black borders.
 */
function isNegative({ width, height, gray }: Raster, { side, across, ink, paper }: Squares): boolean {
  let [balance, plain] = [0, 0];
  const middle = (Math.min(...ink) + Math.max(...paper)) / 2;
  paper.forEach((light, at) => {
    const dark = ink[at]!;
    if (light - dark < leastContrast) {
      plain += light < middle ? 1 : -1;
      return;
    }
    let below = 0;
    let all = 0;
    const [top, left] = [Math.floor(at / across) * side, (at % across) * side];
    for (let y = top; y < Math.min(height, top + side); y++)
      for (let x = left; x < Math.min(width, left + side); x++, all++)
        if (gray[y * width + x]! < (light + dark) / 2) below++;
    balance += 2 * below > all ? 1 : -1;
  });
  return balance > 0 && plain > 0;
}

/** The squares beside the page: dark ones that reach the edge of the picture. */
function bordersOf({ across, down, paper }: Squares, usual: number): Uint8Array {
  const isBorder = new Uint8Array(across * down);
  const open: number[] = [];
  const visit = (column: number, row: number) => {
    const at = row * across + column;
    if (column < 0 || row < 0 || column >= across || row >= down || isBorder[at]) return;
    if (paper[at]! > borderShare * usual) return;
    isBorder[at] = 1;
    open.push(at);
  };
  for (let column = 0; column < across; column++) for (const row of [0, down - 1]) visit(column, row);
  for (let row = 0; row < down; row++) for (const column of [0, across - 1]) visit(column, row);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [column, row] = [at % across, Math.floor(at / across)];
    for (const [x, y] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const)
      visit(column + x, row + y);
  }
  return isBorder;
}

/** The light of the paper in each square: of its neighbours, where a headline or a picture hides it. */
function paperOf({ across, down, paper }: Squares, isBorder: Uint8Array, usual: number): Float64Array {
  const around = (map: Float64Array, pick: (lights: number[]) => number) =>
    map.map((_, at) => {
      const [column, row] = [at % across, Math.floor(at / across)];
      const lights: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++)
          if (!isBorder[y * across + x]) lights.push(map[y * across + x]!);
      return lights.length === 0 ? usual : pick(lights);
    });
  const lightest = around(paper, (lights) => Math.max(...lights));
  const whole = paper.map((light, at) => (light < filled * lightest[at]! ? lightest[at]! : light));
  return around(whole, (lights) => lights.reduce((sum, light) => sum + light, 0) / lights.length);
}

/** Divides each pixel by the light of its paper, which changes gradually from square to square. */
function evened(
  { width, height, gray }: Raster,
  { side, across, down }: Squares,
  { paper, isBorder }: { paper: Float64Array; isBorder: Uint8Array },
): Raster {
  const out = new Uint8Array(gray.length);
  const place = (pixel: number, most: number) => Math.min(most - 1, Math.max(0, (pixel + 0.5) / side - 0.5));
  for (let y = 0; y < height; y++) {
    const fromY = place(y, down);
    const [top, shareY] = [Math.floor(fromY), fromY % 1];
    const below = Math.min(down - 1, top + 1);
    for (let x = 0; x < width; x++) {
      if (isBorder[Math.floor(y / side) * across + Math.floor(x / side)]) {
        out[y * width + x] = 255;
        continue;
      }
      const fromX = place(x, across);
      const [left, shareX] = [Math.floor(fromX), fromX % 1];
      const right = Math.min(across - 1, left + 1);
      const light =
        (paper[top * across + left]! * (1 - shareX) + paper[top * across + right]! * shareX) * (1 - shareY) +
        (paper[below * across + left]! * (1 - shareX) + paper[below * across + right]! * shareX) * shareY;
      out[y * width + x] = Math.min(255, (gray[y * width + x]! * 255) / Math.max(1, light));
    }
  }
  return { width, height, gray: out };
}

/** Clears the rest of a border, which ends inside of the squares that are next to it. */
function withoutEdges(
  { width, height, gray }: Raster,
  { side, across }: Squares,
  isBorder: Uint8Array,
): Raster {
  const isIn = (x: number, y: number) => isBorder[Math.floor(y / side) * across + Math.floor(x / side)] === 1;
  const clear = (
    count: number,
    length: number,
    at: (row: number, step: number) => [x: number, y: number],
  ) => {
    for (let row = 0; row < count; row++)
      for (let step = 0, left = 0; step < length; step++) {
        const [x, y] = at(row, step);
        if (isIn(x, y)) left = side;
        else if (left-- > 0 && gray[y * width + x]! < darkest) gray[y * width + x] = 255;
        else left = 0;
      }
  };
  clear(height, width, (row, step) => [step, row]);
  clear(height, width, (row, step) => [width - 1 - step, row]);
  clear(width, height, (row, step) => [row, step]);
  clear(width, height, (row, step) => [row, height - 1 - step]);
  return { width, height, gray };
}
