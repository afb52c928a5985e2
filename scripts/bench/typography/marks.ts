import type { Glyph } from '../../prepress/read/painter.js';
import { blankSideOf } from '../../text/mark-shape.js';
import { type Check, checked, describe } from './check.js';
import {
  bodyLines,
  columnRight,
  gapsOf,
  isCentred,
  isJustified,
  isOpening,
  isTrimmable,
  mostGapEm,
} from './geometry.js';
import { advanceOf, type SetBook } from './read.js';

/** Checks of the widths of marks and gaps. */
export const markChecks: readonly Check[] = [
  {
    name: 'adjacent marks compressed',
    run: (set) =>
      checked(
        [...bodyLines(set)].flatMap(({ line }) =>
          line.glyphs.slice(1).flatMap((glyph, at) => {
            const before = line.glyphs[at]!;
            return meets(before, glyph, set) ? [{ before, glyph, line }] : [];
          }),
        ),
        ({ before, glyph, line }) => {
          // Two marks together take 1½ em, so from the first one's start to the second one's ink is at most 1 em.
          const distance = (glyph.x - before.x) / glyph.size;
          const most = isOpening(glyph) ? 0.65 : 0.65;
          return distance < most + 0.001
            ? undefined
            : `${before.text}${glyph.text} ${distance.toFixed(2)} em (page ${line.page + 1})`;
        },
      ),
  },
  {
    name: 'marks at a line’s end trimmed',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(
          ({ block, line, index }) => isJustified(block, index) && isTrimmable(line.glyphs.at(-1)!, set),
        ),
        ({ line }) => {
          const last = line.glyphs.at(-1)!;
          const left = (columnRight(set, line) - last.x) / last.size;
          return left < 0.55 ? undefined : `${describe(line)} … ${line.text.slice(-4)} ${left.toFixed(2)} em`;
        },
      ),
  },
  {
    name: 'no gap wider than ⅛ em, or ⅕ where a dash would be alone on the next line, or a number torn',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(({ block, index }) => isJustified(block, index)),
        ({ block, line, index }) => {
          const most = Math.max(0, ...gapsOf(line, set));
          const isSaving = /^(?:.?[—…]+$|\d)/u.test(block.lines[index + 1]?.text ?? '');
          return most <= (isSaving ? 1 / 5 : mostGapEm) + 0.005
            ? undefined
            : `${describe(line)} ${most.toFixed(3)} em`;
        },
      ),
  },
  {
    name: 'slack spread over the whole line',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(({ block, index }) => isJustified(block, index)),
        ({ line }) => {
          const gaps = gapsOf(line, set, true);
          const uneven = Math.max(...gaps) - Math.min(...gaps);
          return gaps.length < 2 || uneven < 0.03 ? undefined : `${describe(line)} ±${uneven.toFixed(3)} em`;
        },
      ),
  },
];

/** True if two neighbours are marks of which one must be compressed. */
function meets(before: Glyph, after: Glyph, set: SetBook): boolean {
  const [left, right] = [before, after].map((glyph) => blankSideOf(glyph.text, isCentred(set)));
  const isFull = [before, after].every((glyph) => advanceOf(glyph) > 0.9 * glyph.size);
  return (
    isFull &&
    ((left === 'end' && right !== undefined && right !== 'both') || (left === 'start' && right === 'start'))
  );
}
