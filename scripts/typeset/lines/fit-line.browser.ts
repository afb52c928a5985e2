import type { Candidate } from './candidate.browser.js';
import type { Line, Measured } from './measured.browser.js';

/** Space that a gap may take: ⅛ em (as in GB/T 9851, and by eye). */
export const mostGap = 1 / 8;
/** Shrinkage of a gap where a character would otherwise be alone: half of the space beside the ink of the type. */
export const mostTight = 1 / 24;
/** Extra width of a space, before the gaps of its line grow beyond their limit: it is a gap already. */
export const mostBlank = 1 / 2;
/** Rounding of the browser's layout units. */
export const rounding = 0.004;

/** Costs in units of a line whose gaps are all at their limit. */
export const costs = {
  /** A squeezed mark costs a third of the widest gaps. */
  compressed: 0.3,
  compressedPoint: 0.8,
  /** Between Chinese and Latin ⅛ em does nearly as well as ¼. */
  extra: 0.2,
  /** Spaces wider than the gaps */
  blank: 2,
  /** Tighter than set solid: only where there would otherwise be a fault. */
  tight: 40,
  /** Beyond the limit: only where nothing else is possible. */
  beyond: 1000,
  /** 孤字 */
  lone: 500,
  /** A dash or dots alone on the last line: worse than gaps of ⅙ em. */
  loneMark: 2500,
  /** A last line shorter than the indent that follows it looks like one. */
  short: 0.5,
};

/** Cost of a break by kind: splitting a date costs more than a tight line; number from unit, more than a ¹⁄₇ em gap. */
export const costOfBreak: readonly number[] = [0, 0, 45, 60, 1400];

/**
 * Makes a candidate fit: first the joints of Chinese and Latin shrink, all alike, then marks, then, if allowed, all
 * gaps. @returns undefined where that is not enough.
 */
export function fitLine(
  text: Measured,
  candidate: Candidate,
  isTight: boolean,
): { line: Line; cost: number } | undefined {
  const { start, end, width, measure, gaps, figures, blanks, tightens, extra } = candidate;
  const line: Line = {
    start,
    end,
    compressed: [],
    extraShare: 1,
    tightness: 0,
    track: 0,
    blank: 0,
    slack: measure - width,
  };
  let cost = 0;
  if (line.slack < -rounding && extra > 0) {
    const taken = Math.min(extra, -line.slack);
    line.extraShare = 1 - taken / extra;
    line.slack += taken;
    cost += costs.extra * (taken / extra);
  }
  if (line.slack < -rounding) cost += compress(text, line);
  if (line.slack < -rounding) {
    line.tightness = -line.slack / Math.max(1, tightens);
    if (!isTight || line.tightness > mostTight) return undefined;
    line.slack = 0;
    cost += costs.tight;
  }
  if (end === text.widths.length) return { line, cost: cost + lastLineCost(text, line) };
  if (blanks > 0) line.blank = Math.min(mostBlank, Math.max(0, line.slack - gaps * mostGap) / blanks);
  line.slack -= line.blank * blanks;
  if (line.blank > 0) cost += costs.blank;
  if (ratioOf(line.slack, gaps) > 1) {
    line.track = Math.min(mostGap, line.slack / (gaps + figures));
    line.slack -= line.track * figures;
    cost += costs.beyond * line.track * figures;
  }
  const ratio = ratioOf(line.slack, gaps);
  return { line, cost: cost + (ratio <= 1 ? ratio ** 3 : costs.beyond * ratio ** 2) };
}

/** Width of the gaps, relative to the widest allowed. */
const ratioOf = (slack: number, gaps: number) => slack / Math.max(1, gaps) / mostGap;

/** Width of the gaps, relative to `mostGap`, once the spaces are as wide as allowed. */
export const stretchOf = ({ measure, width, blanks, gaps }: Candidate) =>
  ratioOf(measure - width - blanks * mostBlank, gaps);

/** Removes blank halves of marks until the line fits: points inside sentences first, those at sentence ends last. */
function compress(text: Measured, line: Line): number {
  let cost = 0;
  // At a paragraph's end a mark centred in its em 居中 shrinks too: no edge shows that it is a quarter further left.
  const end = line.end === text.widths.length && text.endBlank[line.end - 1] === 0 ? line.end : line.end - 1;
  for (const round of [0, 1])
    for (let at = line.start + 1; at < end && line.slack < -rounding; at++) {
      if (!text.spare[at] || text.isSentencePoint[at] !== round) continue;
      line.compressed.push(at);
      line.slack += text.spare[at]!;
      cost += text.isSentencePoint[at] ? costs.compressedPoint : costs.compressed;
    }
  return cost;
}

function lastLineCost(text: Measured, { start, end }: Line): number {
  let count = 0;
  for (let at = start; at < end; at++) count += text.counts[at]!;
  if (start === 0) return 0;
  if (count === 0) return costs.loneMark;
  return count < 2 ? costs.lone : count < 3 ? costs.short : 0;
}
