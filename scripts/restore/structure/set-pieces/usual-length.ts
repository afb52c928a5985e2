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
  const first = Math.max(0, from - around);
  const last = Math.min(lines.length, to + around);
  const lengths = new Int32Array(from - first + Math.max(0, last - to));
  let count = 0;
  for (let at = first; at < from; at++) lengths[count++] = lines[at]!.text.length;
  for (let at = to; at < last; at++) lengths[count++] = lines[at]!.text.length;
  return lengths.sort()[Math.floor(count * quantile)] ?? 0;
}
