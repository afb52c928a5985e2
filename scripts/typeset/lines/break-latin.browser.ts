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
  /** A broken word is read twice: on a wide measure it is worse than double spaces, on a narrow one it is frequent. */
  hyphen: 20,
  narrowHyphen: 5,
  /** One hyphen above the other. */
  hyphens: 8,
  /** In ragged text, a word is not broken for a few points of white. */
  raggedHyphen: 4,
  /** A last line that is part of a broken word, or shorter than an indent that may follow it. */
  last: 20,
};
/** A line of fewer em has too few spaces to avoid broken words. */
const narrow = 20;
/** Most consecutive lines that end with hyphens. */
const mostHyphens = 2;
/** Per em over: more than all holes of a paragraph in a narrow column, so that only overlong words overflow. */
const tooLong = 1e9;
/** Last lines of less than this many em are too short. */
const shortLine = 2.5;

interface State {
  cost: number;
  from: number;
  /** Number of consecutive hyphenated lines before it. */
  ladder: number;
  line: LatinLine;
}

/** The best state for each length of a ladder of hyphens. */
type States = (State | undefined)[];

/**
 * 断行 of Latin text, by dynamic programming over the whole paragraph (Knuth and Plass, 1981). Words too long for a
 * line get one of their own.
 */
export function breakLatin(segments: readonly Segment[], measures: LatinMeasures): LatinLine[] {
  const best: States[] = Array.from({ length: segments.length + 1 }, () => []);
  for (let first = 0; first < segments.length; first++) {
    if (first > 0 && best[first]!.length === 0) continue;
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
      const cost = costOf({ slack, blanks, isLast, isTooLong, width }, measures);
      const share = slack < 0 && !isTooLong ? slack / Math.max(1, count) : 0;
      const line = { start: segments[first]!.start, end: segment.end, blank: share };
      const isHyphen = segment.hyphen > 0 && !isLast;
      const shape = {
        isHyphen,
        isLast,
        isJustified: measures.isJustified,
        isNarrow: measures.measure < narrow,
      };
      join(best, { first, next, cost, line, shape });
      if (isTooLong) break;
    }
  }
  return pathOf(best);
}

interface Shape {
  isHyphen: boolean;
  isLast: boolean;
  isJustified: boolean;
  isNarrow: boolean;
}

/** A line between two places, with its cost. */
interface Candidate {
  first: number;
  next: number;
  cost: number;
  line: LatinLine;
  shape: Shape;
}

/** Appends a line to each of the states at its start, and keeps improvements at its end. */
function join(best: readonly States[], { first, next, cost, line, shape }: Candidate): void {
  const before: States = first === 0 ? [{ cost: 0, from: 0, ladder: 0, line }] : best[first]!;
  for (const [ladder, state] of before.entries()) {
    if (!state) continue;
    const after = shape.isHyphen ? Math.min(mostHyphens, ladder + 1) : 0;
    const sum = state.cost + cost + hyphenCost(ladder, shape);
    if (sum < (best[next]![after]?.cost ?? Number.POSITIVE_INFINITY))
      best[next]![after] = { cost: sum, from: first, ladder, line };
  }
}

function pathOf(best: readonly States[]): LatinLine[] {
  const lines: LatinLine[] = [];
  const cheapest = (states: States) =>
    states.reduce((one, other) => (other && (!one || other.cost < one.cost) ? other : one), undefined);
  let state = cheapest(best.at(-1)!);
  while (state) {
    lines.unshift(state.line);
    state = state.from === 0 ? undefined : best[state.from]![state.ladder];
  }
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

/** @param ladder number of hyphenated lines directly above. */
function hyphenCost(ladder: number, { isHyphen, isLast, isJustified, isNarrow }: Shape): number {
  if (isLast) return ladder > 0 ? costs.last : 0;
  if (!isHyphen) return 0;
  if (ladder >= mostHyphens) return tooLong / 1000;
  const own = isNarrow ? costs.narrowHyphen : costs.hyphen;
  return (isJustified ? own : costs.raggedHyphen) + (ladder > 0 ? costs.hyphens : 0);
}
