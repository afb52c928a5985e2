import { isAsciiDigit, isLatin } from './characters.js';
import { inseparable, lineStartProhibited, openers } from './prohibition.js';

/** Longer units are broken after all: a compositor splits what does not fit into a line. */
const longest = 24;

/** Kinds of UTF-16 units in a unit of a line, a bit each. */
const opening = 1;
const closing = 2;
const ofWord = 4;
const joint = 8;
const doubled = 16;
const signs = new Uint8Array(0x10000);
const mark = (chars: Iterable<string>, sign: number) => {
  for (const char of chars) signs[char.charCodeAt(0)]! |= sign;
};
mark(openers, opening);
mark(lineStartProhibited, closing);
mark('.,:/%-', joint);
mark(inseparable, doubled);
for (let code = 0; code < 0x250; code++) if (isAsciiDigit(code) || isLatin(code)) signs[code]! |= ofWord;

/** True if a character is of a kind; those of two UTF-16 units, and what is behind the end, are of none. */
const is = (code: number | undefined, sign: number) => (signs[code ?? 0x10000] ?? 0) & sign;

/**
 * 不可分: end of the unit that begins at `at` in a row of visible characters: a number, a word, a pair of dashes,
 * with its opening and closing marks. A compositor breaks lines between units only.
 *
 * @param codes the code points of the characters
 */
export function unitEnd(codes: ArrayLike<number>, at: number): number {
  const { length } = codes;
  // Shortcut: nearly all characters of a text have no sign, nor has the one behind.
  if (at + 1 < length && !signs[codes[at]!] && !signs[codes[at + 1]!]) return at + 1;
  const most = Math.min(length, at + longest);
  let end = at;
  while (end < most && is(codes[end], opening)) end++;
  end++;
  if (is(codes[end - 1], ofWord)) {
    while (end < most && (is(codes[end], ofWord) || (is(codes[end], joint) && is(codes[end + 1], ofWord))))
      end++;
  } else if (end < most && is(codes[end], doubled) && codes[end - 1] === codes[end]) end++;
  while (end < most && is(codes[end], closing)) end++;
  return Math.min(end, length);
}

/** True for letters and digits, which stay together; on both sides of a break they were a broken word. */
export function isWordChar(char: string | number | undefined): boolean {
  return char !== undefined && (isAsciiDigit(char) || isLatin(char));
}
