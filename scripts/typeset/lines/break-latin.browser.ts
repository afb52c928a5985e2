/** A piece of Latin text after which a line may end. Lengths in em. */
export interface Segment {
  start: number;
  /** Exclusive; includes its space or soft hyphen. */
  end: number;
  /** Width without them. */
  width: number;
  /** Width of its space, 0 if it has none. */
  blank: number;
  /** Width of the hyphen that a line ends with here, 0 for none. */
  hyphen: number;
  isBreak: boolean;
}

/** Measures of a paragraph for line breaking; lengths in em. */
export interface LatinMeasures {
  measure: number;
  indent: number;
  /** True if both edges are straight. */
  isJustified: boolean;
}

export interface LatinLine {
  start: number;
  /** Exclusive. */
  end: number;
  /** Width added to each space, in em; negative where it shrinks. */
  blank: number;
}

/** Share of a space that may be removed, and the share at which a line is as loose as one should be (TeX's ⅓, ½). */
const mostShrink = 1 / 4;
const stretch = 1 / 2;
/** In units of a line whose spaces are wider by half. */
const costs = {
  hyphen: 0.5,
  /** One hyphen above the other. */
  hyphens: 2,
  /** In ragged text, a word is not broken for a few points of white. */
  raggedHyphen: 3,
  /** A last line that is part of a broken word, or shorter than an indent that may follow it. */
  last: 20,
};
/** Per em over: more than all holes of a paragraph in a narrow column, so that only overlong words overflow. */
const tooLong = 1e9;
/** Last lines of less than this many em are too short. */
const shortLine = 2.5;

interface State {
  cost: number;
  from: number;
  line: LatinLine;
  isHyphen: boolean;
}

/**
 * 断行 of Latin text, by dynamic programming over the whole paragraph (Knuth and Plass, 1981). Words too long for a
 * line get one of their own.
 */
export function breakLatin(segments: readonly Segment[], measures: LatinMeasures): LatinLine[] {
  const best: (State | undefined)[] = new Array(segments.length + 1);
  for (let first = 0; first < segments.length; first++) {
    const before = best[first];
    if (first > 0 && !before) continue;
    const measure = measures.measure - (first === 0 ? measures.indent : 0);
    let [width, blanks, blank, count] = [0, 0, 0, 0];
    for (let next = first + 1; next <= segments.length; next++) {
      const segment = segments[next - 1]!;
      width += blank + segment.width;
      blanks += blank;
      if (blank > 0) count++;
      blank = segment.blank;
      const isLast = next === segments.length;
      if (!segment.isBreak && !isLast) continue;
      const slack = measure - width - segment.hyphen;
      const isTooLong = slack < -(measures.isJustified ? mostShrink * blanks : 0);
      const isHyphen = segment.hyphen > 0;
      const cost =
        (before?.cost ?? 0) +
        costOf({ slack, blanks, isLast, isTooLong, width }, measures) +
        hyphenCost(isHyphen, before?.isHyphen === true, { isLast, isJustified: measures.isJustified });
      if (cost < (best[next]?.cost ?? Number.POSITIVE_INFINITY)) {
        const share = slack < 0 && !isTooLong ? slack / Math.max(1, count) : 0;
        const line = { start: segments[first]!.start, end: segment.end, blank: share };
        best[next] = { cost, from: first, line, isHyphen };
      }
      if (isTooLong) break;
    }
  }
  const lines: LatinLine[] = [];
  for (let at = segments.length; at > 0; at = best[at]!.from) lines.unshift(best[at]!.line);
  return lines;
}

interface Fit {
  slack: number;
  /** Total width of the line's spaces. */
  blanks: number;
  width: number;
  isLast: boolean;
  isTooLong: boolean;
}

function costOf(
  { slack, blanks, width, isLast, isTooLong }: Fit,
  { isJustified, measure }: LatinMeasures,
): number {
  if (isTooLong) return tooLong * (1 - slack);
  if (isLast && slack >= 0) return width < shortLine ? costs.last : 0;
  if (!isJustified) return 10 * (slack / measure) ** 2;
  const ratio = slack < 0 ? slack / (mostShrink * blanks) : slack / Math.max(0.1, stretch * blanks);
  return Math.abs(ratio) ** 3;
}

function hyphenCost(
  isHyphen: boolean,
  wasHyphen: boolean,
  { isLast, isJustified }: { isLast: boolean; isJustified: boolean },
): number {
  if (isLast) return wasHyphen ? costs.last : 0;
  if (!isHyphen) return 0;
  return (isJustified ? costs.hyphen : costs.raggedHyphen) + (wasHyphen ? costs.hyphens : 0);
}
