import { breakInto } from '../lines/break-into.browser.js';
import type { Line } from '../lines/measured.browser.js';
import { type SetParagraph, setAgain } from '../lines/set-lines.browser.js';
import { newGaps } from './new-lines.browser.js';
import { textBoxes } from './text-boxes.browser.js';

/** Paragraphs of a page that are tried. */
const mostTried = 40;
/**
 * Layouts tried for a galley, each of which takes as long as its layout from the changed paragraph on. That grows faster
 * than its length: a trial of 1,200 paragraphs in 76 pages takes 3 s. All trials together may take as long as those of a
 * galley of `usualLength`, but a page or two of any can be mended.
 */
const mostTrials = 32;
const leastTrials = 2;
const usualLength = 300;

const trialsFor = (length: number) =>
  Math.max(leastTrials, Math.floor(mostTrials * Math.min(1, (usualLength / length) ** 2)));

/** A flow whose columns become pages, as far as it matters here; lengths in px. */
interface Flow {
  content: HTMLElement;
  /** Height of the type area. */
  fullSize: number;
  columnOf: (box: DOMRect) => number;
  endOf: (box: DOMRect) => number;
}

/**
 * 齐脚 of columns: a page on which no column of a story that continues reaches the last line, since each would leave a
 * line alone at the head of the next, gets a paragraph in a line more or less. The flow must be in columns. What the
 * browser makes of it is measured, and taken back where it does not help.
 */
export function evenColumns(flow: Flow, set: readonly SetParagraph[]): void {
  const bodies = [...flow.content.querySelectorAll<HTMLElement>('.story-body')];
  const first = bodies.find((body) => Number(getComputedStyle(body).columnCount) > 1);
  if (!first) return;
  const line = Number.parseFloat(getComputedStyle(first).lineHeight);
  let left = trialsFor(set.length);
  for (const body of bodies) {
    const own = set.filter(({ paragraph }) => body.contains(paragraph.block));
    for (let page = firstShort({ flow, body, line }, 0); page !== undefined; ) {
      const one = { flow, body, line };
      const isShortStill = () => isShort(one, page!);
      for (const attempt of attemptsOf(one, own, page)) {
        if (left-- === 0) return;
        if (attempt(isShortStill)) break;
      }
      page = firstShort(one, page + 1);
    }
  }
}

interface Body {
  flow: Flow;
  body: HTMLElement;
  line: number;
}

/** The pages of a body with the lowest place of its text on each, in px from their head. */
function feetOf({ flow, body }: Body): Map<number, number> {
  const feet = new Map<number, number>();
  for (const block of body.children)
    for (const box of textBoxes(block)) {
      const page = flow.columnOf(box);
      feet.set(page, Math.max(feet.get(page) ?? 0, flow.endOf(box)));
    }
  return feet;
}

/** The first page from `from` on that a body leaves short and goes on after. */
function firstShort(one: Body, from: number): number | undefined {
  const feet = feetOf(one);
  const last = Math.max(...feet.keys());
  return [...feet.keys()]
    .sort((a, b) => a - b)
    .find((page) => page >= from && page < last && one.flow.fullSize - feet.get(page)! > one.line / 2);
}

function isShort(one: Body, page: number): boolean {
  const foot = feetOf(one).get(page);
  return foot === undefined || one.flow.fullSize - foot > one.line / 2;
}

/** A change of a page; it is taken back, and false is returned, if the page is short still. */
type Attempt = (isShortStill: () => boolean) => boolean;

/** Paragraphs in other lines without new gaps; then 疏排, a line more above a crosshead; then with gaps. */
function* attemptsOf(
  { flow, body, line }: Body,
  set: readonly SetParagraph[],
  page: number,
): Generator<Attempt> {
  const loose: Trial[] = [];
  for (const trial of trialsOf(set, flow, page))
    if (trial.gaps > 0) loose.push(trial);
    else yield (isShortStill) => tryLines(trial, isShortStill);
  for (const crosshead of body.querySelectorAll<HTMLElement>(':scope > .crosshead'))
    if (flow.columnOf(crosshead.getBoundingClientRect()) === page)
      yield (isShortStill) => {
        crosshead.style.setProperty('--opened', `${line}px`);
        if (!isShortStill()) return true;
        crosshead.style.removeProperty('--opened');
        return false;
      };
  loose.sort((one, other) => one.gaps - other.gaps);
  for (const trial of loose) yield (isShortStill) => tryLines(trial, isShortStill);
}

/** A paragraph in other lines. */
interface Trial {
  set: SetParagraph;
  lines: readonly Line[];
  /** Its new gaps. */
  gaps: number;
}

/** The paragraphs on a page in a line more or less, the longest first: in these another line shows least. */
function* trialsOf(set: readonly SetParagraph[], { columnOf }: Flow, page: number): Generator<Trial> {
  const own = set
    .filter(({ paragraph }) => [...paragraph.block.getClientRects()].some((box) => columnOf(box) === page))
    .sort((one, other) => other.lines.length - one.lines.length);
  for (const one of own.slice(0, mostTried))
    for (const count of [one.lines.length + 1, one.lines.length - 1]) {
      const { paragraph, text, air } = one;
      const measures = { ...paragraph, measure: paragraph.measure - air };
      const lines = count < 2 ? undefined : breakInto(text, measures, count);
      if (lines) yield { set: one, lines, gaps: newGaps(one, lines) };
    }
}

/** @returns true if the page is not short any more. */
function tryLines({ set, lines }: Trial, isShortStill: () => boolean): boolean {
  const { lines: former } = set;
  if (setAgain(new Map([[set, lines]])).length > 0) return false;
  if (!isShortStill()) return true;
  setAgain(new Map([[set, former]]));
  return false;
}
