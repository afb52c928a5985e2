import { breakKind } from '../../text/line-break.js';
import { candidateOf, holeOf, prefixSums } from './candidate.browser.js';
import { costOfBreak, costs, fitLine, goodGap, mostGap, stretchOf } from './fit-line.browser.js';
import type { Line, Measured, Measures } from './measured.browser.js';

interface State {
  cost: number;
  from: number;
  line: Line;
}

/** Rounding of the browser's layout units. */
const rounding = 0.004;
/** Widest gaps of a paragraph that is set a line longer or shorter, so that nobody sees it: 1/16 em is one, too. */
const widest = goodGap + rounding;
const mostRatio = widest / mostGap;

/**
 * 推行: the best breaks of a paragraph into a given number of lines, for pages whose feet should be level: by dynamic
 * programming over ends and numbers of lines.
 *
 * @returns undefined where its gaps would be visible, a number torn, or a character alone on the last line.
 */
export function breakInto(text: Measured, measures: Measures, count: number): Line[] | undefined {
  const length = text.widths.length;
  const sums = prefixSums(text);
  // By number of lines, then by end.
  const best: (State | undefined)[][] = Array.from({ length: count + 1 }, () => new Array(length + 1));
  for (let start = 0; start < length; start++) {
    const counts = start === 0 ? [0] : [...best.keys()].filter((lines) => lines > 0 && best[lines]![start]);
    if (counts.length === 0) continue;
    const measure = measures.measure - (start === 0 ? measures.indent : 0);
    for (let end = start + 1; end <= length; end++) {
      const kind = text.breaks[end];
      if (end < length && (kind === breakKind.never || kind === breakKind.torn)) continue;
      if (end < length && holeOf(sums, { start, end, measure }) > mostRatio * mostGap * (end - start))
        continue;
      const candidate = candidateOf(text, sums, { start, end, measure });
      if (candidate.least > measure + rounding) break;
      if (end < length && stretchOf(candidate) > mostRatio) continue;
      const fit = fitLine(text, candidate, false);
      // What a mark gives back to the others may widen them again.
      if (!fit || fit.line.gap > widest) continue;
      for (const lines of counts) {
        if (lines === count) continue;
        const cost = (best[lines]![start]?.cost ?? 0) + fit.cost + costOfBreak[kind ?? 0]!;
        const known = best[lines + 1]![end];
        if (!known || cost < known.cost) best[lines + 1]![end] = { cost, from: start, line: fit.line };
      }
    }
  }
  const last = best[count]![length];
  return last && last.cost < costs.lone ? pathOf(best, count, length) : undefined;
}

function pathOf(best: readonly (State | undefined)[][], count: number, length: number): Line[] {
  const path: Line[] = [];
  let end = length;
  for (let lines = count; lines > 0; lines--) {
    const state = best[lines]![end]!;
    path.unshift(state.line);
    end = state.from;
  }
  return path;
}
