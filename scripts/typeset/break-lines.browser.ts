import { breakKind } from '../text/line-break.js';
import { costs, fitLine, mostGap, mostTight, rounding } from './fit-line.browser.js';
import type { Line, Measured, Measures } from './measured.browser.js';

interface State {
  cost: number;
  from: number;
  line: Line;
}

/** How far lines may go. */
interface Limits {
  /** Of a gap to `mostGap`. */
  mostRatio: number;
  /** Whether gaps may give, too. */
  isTight: boolean;
}

/** In turn, until one serves. Where none does, as beside a long word in a narrow column, gaps grow. */
const limits: readonly Limits[] = [
  { mostRatio: 1, isTight: false },
  { mostRatio: 1, isTight: true },
  { mostRatio: Number.POSITIVE_INFINITY, isTight: true },
];

/**
 * 断行: the breaks that make the whole paragraph even, by dynamic programming over all of them (Knuth and Plass, 1981).
 * A line stretches by at most ⅛ em a gap, and shrinks by what its joints and marks can give.
 *
 * @returns undefined where no line fits at all: the browser is left alone with it then.
 */
export function breakLines(text: Measured, measures: Measures): Line[] | undefined {
  let found: State[] | undefined;
  for (const limit of limits) {
    const states = breakWithin(text, measures, limit);
    if (states && (!found || costOf(states) < costOf(found))) found = states;
    if (found && costOf(found) < costs.lone) break;
  }
  return found?.map(({ line }) => line);
}

const costOf = (states: readonly State[]) => states.at(-1)?.cost ?? 0;

function breakWithin(text: Measured, measures: Measures, limit: Limits): State[] | undefined {
  const length = text.widths.length;
  const sums = prefixSums(text);
  const tight = limit.isTight ? mostTight : 0;
  const best: (State | undefined)[] = new Array(length + 1);
  for (let start = 0; start < length; start++) {
    if (start > 0 && !best[start]) continue;
    const before = best[start]?.cost ?? 0;
    const measure = measures.measure - (start === 0 ? measures.indent : 0);
    for (let end = start + 1; end <= length; end++) {
      const isLast = end === length;
      if (!isLast && text.breaks[end] === breakKind.never) continue;
      const width = widthOf(text, sums, { start, end });
      const gaps = sums.gaps[end]! - sums.gaps[start + 1]!;
      const tightens = sums.tightens[end]! - sums.tightens[start + 1]!;
      const extra = sums.extras[end]! - sums.extras[start + 1]!;
      const least = width - extra - (sums.spare[end]! - sums.spare[start]!) - tight * tightens;
      if (least > measure + rounding) break;
      const ratio = (measure - width) / Math.max(1, gaps) / mostGap;
      if (!isLast && ratio > limit.mostRatio) continue;
      const fit = fitLine(text, { start, end, width, measure, gaps, tightens, extra }, limit.isTight);
      if (!fit) continue;
      const penalty = text.breaks[end] === breakKind.discouraged ? costs.discouraged : 0;
      const cost = before + fit.cost + penalty;
      const known = best[end];
      if (!known || cost < known.cost) best[end] = { cost, from: start, line: fit.line };
    }
  }
  return pathOf(best);
}

function pathOf(best: readonly (State | undefined)[]): State[] | undefined {
  const states: State[] = [];
  for (let at = best.length - 1; at > 0; at = best[at]!.from) {
    if (!best[at]) return undefined;
    states.unshift(best[at]!);
  }
  return states;
}

interface Prefix {
  width: Float64Array;
  spare: Float64Array;
  extras: Float64Array;
  gaps: Int32Array;
  tightens: Int32Array;
}

function prefixSums(text: Measured): Prefix {
  const length = text.widths.length;
  const sums: Prefix = {
    width: new Float64Array(length + 1),
    spare: new Float64Array(length + 1),
    extras: new Float64Array(length + 1),
    gaps: new Int32Array(length + 1),
    tightens: new Int32Array(length + 1),
  };
  for (let at = 0; at < length; at++) {
    sums.width[at + 1] = sums.width[at]! + text.widths[at]! + text.joints[at]!;
    sums.spare[at + 1] = sums.spare[at]! + text.spare[at]!;
    sums.extras[at + 1] = sums.extras[at]! + text.extras[at]!;
    sums.gaps[at + 1] = sums.gaps[at]! + text.gaps[at]!;
    sums.tightens[at + 1] = sums.tightens[at]! + text.tightens[at]!;
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
