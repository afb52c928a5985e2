import type { Glyph } from '../read/painter.js';

/**
 * The largest step within a line, in em: stretched characters are nearer to each other, and the next line is farther
 * away, even where each line has only one character.
 */
const mostStep = 1.25;

/**
 * True for a step between characters that goes down a vertical line, neither along a horizontal one nor to the next
 * line.
 */
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
