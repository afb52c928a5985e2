import { joinFit, lastFit, type Ruler, rulerOf, worst } from './fit.js';
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
  /** The line, as a first or later one, fits as its paragraph's last; goes on in the next. */
  fitFirst: Float64Array;
  fitInner: Float64Array;
  joinFirst: Float64Array;
  joinInner: Float64Array;
  /** Of each line: its characters end a paragraph, or go on. */
  end: Float64Array;
  stay: Float64Array;
  /** Of each line, at `line * 2 + isShown[c]`: it looks like a first or later line, or a heading. */
  asFirst: Float64Array;
  asInner: Float64Array;
  asHeading: Float64Array;
  /** Of each setting: 1 where indents are still in the source; the paragraph continues in it after another one. */
  isShown: Uint8Array;
  change: Float64Array;
}

export function newSteps(
  page: Page,
  { candidates, from, to }: { candidates: readonly Setting[]; from: number; to: number },
  weights: () => Float64Array,
): Steps {
  const length = to - from;
  const steps: Steps = {
    length,
    count: candidates.length,
    fitFirst: weights(),
    fitInner: weights(),
    joinFirst: weights(),
    joinInner: weights(),
    end: page.evidence.end.slice(from, to).map(Math.exp),
    stay: page.evidence.stay.slice(from, to).map(Math.exp),
    asFirst: new Float64Array(length * 2),
    asInner: new Float64Array(length * 2),
    asHeading: new Float64Array(length * 2),
    isShown: Uint8Array.from(candidates, ({ indentShown }) => (indentShown ? 1 : 0)),
    change: Float64Array.from(candidates, ({ prior }) => Math.exp(prior - runChange.inner)),
  };
  for (let index = from; index < to; index++) weighLooks(page, steps, { index, at: (index - from) * 2 });
  twinsOf(candidates).forEach((twin, c) => {
    weighFits(page, steps, { ruler: rulerOf(page.shape, candidates[c]!), twin, c, from });
  });
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

/** How a line looks, with lost and with visible indents. */
function weighLooks(
  { evidence, lines }: Page,
  { asFirst, asInner, asHeading }: Steps,
  { index, at }: { index: number; at: number },
): void {
  const line = lines[index]!;
  const gap = evidence.gap[index]!;
  for (let shown = 0; shown < 2; shown++) {
    asFirst[at + shown] = Math.exp(gap + evidence.start[index]! + indentWeight(line, shown === 1, true));
    asInner[at + shown] = Math.exp(indentWeight(line, shown === 1, false));
    asHeading[at + shown] = Math.exp(gap + evidence.heading[index]! + headingIndent(line, shown === 1));
  }
}

/** How well all lines fit in one setting, as their paragraph's last or going on. */
function weighFits(
  { evidence }: Page,
  { count, length, fitFirst, fitInner, joinFirst, joinInner, stay }: Steps,
  { ruler, twin, c, from }: { ruler: Ruler; twin: number; c: number; from: number },
): void {
  for (let line = 0, at = c; line < length; line++, at += count) {
    const index = from + line;
    const goesOn = stay[line]!;
    const indent = evidence.flush[index] ? 0 : ruler.indent;
    fitFirst[at] = exponential(lastFit(ruler, index, indent));
    joinFirst[at] = goesOn * exponential(joinFit(ruler, index, indent));
    const same = at - c + twin;
    fitInner[at] = twin < c ? fitInner[same]! : exponential(lastFit(ruler, index, 0));
    joinInner[at] = twin < c ? joinInner[same]! : goesOn * exponential(joinFit(ruler, index, -1));
  }
}

/** exp with shortcuts: nearly all fits are certain or hopeless. */
function exponential(weight: number): number {
  if (weight === 0) return 1;
  return weight === worst ? hopeless : Math.exp(weight);
}

const hopeless = Math.exp(worst);
