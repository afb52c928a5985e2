import type { Box } from '../article/layout.js';
import { emsOf } from './boxes.js';
import type { PrintedLine } from './printed-page.js';

interface Boxed {
  text: string;
  box: Box;
}

/** A line with a box; its direction is known once all lines of its page are. */
export interface Placed extends Boxed {
  /** Type size in points, if the file has it. */
  points?: number | undefined;
  direction: PrintedLine['direction'];
}

/** Lines at least this many times longer than wide run in the direction of their length. */
const elongated = 1.6;

/** Lines of at most so many em have too little ink to tell their size. */
export const fewEms = 3;

/** A line's sides along and across its direction. */
export function sidesOf({ box: { left, top, right, bottom }, direction }: Placed): {
  length: number;
  thickness: number;
} {
  const [width, height] = [right - left, bottom - top];
  return direction === 'vertical'
    ? { length: height, thickness: width }
    : { length: width, thickness: height };
}

/** Lines with the direction of their longer side; a mark or two, whose ink has no shape, with that of most others. */
export function directed<Line extends Boxed>(lines: readonly Line[]): (Line & Pick<Placed, 'direction'>)[] {
  const shapes = lines.map(({ box, text }) => {
    const ratio = (box.bottom - box.top) / (box.right - box.left);
    if ([...text].length < 2) return undefined;
    if (ratio > elongated) return 'vertical';
    return ratio * elongated < 1 || emsOf(text) > fewEms ? 'horizontal' : undefined;
  });
  const count = (wanted: PrintedLine['direction']) =>
    lines.reduce((sum, { text }, index) => sum + (shapes[index] === wanted ? text.length : 0), 0);
  const usual = count('vertical') > count('horizontal') ? 'vertical' : 'horizontal';
  return lines.map((line, index) => ({ ...line, direction: shapes[index] ?? usual }));
}
