import type { Box } from '../article/layout.js';
import { isHan } from '../text/characters.js';
import { emsOf } from './boxes.js';

/** A word of a line, with its place if the file has one. */
export interface BoxedWord {
  text: string;
  box?: Box | undefined;
}

/**
 * White of at least so many em between the ink of two characters means that a blank was set: 第一条　总则. Justified type
 * and the change between Chinese and Latin leave less.
 */
const leastBlank = 0.6;
/** Marks with a blank half behind them, and before them; it adds to the white. */
const [blankBehind, blankBefore] = [/[，。、；：！？）》」』】”’]$/u, /^[（《「『【“‘]/u];
const half = 0.5;
/** … unless the box is not tight round the ink: then the word is as long as its characters, give or take this. */
const tight = 0.25;

/**
 * Joins the words of a line: Latin words with a space, Chinese without, whatever the file has between them. Words whose
 * boxes are farther apart than the blank half of a mark get a full-width space.
 */
export function joinWords(words: readonly BoxedWord[]): string {
  const own = words.filter(({ text }) => text !== '');
  return own.reduce((text, word, index) => {
    if (index === 0) return word.text;
    if (isBlankBetween(own[index - 1]!, word)) return `${text}\u3000${word.text}`;
    const isLatin = /[\w,.;:!?)%]$/u.test(text) && /^[\w(]/u.test(word.text);
    return isLatin ? `${text} ${word.text}` : text + word.text;
  }, '');
}

/** True for more white between two words along their line than marks and justification leave. */
function isBlankBetween({ box: a, text: before }: BoxedWord, { box: b, text }: BoxedWord): boolean {
  if (!a || !b || (!isHan(before.at(-1)!) && !isHan([...text][0]!))) return false;
  const across = { white: b.left - a.right, em: Math.max(a.bottom - a.top, b.bottom - b.top) };
  const down = { white: b.top - a.bottom, em: Math.max(a.right - a.left, b.right - b.left) };
  const { white, em } = across.white > down.white ? across : down;
  if (em <= 0) return false;
  const isAcross = across.white > down.white;
  const lengthOf = ({ left, top, right, bottom }: Box) => (isAcross ? right - left : bottom - top) / em;
  const isTight = (box: Box, word: string) => lengthOf(box) < emsOf(word) - tight;
  return white / em >= leastWhite(isTight(a, before) ? before : '', isTight(b, text) ? text : '');
}

/** White, in em, that means a blank between the ink of two words: more where their marks have blank halves. */
export const leastWhite = (before: string, after: string): number =>
  leastBlank + (blankBehind.test(before) ? half : 0) + (blankBefore.test(after) ? half : 0);
