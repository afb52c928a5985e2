import { isHan } from '../../text/characters.js';
import { countPairs, newNumbering } from '../../text/pair-numbers.js';
import type { Line } from '../measure/lines.js';
import { columnNumbers } from '../numbers/forms.js';

const {
  windowLines,
  step,
  leastSewn,
  timesNext,
  leastAlternating: leastLines,
  leastSewnShare: leastShare,
} = columnNumbers;

/** Lines of two columns that alternate: first line and the one after the last. */
export interface Interleaved {
  from: number;
  to: number;
}

/**
 * 串栏: the stretches where the lines of two columns alternate, so that each goes on in the line after the next. The
 * words that are parted at line ends show it: the page has them whole elsewhere.
 */
export function findInterleaved(lines: readonly Line[]): Interleaved[] {
  const found: Interleaved[] = [];
  if (lines.length < leastLines) return found;
  const isWord = wordsOf(lines);
  for (let from = 0; from < lines.length; from += step) {
    const to = Math.min(lines.length, from + windowLines);
    if (to - from < leastLines) break;
    let [next, afterNext] = [0, 0];
    for (let line = from; line + 2 < to; line++) {
      if (isWord(line, line + 1)) next++;
      if (isWord(line, line + 2)) afterNext++;
    }
    if (afterNext < leastSewn || afterNext < leastShare * (to - from) || afterNext < timesNext * next)
      continue;
    const last = found.at(-1);
    if (last && last.to >= from) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

/** Tells if the last character of a line and the first of another form a word found inside a line. */
function wordsOf(lines: readonly Line[]): (line: number, next: number) => boolean {
  const pairAt = (line: number, next: number) => {
    const before = lines[line]!.text.charCodeAt(lines[line]!.text.length - 1);
    const after = lines[next]?.text.charCodeAt(0) ?? 0;
    return isHan(before) && isHan(after) ? (before << 16) | after : 0;
  };
  // Only pairs at the lines' ends are looked for.
  const numbers = newNumbering();
  for (let line = 0; line < lines.length; line++)
    for (let step = 1; step <= 2; step++) {
      const pair = pairAt(line, line + step);
      if (pair !== 0) numbers.numberOf(pair);
    }
  const counts = countPairs(lines, numbers);
  return (line, next) => {
    const pair = pairAt(line, next);
    return pair !== 0 && counts[numbers.find(pair)]! > 0;
  };
}
