import { breakKind } from '../text/line-break.js';

/** A paragraph as line breaking sees it; widths in em. Index `i` speaks of character `i`, or of the place before it. */
export interface Measured {
  /** Advance of each character when it stands alone, full-width marks whole. */
  widths: Float64Array;
  /** What two neighbours take from each other: added (中西间距) or taken away (标点挤压) between `i - 1` and `i`. */
  joints: Float64Array;
  /** Where a line may end, of `lineBreaks`. */
  breaks: Uint8Array;
  /** What a mark can give at the start and at the end of a line. */
  startBlank: Float64Array;
  endBlank: Float64Array;
  /** What a mark can give in the middle of a line: 0 where it has given already. */
  spare: Float64Array;
  /** Marks that give last: 。！？ */
  isSentencePoint: Uint8Array;
  /** 1 for marks that give their blank half wherever they stand (开明式). */
  isHalved: Uint8Array;
  /** 1 where justification may put space before the character. */
  gaps: Uint8Array;
  /** 1 for what a reader counts as a character: no marks, one a Latin word. */
  counts: Uint8Array;
  /** Blanks that a line end swallows. */
  isBlank: Uint8Array;
}

/** 行长, in em. */
export interface Measures {
  measure: number;
  indent: number;
}

export interface Line {
  start: number;
  /** Exclusive. */
  end: number;
  /** Marks that give up their blank half so that the line fits, its last one apart. */
  compressed: number[];
  /** What is left to spread. */
  slack: number;
}

/** Space that a gap may take: ⅛ em (GB/T 9851 has it so, and the eye). */
export const mostGap = 1 / 8;
/** Rounding of the browser's layout units. */
const rounding = 0.004;

interface State {
  cost: number;
  from: number;
  line: Line;
}

/**
 * 断行: the breaks that make the whole paragraph even, by dynamic programming over all of them (Knuth and Plass, 1981).
 * A line stretches by at most ⅛ em a gap, and shrinks by the blank halves of its marks. Where that is impossible, as
 * beside a long word in a narrow column, gaps grow.
 *
 * @returns undefined where no line fits at all: the browser is left alone with it then.
 */
export function breakLines(text: Measured, measures: Measures): Line[] | undefined {
  return breakWithin(text, measures, 1) ?? breakWithin(text, measures, Number.POSITIVE_INFINITY);
}

/** @param mostRatio of a gap to `mostGap`. */
function breakWithin(text: Measured, measures: Measures, mostRatio: number): Line[] | undefined {
  const length = text.widths.length;
  const sums = prefixSums(text);
  const best: (State | undefined)[] = new Array(length + 1);
  best[0] = { cost: 0, from: -1, line: { start: 0, end: 0, compressed: [], slack: 0 } };
  for (let start = 0; start < length; start++) {
    const state = best[start];
    if (!state) continue;
    const measure = measures.measure - (start === 0 ? measures.indent : 0);
    for (let end = start + 1; end <= length; end++) {
      const isLast = end === length;
      if (!isLast && text.breaks[end] === breakKind.never) continue;
      const width = widthOf(text, sums, { start, end });
      if (width - (sums.spare[end]! - sums.spare[start]!) > measure + rounding) break;
      const gaps = sums.gaps[end]! - sums.gaps[start + 1]!;
      const ratio = (measure - width) / Math.max(1, gaps) / mostGap;
      if (!isLast && ratio > mostRatio) continue;
      const set = setLine(text, { start, end, width, measure, gaps });
      if (!set) continue;
      const penalty = text.breaks[end] === breakKind.discouraged ? costs.discouraged : 0;
      const cost = state.cost + set.cost + penalty;
      const known = best[end];
      if (!known || cost < known.cost) best[end] = { cost, from: start, line: set.line };
    }
  }
  return pathOf(best);
}

function pathOf(best: readonly (State | undefined)[]): Line[] | undefined {
  const lines: Line[] = [];
  for (let at = best.length - 1; at > 0; at = best[at]!.from) {
    if (!best[at]) return undefined;
    lines.unshift(best[at]!.line);
  }
  return lines;
}

/** In units of a line whose gaps are all at their limit. */
const costs = {
  /** A mark squeezed is worth a third of the widest gaps. */
  compressed: 0.3,
  compressedPoint: 0.8,
  discouraged: 3,
  /** Beyond the limit: only where nothing else is possible. */
  beyond: 1000,
  /** 孤字 */
  lone: 500,
  /** A last line shorter than the indent that follows it looks like one. */
  short: 0.5,
};

interface Prefix {
  width: Float64Array;
  spare: Float64Array;
  gaps: Int32Array;
}

function prefixSums(text: Measured): Prefix {
  const length = text.widths.length;
  const sums: Prefix = {
    width: new Float64Array(length + 1),
    spare: new Float64Array(length + 1),
    gaps: new Int32Array(length + 1),
  };
  for (let at = 0; at < length; at++) {
    sums.width[at + 1] = sums.width[at]! + text.widths[at]! + text.joints[at]!;
    sums.spare[at + 1] = sums.spare[at]! + text.spare[at]!;
    sums.gaps[at + 1] = sums.gaps[at]! + text.gaps[at]!;
  }
  return sums;
}

/** Of characters `start` to `end` as a line, its ends trimmed. */
function widthOf(text: Measured, sums: Prefix, { start, end }: { start: number; end: number }): number {
  let last = end - 1;
  let width = sums.width[end]! - sums.width[start]! - text.joints[start]!;
  while (last > start && text.isBlank[last]) width -= text.widths[last]! + text.joints[last--]!;
  return width - text.startBlank[start]! - text.endBlank[last]!;
}

interface Candidate {
  start: number;
  end: number;
  width: number;
  measure: number;
  gaps: number;
}

function setLine(text: Measured, candidate: Candidate): { line: Line; cost: number } | undefined {
  const { start, end, width, measure, gaps } = candidate;
  const compressed = width > measure + rounding ? compress(text, candidate) : none;
  if (!compressed) return undefined;
  let slack = measure - width;
  let cost = 0;
  for (const at of compressed) {
    slack += text.spare[at]!;
    cost += text.isSentencePoint[at] ? costs.compressedPoint : costs.compressed;
  }
  const line = { start, end, compressed, slack };
  if (end === text.widths.length) return { line, cost: cost + lastLineCost(text, start, end) };
  const ratio = slack / Math.max(1, gaps) / mostGap;
  return { line, cost: cost + (ratio <= 1 ? ratio ** 3 : costs.beyond * ratio) };
}

const none: number[] = [];

function lastLineCost(text: Measured, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) count += text.counts[at]!;
  if (start === 0) return 0;
  return count < 2 ? costs.lone : count < 3 ? costs.short : 0;
}

/** Takes blanks from marks until the line fits: of points inside sentences first, those at the sentence's end last. */
function compress(text: Measured, { start, end, width, measure }: Candidate): number[] | undefined {
  const taken: number[] = [];
  let excess = width - measure - rounding;
  for (const round of [0, 1])
    for (let at = start + 1; at < end - 1 && excess > 0; at++) {
      if (!text.spare[at] || text.isSentencePoint[at] !== round) continue;
      taken.push(at);
      excess -= text.spare[at]!;
    }
  return excess > 0 ? undefined : taken;
}
