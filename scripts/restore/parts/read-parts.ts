import { visibleLength } from '../../text/visible.js';
import type { Gaps, Page, Run } from '../measure/page.js';
import {
  bestParts,
  type Decided,
  lineFactors,
  marginalsOf,
  pairFactors,
  passMasses,
  type Weights,
} from './chain.js';
import { describe, viewPage } from './features.js';
import { isText, type Part, parts } from './part.js';

/** The parts of a page's lines. */
export interface Reading {
  parts: Part[];
  /** The probability that the line continues the one before; of the part that it was given. */
  goesOn: Float64Array;
  /** … that a story begins with it … */
  opens: Float64Array;
  sureness: Float64Array;
}

/** 读版: the parts of a page's lines, the likeliest together, by the fitted weights. */
export function readParts(
  page: Page,
  {
    runs,
    gaps,
    weights,
    decided,
    place,
  }: {
    runs: readonly Run[];
    gaps: Gaps;
    weights: Weights;
    decided: (line: number) => Decided;
    /** Adds what a line's place on paper says to the scores of its parts. */
    place?: (line: number, scores: Float64Array) => void;
  },
): Reading {
  const count = parts.length;
  const view = viewPage(page, runs, gaps);
  const numbers = new Map(weights.features.map((name, index) => [name, index]));
  const factors = new Float64Array(page.lines.length * count);
  const scores = new Float64Array(count);
  for (let line = 0; line < page.lines.length; line++) {
    scores.fill(0);
    describe(view, line, (name, amount = 1) => {
      const feature = numbers.get(name);
      if (feature === undefined) return;
      for (let part = 0; part < count; part++)
        scores[part]! += amount * weights.values[feature * count + part]!;
    });
    place?.(line, scores);
    if (visibleLength(page.lines[line]!.text) > longestDisplay)
      for (const part of display) scores[part] = none;
    lineFactors(scores, factors, line * count, decided(line));
  }
  const pairs = pairFactors(weights);
  const best = bestParts(factors, pairs);
  const { shares, goesOn } = marginalsOf(passMasses(factors, pairs));
  return {
    parts: Array.from(best, (part) => parts[part]!),
    goesOn,
    opens: Float64Array.from(best, (_, line) => opening(shares, line * count)),
    sureness: Float64Array.from(best, (part, line) => shares[line * count + part]!),
  };
}

/** A line of more characters is text: no page has space for such a headline. */
const longestDisplay = 90;
const none = -1000;
const display = parts.flatMap((part, index) => (isText(part) ? [] : [index]));

const [paragraph, opener] = [parts.indexOf('paragraph'), parts.indexOf('opening')];

/** The probability that a block of text is a story's first without a title before it. */
function opening(shares: Float64Array, at: number): number {
  const first = shares[at + opener]!;
  return first / Math.max(first + shares[at + paragraph]!, 1e-12);
}
