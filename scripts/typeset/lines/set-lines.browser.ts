import { breakKind } from '../../text/line-break.js';
import { scriptOf } from '../../text/script-of.js';
import { breakLines } from './break-lines.browser.js';
import { keepShort } from './keep-short.browser.js';
import { lineMarks } from './line-marks.browser.js';
import { type MarkedNodes, markText, unmarkText } from './mark-text.browser.js';
import { autospace, type MarkStyle, measureParagraphs } from './measure-text.browser.js';
import type { Line, Measured } from './measured.browser.js';
import { collectParagraphs, type Paragraph } from './paragraphs.browser.js';
import { strayBreak } from './stray-break.browser.js';

/**
 * Where the browser does not follow, the paragraph is broken again without the break that it ignored; then with a
 * little less width in each line, in em. Paragraphs that it follows in none of these are left to it.
 */
const airs = [0, 0, 0, 0, 0.1, 0.25];

/**
 * 排行: sets the justified paragraphs of a flow line by line. The breaks are ours, the browser spreads the slack.
 * The marks are spans, which add no text.
 */
export function setLines(root: HTMLElement): void {
  const paragraphs = collectParagraphs(root);
  const texts = measureParagraphs(root, paragraphs, markStyleOf(root));
  let rest = paragraphs.map((paragraph, index) => ({ paragraph, text: texts[index]! }));
  for (const air of airs) rest = setAll(rest, air);
  keepShort(root);
}

interface Task {
  paragraph: Paragraph;
  text: Measured;
}

/** @returns the paragraphs that came out differently; they are restored. */
function setAll(tasks: readonly Task[], air: number): Task[] {
  const done: (Task & { lines: readonly Line[]; spans: MarkedNodes })[] = [];
  for (const { paragraph, text } of tasks) {
    const lines = breakLines(text, { ...paragraph, measure: paragraph.measure - air });
    if (!lines) continue;
    const spans = markText(paragraph, lineMarks(lines, { text, characters: paragraph.text, air }));
    if (spans.size > 0) paragraph.block.style.marginInlineEnd = `${-rounding}px`;
    done.push({ paragraph, text, lines, spans });
  }
  const strays = done.map(({ paragraph, lines }) => strayBreak(paragraph, lines));
  const strange = done.filter((_, index) => strays[index] !== undefined);
  for (const { paragraph, spans } of strange) {
    paragraph.block.style.marginInlineEnd = '';
    unmarkText(spans);
  }
  for (const [index, { text }] of done.entries())
    if (strays[index] !== undefined) text.breaks[strays[index]] = breakKind.never;
  return strange;
}

function markStyleOf(root: HTMLElement): MarkStyle {
  const style = getComputedStyle(root);
  const choice = (name: string) => style.getPropertyValue(name).trim();
  return {
    isKaiming: choice('--marks') === 'kaiming',
    isHanging: choice('--hanging') === 'allow',
    isCentred: scriptOf(root.closest('[lang]')?.getAttribute('lang') ?? '') === 'hant',
    latinExtra: (Number.parseFloat(choice('--han-latin')) || autospace) - autospace,
  };
}

/** Margin for the browser's rounding: 1/64 px a span. A seventh of a point is invisible. */
const rounding = 0.2;
