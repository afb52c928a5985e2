import type { Measured } from './measured.browser.js';

/** A stretch of text that might be a line. Lengths in em. */
export interface Candidate {
  start: number;
  end: number;
  /** Natural width, its ends trimmed. */
  width: number;
  /** Width when its joints and marks are fully compressed. */
  least: number;
  measure: number;
  /** Gaps in it that justification may use. */
  gaps: number;
  /** Places between the figures of its numbers. */
  figures: number;
  /** Number of spaces among its characters. */
  blanks: number;
  /** Places that 紧排 may use. */
  tightens: number;
  /** Space that its joints of Chinese and Latin could yield. */
  extra: number;
}

/** Prefix sums over the characters, so that the sum of any stretch is a difference. */
export interface Sums {
  width: Float64Array;
  spare: Float64Array;
  extras: Float64Array;
  gaps: Int32Array;
  blanks: Int32Array;
  figures: Int32Array;
  tightens: Int32Array;
}

export function prefixSums(text: Measured): Sums {
  const length = text.widths.length;
  const sums: Sums = {
    width: new Float64Array(length + 1),
    spare: new Float64Array(length + 1),
    extras: new Float64Array(length + 1),
    gaps: new Int32Array(length + 1),
    blanks: new Int32Array(length + 1),
    figures: new Int32Array(length + 1),
    tightens: new Int32Array(length + 1),
  };
  for (let at = 0; at < length; at++) {
    sums.width[at + 1] = sums.width[at]! + text.widths[at]! + text.joints[at]!;
    sums.spare[at + 1] = sums.spare[at]! + text.spare[at]!;
    sums.extras[at + 1] = sums.extras[at]! + text.extras[at]!;
    sums.figures[at + 1] = sums.figures[at]! + text.figures[at]!;
    sums.gaps[at + 1] = sums.gaps[at]! + text.gaps[at]!;
    sums.blanks[at + 1] = sums.blanks[at]! + text.isElastic[at]!;
    sums.tightens[at + 1] = sums.tightens[at]! + text.tightens[at]!;
  }
  return sums;
}

/** Lower bound of the hole that a stretch leaves in a measure: checked first, since most are far too short. */
export function holeOf(sums: Sums, { start, end, measure }: Stretch): number {
  // Space that a joint takes from the first character, and that spaces may take: half an em each.
  const blanks = 1 + sums.blanks[end]! - sums.blanks[start]!;
  return measure - (sums.width[end]! - sums.width[start]!) - blanks / 2;
}

interface Stretch {
  start: number;
  end: number;
  measure: number;
}

/** Characters `start` to `end` as a line of a measure. */
export function candidateOf(text: Measured, sums: Sums, { start, end, measure }: Stretch): Candidate {
  // A line swallows the spaces at its end.
  let shown = end;
  while (shown > start + 1 && text.isBlank[shown - 1]) shown--;
  const trimmed = text.startBlank[start]! + text.endBlank[shown - 1]!;
  const width = sums.width[shown]! - sums.width[start]! - text.joints[start]! - trimmed;
  const extra = sums.extras[shown]! - sums.extras[start + 1]!;
  return {
    start,
    end,
    width,
    least: width - extra - (sums.spare[shown]! - sums.spare[start]!),
    measure,
    gaps: sums.gaps[shown]! - sums.gaps[start + 1]!,
    figures: sums.figures[shown]! - sums.figures[start + 1]!,
    blanks: sums.blanks[shown]! - sums.blanks[start]!,
    tightens: sums.tightens[shown]! - sums.tightens[start + 1]!,
    extra,
  };
}
