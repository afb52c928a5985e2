import { isCjkPunctuation, isHan } from '../../text/characters.js';
import { blankSideOf, hangingMarks, sentencePoints } from '../../text/mark-shape.js';
import { type Check, checked, describe } from './check.js';
import {
  bodyLines,
  columnRight,
  hangingAt,
  hanLatinOf,
  isCentred,
  isJustified,
  mostGapEm,
  mostTightEm,
  variableOf,
} from './geometry.js';
import { advanceOf, type SetBook, type SetLine } from './read.js';

/** Tolerance for the browser's rounding, in em. */
const roundingEm = 0.01;

/** Checks that the choices of a style are found in print. */
export const styleChecks: readonly Check[] = [
  {
    name: 'between Chinese and Latin what the style says, in full lines half of it',
    run: (set) => {
      const wanted = hanLatinOf(set);
      return checked(
        neighbours(set),
        ({ line, at, isFull }) => {
          const [before, after] = [line.glyphs[at - 1]!, line.glyphs[at]!];
          const gap = (after.x - before.x - advanceOf(before)) / after.size;
          const [least, most] = isFull ? [Math.min(wanted, 1 / 8), wanted + mostGapEm] : [wanted, wanted];
          const isRight = gap > least - mostTightEm - roundingEm && gap < most + 2 * roundingEm;
          return isRight
            ? undefined
            : `${before.text}${after.text} ${gap.toFixed(3)} em in ${describe(line)}`;
        },
        ({ line, at }) => {
          const [before, after] = [line.glyphs[at - 1]!, line.glyphs[at]!];
          // Raised figures, such as the call of a 51st note, stand close to their word.
          const isRaised = Math.min(before.size, after.size) < 0.8 * Math.max(before.size, after.size);
          return !isRaised && isJoint(before.text, after.text);
        },
      );
    },
  },
  {
    name: '开明: marks inside a sentence take half an em',
    run: (set) =>
      checked(
        variableOf(set, '--marks') === 'kaiming' ? neighbours(set) : [],
        ({ line, at }) => {
          const [mark, next, before] = [line.glyphs[at - 1]!, line.glyphs[at]!, line.glyphs[at - 2]];
          const isOpening = blankSideOf(mark.text, false) === 'start';
          // An opening mark's blank half is before it, overlapping the glyph there.
          const start = isOpening && before ? before.x + advanceOf(before) + mark.size / 2 : mark.x;
          const taken = (isOpening ? mark.x + mark.size : next.x) - start;
          return taken / mark.size < 0.5 + mostGapEm + roundingEm
            ? undefined
            : `${mark.text} ${(taken / mark.size).toFixed(2)} em in ${describe(line)}`;
        },
        ({ line, at }) => {
          const { text } = line.glyphs[at - 1]!;
          // What an opening mark takes begins where the glyph before it ends: a blank's width is not known.
          const isFirst =
            blankSideOf(text, false) === 'start' && (at === 1 || line.glyphs[at - 2]!.text.trim() === '');
          const side = blankSideOf(text, isCentred(set));
          return !isFirst && (side === 'start' || side === 'end') && !sentencePoints.has(text);
        },
      ),
  },
  {
    name: '悬挂: points at a line’s end stand beyond it',
    run: (set) =>
      checked(
        variableOf(set, '--hanging') === 'allow' ? [...bodyLines(set)] : [],
        ({ line }) => {
          const off = hangingAt(line, set) - columnRight(set, line);
          return Math.abs(off) < 0.3 ? undefined : `${describe(line)} ${off.toFixed(2)} pt`;
        },
        ({ block, line, index }) => isJustified(block, index) && hangingMarks.has(line.glyphs.at(-1)!.text),
      ),
  },
  {
    name: 'no characters closer than 1/24 em',
    run: (set) =>
      checked(
        neighbours(set),
        ({ line, at }) => {
          const [before, after] = [line.glyphs[at - 1]!, line.glyphs[at]!];
          const gap = (after.x - before.x - advanceOf(before)) / after.size;
          return gap > -mostTightEm - roundingEm ? undefined : `${gap.toFixed(3)} em in ${describe(line)}`;
        },
        ({ line, at }) => isHan(line.glyphs[at - 1]!.text) && isHan(line.glyphs[at]!.text),
      ),
  },
];

interface Neighbours {
  line: SetLine;
  /** Index of the second one. */
  at: number;
  /** True if the line was filled: others are not justified. */
  isFull: boolean;
}

function neighbours(set: SetBook): Neighbours[] {
  return [...bodyLines(set)].flatMap(({ block, line, index }) => {
    const last = line.glyphs.at(-1)!;
    const isFull = isJustified(block, index) || columnRight(set, line) - last.x < 2 * last.size;
    return line.glyphs.slice(1).map((_, at) => ({ line, at: at + 1, isFull }));
  });
}

const isLetter = (text: string) => /^[0-9A-Za-z\u00c0-\u024f]/.test(text);
const isJoint = (before: string, after: string) =>
  (isHan(before) && isLetter(after)) || (isLetter(before) && isHan(after) && !isCjkPunctuation(after));
