import { isHan } from '../../text/characters.js';
import { countPairs, newNumbering } from '../../text/pair-numbers.js';
import type { Line } from '../measure/lines.js';

/**
 * 跨行的词: for the border before each line, how often the two characters that it parts stand side by side inside the
 * page's lines: a word that the line's end parted is written whole elsewhere.
 */
export function sewnBorders(lines: readonly Line[]): Uint16Array {
  const numbers = newNumbering();
  const wanted = new Int32Array(lines.length).fill(-1);
  lines.forEach(({ text }, line) => {
    const first = text.charCodeAt(0);
    const before = lines[line - 1]?.text;
    const last = before === undefined ? 0 : before.charCodeAt(before.length - 1);
    if (isHan(last) && isHan(first)) wanted[line] = numbers.numberOf((last << 16) | first);
  });
  const counts = countPairs(lines, numbers);
  const sewn = new Uint16Array(lines.length);
  for (let line = 0; line < sewn.length; line++)
    if (wanted[line]! >= 0) sewn[line] = Math.min(counts[wanted[line]!]!, 0xffff);
  return sewn;
}
