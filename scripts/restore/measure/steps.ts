import { joinFit, lastFit, worst } from './fit.js';
import { headingIndent, indentWeight } from './indents.js';
import { type Page, runChange } from './page.js';
import type { Setting } from './settings.js';

/**
 * Steps: the weights of consecutive lines under some settings, computed once and used forward and backward. Linear,
 * not logarithms; the weight of line `at` under setting `c` is at `at * count + c`.
 */
export interface Steps {
  /** Number of lines, and of settings. */
  length: number;
  count: number;
  asFirst: Float64Array;
  asInner: Float64Array;
  asHeading: Float64Array;
  /** The line, as a first or later one, ends its paragraph; continues; fits. */
  endFirst: Float64Array;
  endInner: Float64Array;
  joinFirst: Float64Array;
  joinInner: Float64Array;
  fitFirst: Float64Array;
  fitInner: Float64Array;
  /** The paragraph continues in this setting after another one. */
  changeInner: Float64Array;
}

export function newSteps(
  page: Page,
  { candidates, from, to }: { candidates: readonly Setting[]; from: number; to: number },
  weights: () => Float64Array,
): Steps {
  const steps: Steps = {
    length: to - from,
    count: candidates.length,
    asFirst: weights(),
    asInner: weights(),
    asHeading: weights(),
    endFirst: weights(),
    endInner: weights(),
    joinFirst: weights(),
    joinInner: weights(),
    fitFirst: weights(),
    fitInner: weights(),
    changeInner: weights(),
  };
  const twins = twinsOf(candidates);
  const priors = candidates.map(({ prior }) => Math.exp(prior - runChange.inner));
  for (let index = from; index < to; index++) {
    weighLine(page, { steps, candidates, twins, index, at: (index - from) * candidates.length });
    if (index + 1 < to) weighGoingOn(page, { steps, candidates, twins, index, priors, from });
  }
  return steps;
}

/** For each setting the first that differs from it in its indent only: later lines fit in both alike. */
function twinsOf(candidates: readonly Setting[]): number[] {
  const known = new Map<string, number>();
  return candidates.map(({ widths, measure, hangs, prohibits, isRagged }, index) => {
    const key = `${widths} ${measure} ${hangs} ${prohibits} ${isRagged}`;
    const first = known.get(key) ?? index;
    known.set(key, first);
    return first;
  });
}

const both = [false, true] as const;

interface LineOf {
  steps: Steps;
  candidates: readonly Setting[];
  twins: readonly number[];
  index: number;
}

function weighLine(
  { shape, evidence, lines }: Page,
  { steps, candidates, twins, index, at }: LineOf & { at: number },
): void {
  const line = lines[index]!;
  const gap = evidence.gap[index]!;
  const end = Math.exp(evidence.end[index]!);
  const first = both.map((shown) => Math.exp(gap + evidence.start[index]! + indentWeight(line, shown, true)));
  const inner = both.map((shown) => Math.exp(indentWeight(line, shown, false)));
  const heading = both.map((shown) => Math.exp(gap + evidence.heading[index]! + headingIndent(line, shown)));
  for (let c = 0; c < candidates.length; c++) {
    const setting = candidates[c]!;
    const shown = setting.indentShown ? 1 : 0;
    const fitFirst = exponential(lastFit(shape, setting, index, evidence.flush[index] ? 0 : setting.indent));
    const twin = twins[c]!;
    const fitInner = twin < c ? steps.fitInner[at + twin]! : exponential(lastFit(shape, setting, index, 0));
    steps.asFirst[at + c] = first[shown]!;
    steps.asInner[at + c] = inner[shown]!;
    steps.asHeading[at + c] = heading[shown]!;
    steps.fitFirst[at + c] = fitFirst;
    steps.fitInner[at + c] = fitInner;
    steps.endFirst[at + c] = fitFirst * end;
    steps.endInner[at + c] = fitInner * end;
  }
}

function weighGoingOn(
  { shape, evidence }: Page,
  { steps, candidates, twins, index, priors, from }: LineOf & { priors: readonly number[]; from: number },
): void {
  const stay = Math.exp(evidence.stay[index]!);
  const at = (index - from) * candidates.length;
  for (let c = 0; c < candidates.length; c++) {
    const setting = candidates[c]!;
    steps.joinFirst[at + c] =
      stay * exponential(joinFit(shape, setting, index, evidence.flush[index] ? 0 : setting.indent));
    const twin = twins[c]!;
    steps.joinInner[at + c] =
      twin < c ? steps.joinInner[at + twin]! : stay * exponential(joinFit(shape, setting, index, -1));
    steps.changeInner[at + c] = stay * priors[c]!;
  }
}

/** exp with shortcuts: nearly all fits are certain or hopeless. */
function exponential(weight: number): number {
  if (weight === 0) return 1;
  return weight === worst ? hopeless : Math.exp(weight);
}

const hopeless = Math.exp(worst);
