import type { Glyph } from '../read/painter.js';

/**
 * A step within a line, in em, at most: characters with a gap between them are nearer, the next line is farther away,
 * as where each line has one character.
 */
const mostStep = 1.25;

/** True for a step from character to character that goes down a line, not along it and not to the next one. */
export const isStepDown = (along: number, down: number, size: number): boolean =>
  Math.abs(down) > Math.abs(along) && Math.abs(down) < mostStep * size;

/** The number of steps from glyph to glyph down a column, minus those along a line. */
export function stepsDown(run: readonly Glyph[]): number {
  let down = 0;
  for (let at = 1; at < run.length; at++) {
    const [here, last] = [run[at]!, run[at - 1]!];
    down += isStepDown(here.x - last.x, here.y - last.y, here.size) ? 1 : -1;
  }
  return down;
}
