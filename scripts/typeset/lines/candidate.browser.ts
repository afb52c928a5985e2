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
  /** Space that its marks could give up, except a mark at the edge. */
  spare: number;
  /** Space that its marks and spaces could gain, and the number of sides on which they could. */
  stretch: number;
  marks: number;
  /** Space that its joints of Chinese and Latin could give up or gain, and the number of those that could gain. */
  extra: number;
  room: number;
  roomy: number;
}

/** Prefix sums over the characters, so that the sum of any stretch is a difference. */
export interface Sums {
  width: Float64Array;
  spare: Float64Array;
  stretch: Float64Array;
  marks: Int32Array;
  extras: Float64Array;
  rooms: Float64Array;
  roomy: Int32Array;
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
    stretch: new Float64Array(length + 1),
    marks: new Int32Array(length + 1),
    extras: new Float64Array(length + 1),
    rooms: new Float64Array(length + 1),
    roomy: new Int32Array(length + 1),
    gaps: new Int32Array(length + 1),
    blanks: new Int32Array(length + 1),
    figures: new Int32Array(length + 1),
    tightens: new Int32Array(length + 1),
  };
  for (let at = 0; at < length; at++) {
    sums.width[at + 1] = sums.width[at]! + text.widths[at]! + text.joints[at]!;
    sums.spare[at + 1] = sums.spare[at]! + text.spare[at]!;
    sums.stretch[at + 1] = sums.stretch[at]! + text.stretch[at]!;
    sums.marks[at + 1] = sums.marks[at]! + sidesOf(text, at);
    sums.extras[at + 1] = sums.extras[at]! + text.extras[at]!;
    const room = roomOf(text.joints[at]!);
    sums.rooms[at + 1] = sums.rooms[at]! + room;
    sums.roomy[at + 1] = sums.roomy[at]! + (room > 0 ? 1 : 0);
    sums.figures[at + 1] = sums.figures[at]! + text.figures[at]!;
    sums.gaps[at + 1] = sums.gaps[at]! + text.gaps[at]!;
    sums.blanks[at + 1] = sums.blanks[at]! + text.isElastic[at]!;
    sums.tightens[at + 1] = sums.tightens[at]! + text.tightens[at]!;
  }
  return sums;
}

/** Sides on which a character gains space: of marks and spaces, which give and take space first. */
export const sidesOf = ({ stretch, blankSides }: Measured, at: number) =>
  stretch[at]! === 0 ? 0 : blankSides[at] === 2 ? 2 : 1;

/** Space that a joint of Chinese and Latin may gain: up to ¼ em in all. */
export const roomOf = (joint: number) => (joint > 0 ? Math.max(0, 1 / 4 - joint) : 0);

/** Extra width of a space, before the gaps of its line grow beyond their limit: it is a gap already. */
export const mostBlank = 1 / 2;

/** Lower bound of the hole that a stretch leaves in a measure: checked first, since most are far too short. */
export function holeOf(sums: Sums, { start, end, measure }: Stretch): number {
  // A joint may take half an em from the first character.
  const blanks = sums.blanks[end]! - sums.blanks[start]!;
  const stretch = sums.stretch[end]! - sums.stretch[start]! + blanks * mostBlank + 1 / 2;
  return measure - (sums.width[end]! - sums.width[start]!) - stretch;
}

interface Stretch {
  start: number;
  end: number;
  measure: number;
}

/** Characters `start` to `end` as a line of a measure. */
export function candidateOf(text: Measured, sums: Sums, { start, end, measure }: Stretch): Candidate {
  const shown = shownEnd({ start, end }, text);
  const trimmed = text.startBlank[start]! + text.endBlank[shown - 1]!;
  const width = sums.width[shown]! - sums.width[start]! - text.joints[start]! - trimmed;
  const extra = sums.extras[shown]! - sums.extras[start + 1]!;
  const within = (sum: Float64Array | Int32Array, last: number) => Math.max(0, sum[last]! - sum[start + 1]!);
  const spare = within(sums.spare, lastSqueezed(text, shown));
  return {
    start,
    end,
    width,
    least: width - extra - spare,
    measure,
    gaps: sums.gaps[shown]! - sums.gaps[start + 1]!,
    figures: sums.figures[shown]! - sums.figures[start + 1]!,
    blanks: sums.blanks[shown]! - sums.blanks[start]!,
    tightens: sums.tightens[shown]! - sums.tightens[start + 1]!,
    spare,
    stretch: within(sums.stretch, shown - 1),
    marks: within(sums.marks, shown - 1),
    extra,
    room: sums.rooms[shown]! - sums.rooms[start + 1]!,
    roomy: sums.roomy[shown]! - sums.roomy[start + 1]!,
  };
}

/**
 * The end of the marks that may be squeezed. A mark at the edge has lost its blank half already, but for one centred in
 * its em 居中, which has a quarter on either side.
 */
export const lastSqueezed = ({ endBlank }: Measured, shown: number) =>
  endBlank[shown - 1] === 0 ? shown : shown - 1;

/** The end of a line without its trailing spaces. */
export function shownEnd({ start, end }: { start: number; end: number }, { isBlank }: Measured): number {
  let shown = end;
  while (shown > start + 1 && isBlank[shown - 1]) shown--;
  return shown;
}
