import { breakInto } from '../lines/break-into.browser.js';
import { goodGap } from '../lines/fit-line.browser.js';
import type { Line } from '../lines/measured.browser.js';
import type { SetParagraph } from '../lines/set-lines.browser.js';

/** Lines of paragraphs that were tried, by the number of lines. */
export type TriedLines = Map<SetParagraph, Map<number, Line[] | undefined>>;

/** A paragraph in a number of lines; undefined where that would show. Each number is tried once. */
export function newLines(
  { tried }: { tried: TriedLines },
  set: SetParagraph,
  count: number,
): Line[] | undefined {
  const known = tried.get(set) ?? new Map<number, Line[] | undefined>();
  tried.set(set, known);
  if (!known.has(count)) {
    const { paragraph, text, air } = set;
    known.set(count, breakInto(text, { ...paragraph, measure: paragraph.measure - air }, count));
  }
  return known.get(count);
}

/** Gaps of fewer em keep the characters in their columns. */
const noGap = 0.005;
/** A line whose gaps can be seen counts as so many with gaps that cannot. */
const seen = 3;

/** Lines with gaps between Chinese characters that a paragraph has more than before; those that are seen count more. */
export const newGaps = (set: SetParagraph, lines: readonly Line[]) =>
  Math.max(0, gapsIn(lines) - gapsIn(set.lines));

const gapsIn = (lines: readonly Line[]) =>
  lines
    .slice(0, -1)
    .reduce((sum, { gap }) => sum + (Math.abs(gap) > goodGap ? seen : Math.abs(gap) > noGap ? 1 : 0), 0);
