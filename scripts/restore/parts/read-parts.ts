import type { Gaps, Page, Run } from '../measure/page.js';
import { chainNumbers } from '../numbers/parts.js';
import { boundsOf, openLines } from './bounds.js';
import {
  bestParts,
  type Decided,
  lineFactors,
  linksOf,
  marginalsOf,
  pairFactors,
  passMasses,
  type Weights,
} from './chain.js';
import { featureNames } from './feature.js';
import { describe, viewPage } from './features.js';
import { isDisplay, type Part, parts } from './part.js';

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
    isText = () => false,
    isLarge = () => false,
    isNamed = () => false,
    isLastOfSize = () => false,
  }: {
    runs: readonly Run[];
    gaps: Gaps;
    weights: Weights;
    decided: (line: number) => Decided;
    /** Adds what a line's place on paper says to the scores of its parts. */
    place?: (line: number, scores: Float64Array) => void;
    /** Lines that are no part of a title, whatever they look like. */
    isText?: (line: number) => boolean;
    /** Lines in headline type, judged by their place on paper. */
    isLarge?: (line: number) => boolean;
    /** Lines that stand where names do, below a headline. */
    isNamed?: (line: number) => boolean;
    /** Lines followed by a line in another type: no block continues there. */
    isLastOfSize?: (line: number) => boolean;
  },
): Reading {
  const count = parts.length;
  const view = viewPage(page, runs, gaps);
  const places = new Map(weights.features.map((name, index) => [name, index]));
  // Where the weights of each feature begin; −1 for a feature that has none.
  const rows = Int32Array.from(featureNames, (name) => (places.get(name) ?? -1) * count);
  const { values } = weights;
  const open = openLines(view);
  const isOpen = (line: number) => open[line] === true && !isLastOfSize(line);
  const bound = boundsOf(view, isOpen, { isText, isLarge, isNamed });
  const factors = new Float64Array(page.lines.length * count);
  const scores = new Float64Array(count);
  const add = (feature: number, amount = 1) => {
    const row = rows[feature]!;
    if (row < 0) return;
    for (let part = 0; part < count; part++) scores[part]! += amount * values[row + part]!;
  };
  for (let line = 0; line < page.lines.length; line++) {
    scores.fill(0);
    describe(view, line, add);
    place?.(line, scores);
    bound(line, scores);
    lineFactors(scores, factors, line * count, decided(line));
  }
  const links = linksOf(pairFactors(weights), isOpen);
  const best = bestParts(factors, links);
  const { shares, goesOn } = marginalsOf(passMasses(factors, links));
  const reading: Reading = {
    parts: [],
    goesOn,
    opens: new Float64Array(best.length),
    sureness: new Float64Array(best.length),
  };
  for (let line = 0; line < best.length; line++) {
    const part = parts[best[line]!]!;
    reading.parts.push(part);
    // A crosshead opens no story: the shares of text among its own say nothing of that.
    reading.opens[line] = isDisplay(part) ? 0 : opening(shares, line * count);
    reading.sureness[line] = shares[line * count + best[line]!]!;
  }
  return reading;
}

const [paragraph, opener] = [parts.indexOf('paragraph'), parts.indexOf('opening')];

/** The probability that a block of text is a story's first without a title before it. */
function opening(shares: Float64Array, at: number): number {
  const first = shares[at + opener]!;
  return first / Math.max(first + shares[at + paragraph]!, chainNumbers.least);
}
