import { breakKind } from '../../text/line-break.js';
import { candidateOf, holeOf, prefixSums } from './candidate.browser.js';
import {
  costOfBreak,
  costs,
  fitLine,
  goodGap,
  mostGap,
  mostTight,
  rounding,
  stretchOf,
} from './fit-line.browser.js';
import type { Line, Measured, Measures } from './measured.browser.js';

interface State {
  cost: number;
  from: number;
  line: Line;
}

/** Limits of a line. */
interface Limits {
  /** Widest gap, relative to `mostGap`. */
  mostRatio: number;
  /** True if gaps may shrink too. */
  isTight: boolean;
  /** True if a number may be separated from its unit. */
  mayTear: boolean;
  /** Lines that cost less are good enough: no line has a discouraged break, or at least none is a 孤字. */
  enough: number;
}

/**
 * Tried in turn, until one works: gaps that nobody sees; then wider ones, or characters a little closer than set solid;
 * if none does, as beside a long word in a narrow column, gaps grow.
 */
const limits: readonly Limits[] = [
  { mostRatio: goodGap / mostGap, isTight: false, mayTear: false, enough: costOfBreak[breakKind.year]! },
  { mostRatio: 1, isTight: true, mayTear: false, enough: costs.lone },
  { mostRatio: Number.POSITIVE_INFINITY, isTight: true, mayTear: true, enough: costs.lone },
];

/**
 * 断行: the breaks that make the whole paragraph even, by dynamic programming over all of them (Knuth and Plass, 1981).
 * A line stretches by at most ⅛ em a gap, and shrinks as far as its marks and joints allow.
 *
 * @returns undefined where no line fits at all: the browser is left alone with it then.
 */
export function breakLines(text: Measured, measures: Measures): Line[] | undefined {
  let found: State[] | undefined;
  for (const limit of limits) {
    const states = breakWithin(text, measures, limit);
    if (states && (!found || costOf(states) < costOf(found))) found = states;
    if (found && costOf(found) < limit.enough) break;
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
      const kind = text.breaks[end];
      if (end < length && (kind === breakKind.never || (kind === breakKind.torn && !limit.mayTear))) continue;
      if (end < length && holeOf(sums, { start, end, measure }) > limit.mostRatio * mostGap * (end - start))
        continue;
      const candidate = candidateOf(text, sums, { start, end, measure });
      if (candidate.least - tight * candidate.tightens > measure + rounding) break;
      if (end < length && stretchOf(candidate) > limit.mostRatio) continue;
      const fit = fitLine(text, candidate, limit.isTight);
      if (!fit) continue;
      const cost = before + fit.cost + costOfBreak[kind ?? 0]!;
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
