import type { Glyph } from '../read/painter.js';

/** How many steps from glyph to glyph lead down a column, less those that lead along a line. */
export function stepsDown(run: readonly Glyph[]): number {
  let down = 0;
  for (let at = 1; at < run.length; at++) {
    const [x, y] = [run[at]!.x - run[at - 1]!.x, run[at]!.y - run[at - 1]!.y];
    down += Math.abs(y) > Math.abs(x) ? 1 : -1;
  }
  return down;
}
