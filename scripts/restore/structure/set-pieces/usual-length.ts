import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';

const { around, usualQuantile } = pieceNumbers;

/** The usual length of the lines around some lines, in characters, or another quantile; 0 if there are none. */
export function usualLength(
  lines: readonly Line[],
  from: number,
  to: number,
  quantile: number = usualQuantile,
): number {
  const near = [...lines.slice(Math.max(0, from - around), from), ...lines.slice(to, to + around)];
  const lengths = near.map(({ text }) => text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * quantile)] ?? 0;
}
