import type { Line } from '../../measure/lines.js';
import type { Notation } from '../notation.js';
import type { Mark } from './mark.js';

/** Writes the marks of a line into a notation, except those that stand for themselves. */
export function writeMarks(
  notation: Notation,
  { start, text }: Line,
  marks: readonly Mark[],
  rule = 'markdown',
): void {
  for (const { index, length, wanted } of marks)
    if (text.slice(index, index + length) !== wanted)
      notation.corrections.push({ range: [start + index, start + index + length], wanted, rule });
}
