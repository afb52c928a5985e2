import { foldLine } from '../../text/fold.js';
import { beginsInside, breaksOff, openBracket } from '../../text/press/half-sentences.js';
import { isNumberAlone } from '../../text/press/items.js';
import { mayBeByline } from '../../text/press/names.js';
import { visibleLength } from '../../text/visible.js';
import type { Gaps, Page, Run } from '../measure/page.js';
import { chainNumbers, sharedNumbers } from '../numbers/parts.js';
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
import { describe, viewPage } from './features.js';
import { isDisplay, isRow, type Part, parts } from './part.js';

const { longestDisplay, never } = chainNumbers;

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
  }: {
    runs: readonly Run[];
    gaps: Gaps;
    weights: Weights;
    decided: (line: number) => Decided;
    /** Adds what a line's place on paper says to the scores of its parts. */
    place?: (line: number, scores: Float64Array) => void;
    /** Lines that are no part of a title, whatever they look like. */
    isText?: (line: number) => boolean;
  },
): Reading {
  const count = parts.length;
  const view = viewPage(page, runs, gaps);
  const numbers = new Map(weights.features.map((name, index) => [name, index]));
  const hasStops = view.punctuation === '';
  const open = openLines(page.lines, hasStops);
  const isOpen = (line: number) => open[line] === true;
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
    const { text } = page.lines[line]!;
    if (visibleLength(text) > longestDisplay) for (const part of display) scores[part]! += never;
    else if (isText(line) || !mayDisplay(page.lines, line, isOpen))
      for (const part of heads) scores[part]! += never;
    // 十二 numbers a chapter, and belongs to no name before it.
    if (isNumberAlone(text)) for (const part of displayRows) scores[part]! += never;
    if (!mayBeByline(text)) for (const part of bylines) scores[part]! += never;
    // Nothing stands under a crosshead at the end.
    if (line === page.lines.length - 1) for (const part of crossheads) scores[part]! += never;
    lineFactors(scores, factors, line * count, decided(line));
  }
  const links = linksOf(pairFactors(weights), isOpen);
  const best = bestParts(factors, links);
  const { shares, goesOn } = marginalsOf(passMasses(factors, links));
  return {
    parts: Array.from(best, (part) => parts[part]!),
    goesOn,
    opens: Float64Array.from(best, (_, line) => opening(shares, line * count)),
    sureness: Float64Array.from(best, (part, line) => shares[line * count + part]!),
  };
}

const display = parts.flatMap((part, index) => (isDisplay(part) ? [index] : []));
const bylines = [parts.indexOf('byline'), parts.indexOf('byline row')];
const crossheads = [parts.indexOf('crosshead'), parts.indexOf('crosshead row')];
const heads = display.filter((index) => !isRow(parts[index]!));
const displayRows = display.filter((index) => isRow(parts[index]!));

/** Whether each line breaks off in mid-phrase, by its own end or inside a bracket that an earlier row opened. */
function openLines(lines: Page['lines'], hasStops: boolean): boolean[] {
  let closer = '';
  let rows = 0;
  return lines.map(({ text }) => {
    const isInside = closer !== '' && !foldLine(text).includes(closer) && ++rows < sharedNumbers.mostRows;
    if (!isInside) {
      closer = openBracket(text);
      rows = 0;
    }
    return isInside || breaksOff(text, hasStops);
  });
}

/** No half sentence is a headline or another part of display: it would be moved out of its sentence. */
function mayDisplay(lines: Page['lines'], line: number, isOpen: (line: number) => boolean): boolean {
  return !beginsInside(lines[line]!.text) && (!isOpen(line) || line + 1 < lines.length);
}

const [paragraph, opener] = [parts.indexOf('paragraph'), parts.indexOf('opening')];

/** The probability that a block of text is a story's first without a title before it. */
function opening(shares: Float64Array, at: number): number {
  const first = shares[at + opener]!;
  return first / Math.max(first + shares[at + paragraph]!, chainNumbers.least);
}
