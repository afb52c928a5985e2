import type { Box } from '../article/layout.js';
import type { BoxedLine } from './boxed.js';

/** Rows of text that share the box of their block from top to bottom; rows of blanks alone are none. */
export function underEachOther(
  rows: readonly string[],
  box: Box | undefined,
  about: Pick<BoxedLine, 'confidence' | 'weight'> = {},
): BoxedLine[] {
  const own = rows.filter((row) => row.trim() !== '');
  const height = box ? (box.bottom - box.top) / Math.max(own.length, 1) : 0;
  return own.map((text, index) => ({
    text,
    box: box && { ...box, top: box.top + index * height, bottom: box.top + (index + 1) * height },
    ...about,
  }));
}
