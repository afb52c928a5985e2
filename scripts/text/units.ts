import { isAsciiDigit, isHan, isLatin } from './characters.js';
import { isInseparablePair, lineStartProhibited, openers } from './prohibition.js';

/** Longer units are broken after all: a compositor splits what does not fit into a line. */
const longest = 24;

/**
 * 不可分: end of the unit that begins at `at` in a row of visible characters: a number, a word, a pair of dashes,
 * with its opening and closing marks. A compositor breaks lines between units only.
 */
export function unitEnd(chars: readonly string[], at: number): number {
  // Shortcut: nearly all characters of a text are Han beside Han.
  if (at + 1 < chars.length && isHan(chars[at]!) && isHan(chars[at + 1]!)) return at + 1;
  const most = Math.min(chars.length, at + longest);
  let end = at;
  while (end < most && openers.has(chars[end]!)) end++;
  end++;
  if (isWordChar(chars[end - 1])) {
    while (end < most && (isWordChar(chars[end]) || (joint.test(chars[end]!) && isWordChar(chars[end + 1]))))
      end++;
  } else if (end < most && isInseparablePair(chars[end - 1]!, chars[end]!)) end++;
  while (end < most && lineStartProhibited.has(chars[end]!)) end++;
  return Math.min(end, chars.length);
}

const joint = /[.,:/%-]/u;

/** True for letters and digits, which stay together; on both sides of a break they were a broken word. */
export function isWordChar(char: string | undefined): boolean {
  return char !== undefined && (isAsciiDigit(char) || isLatin(char));
}
