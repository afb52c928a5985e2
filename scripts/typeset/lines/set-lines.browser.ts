import { hasHan } from '../../text/characters.js';
import { breakKind } from '../../text/line-break.js';
import { scriptOf } from '../../text/script-of.js';
import { breakLines } from './break-lines.browser.js';
import type { MarkStyle } from './fill-mark.browser.js';
import { keepShort } from './keep-short.browser.js';
import { lineMarks } from './line-marks.browser.js';
import { type MarkedNodes, markText, unmarkText } from './mark-text.browser.js';
import { autospace, measureParagraphs } from './measure-text.browser.js';
import type { Line, Measured } from './measured.browser.js';
import { collectParagraphs, type Paragraph } from './paragraphs.browser.js';
import { strayBreak } from './stray-break.browser.js';

/**
 * Where the browser does not follow, a paragraph of several runs is told where its lines end; then it is broken again
 * without the break that was ignored; then with a little less width in each line, in em. Paragraphs that it follows in
 * none of these are left to it.
 */
const airs = [0, 0, 0, 0, 0.1, 0.25];

/** A paragraph that is set line by line. */
export interface SetParagraph extends Task {
  lines: readonly Line[];
  spans: MarkedNodes;
  /** Amount by which each line is shortened, in em. */
  air: number;
}

/**
 * 排行: sets the justified paragraphs of a flow line by line. The breaks are ours, the browser spreads the slack.
 * The marks are spans, which add no text.
 */
export function setLines(root: HTMLElement): SetParagraph[] {
  setRagged(root);
  const paragraphs = collectParagraphs(root);
  const texts = measureParagraphs(root, paragraphs, markStyleOf(root));
  let rest = paragraphs.map((paragraph, index) => ({ paragraph, text: texts[index]! }));
  const set: SetParagraph[] = [];
  for (const air of airs) {
    const { done, strange } = setAll(rest, air);
    set.push(...done);
    rest = strange;
  }
  keepShort(root);
  return set;
}

/** Paragraphs in another language among Chinese ones, in its letters alone: a line of two long words would gape. */
function setRagged(root: HTMLElement): void {
  for (const block of root.querySelectorAll<HTMLElement>('p:lang(zh), li:lang(zh)'))
    if (latin.test(block.textContent!) && !hasHan(block.textContent!)) block.style.textAlign = 'start';
}

const latin = /\p{Script=Latin}/u;

/**
 * Sets paragraphs again in other lines.
 *
 * @returns those that the browser does not follow; they are as they were.
 */
export function setAgain(changes: ReadonlyMap<SetParagraph, readonly Line[]>): SetParagraph[] {
  const former = new Map([...changes.keys()].map((set) => [set, set.lines]));
  const reset = (set: SetParagraph, lines: readonly Line[]) => {
    unset(set);
    mark(set, lines);
    // As `keepShort` does.
    const { style } = set.paragraph.block;
    const { widows, orphans } = getComputedStyle(set.paragraph.block);
    style.breakInside = lines.length < Number(widows) + Number(orphans) ? 'avoid' : '';
  };
  for (const [set, lines] of changes) reset(set, lines);
  const strange = [...changes].filter(([set, lines]) => strayBreak(set.paragraph, lines) !== undefined);
  for (const [set] of strange) reset(set, former.get(set)!);
  return strange.map(([set]) => set);
}

interface Task {
  paragraph: Paragraph;
  text: Measured;
}

/** Sets paragraphs; those that come out differently are restored and given back as `strange`. */
function setAll(tasks: readonly Task[], air: number): { done: SetParagraph[]; strange: Task[] } {
  const done: SetParagraph[] = [];
  for (const { paragraph, text } of tasks) {
    const lines = breakLines(text, { ...paragraph, measure: paragraph.measure - air });
    if (!lines) continue;
    const set: SetParagraph = { paragraph, text, lines, air, spans: { texts: new Map(), breaks: [] } };
    mark(set, lines);
    done.push(set);
  }
  const strays = done.map(({ paragraph, lines }) => strayBreak(paragraph, lines));
  const strange = done.filter((_, index) => strays[index] !== undefined);
  for (const set of strange) unset(set);
  for (const [index, { paragraph, text }] of done.entries())
    if (strays[index] === undefined) continue;
    else if (mayLead(paragraph)) paragraph.isLed = true;
    else text.breaks[strays[index]] = breakKind.never;
  return { done: done.filter((_, index) => strays[index] === undefined), strange };
}

/**
 * A span that keeps characters in a line does so in one run: a browser may part two of them. Marks in vertical lines are
 * not as wide as they are measured: a browser that is led would make bad lines of them.
 */
const mayLead = ({ block, isLed, runs }: Paragraph) =>
  !isLed && runs.length > 1 && getComputedStyle(block).writingMode.startsWith('horizontal');

function mark(set: SetParagraph, lines: readonly Line[]): void {
  const { paragraph, text, air } = set;
  const { block, isLed } = paragraph;
  set.lines = lines;
  const setting = {
    text,
    characters: paragraph.text,
    air,
    ...(isLed && { hasReading: readingsIn(paragraph) }),
  };
  set.spans = markText(paragraph, lineMarks(lines, setting));
  if (lines.length > 1 || set.spans.texts.size > 0) block.style.marginInlineEnd = `${-rounding}px`;
  if (isLed) block.classList.add('led-lines');
}

/** Tells whether there is a reading at a place of a paragraph. */
function readingsIn({ runs, text }: Paragraph): (at: number) => boolean {
  const found = new Uint8Array(text.length);
  for (const { ruby, start, node } of runs) if (ruby) found.fill(1, start, start + node.length);
  return (at) => found[at] === 1;
}

function unset({ paragraph: { block }, spans }: SetParagraph): void {
  block.style.marginInlineEnd = '';
  block.classList.remove('led-lines');
  unmarkText(spans);
}

function markStyleOf(root: HTMLElement): MarkStyle {
  const style = getComputedStyle(root);
  const choice = (name: string) => style.getPropertyValue(name).trim();
  return {
    isKaiming: choice('--marks') === 'kaiming',
    isHanging: choice('--hanging') === 'allow',
    isCentred: scriptOf(root.closest('[lang]')?.getAttribute('lang') ?? '') === 'hant',
    latinExtra: (Number.parseFloat(choice('--han-latin')) || autospace) - autospace,
    pitch: Number.parseFloat(choice('--pitch')) || 1,
  };
}

/** Margin for the browser's rounding: 1/64 px a span. A seventh of a point is invisible. */
const rounding = 0.2;
