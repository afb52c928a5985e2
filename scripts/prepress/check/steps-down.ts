import type { Glyph } from '../read/painter.js';

/** The number of steps from glyph to glyph down a column, minus those along a line. */
export function stepsDown(run: readonly Glyph[]): number {
  let down = 0;
  for (let at = 1; at < run.length; at++) {
    const [x, y] = [run[at]!.x - run[at - 1]!.x, run[at]!.y - run[at - 1]!.y];
    down += Math.abs(y) > Math.abs(x) ? 1 : -1;
  }
  return down;
}
