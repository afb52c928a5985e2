import { textRange } from '../cuts/text-range.browser.js';
import { type Breaking, type TitlePiece, titleLines } from './title-lines.browser.js';

/**
 * 标题断句: breaks titles of several lines where the sense allows (their `<wbr>`s say where, and at which cost). A title
 * with a piece that is wider than its line is left to the browser, and one with a parted name (`partNames`), whose pieces
 * follow each other from right to left.
 */
export function setTitles(root: HTMLElement): void {
  const titles = [...root.querySelectorAll<HTMLElement>('.at-sense')].flatMap((title) => {
    if (title.querySelector('.word-piece')) return [];
    const { lineHeight, textIndent, maxInlineSize, inlineSize, writingMode } = getComputedStyle(title);
    const isVertical = writingMode.startsWith('vertical');
    const { width, height } = title.getBoundingClientRect();
    if ((isVertical ? width : height) < 1.5 * Number.parseFloat(lineHeight)) return [];
    // A grid shrinks the box of a title to its text.
    const measure = Number.parseFloat(maxInlineSize.endsWith('px') ? maxInlineSize : inlineSize);
    return [{ title, isVertical, measure, indent: Number.parseFloat(textIndent) }];
  });
  for (const { title } of titles) title.classList.add('one-line');
  const pieces = titles.map(({ title, isVertical }) => piecesOf(title, isVertical));
  for (const { title } of titles) title.classList.remove('one-line');
  titles.forEach(({ title, measure, indent }, index) => {
    const lines = pieces[index]!;
    const isHeadline = title.classList.contains('headline');
    const found = lines.map((line) => fitTitle(line, { measure, indent }, isHeadline));
    const scale = Math.min(...found.map((one) => one?.scale ?? 0));
    if (scale === 0) return;
    title.classList.add('set-title');
    if (scale < 1) title.style.fontSize = `${scale * Number.parseFloat(getComputedStyle(title).fontSize)}px`;
    const starts = found.flatMap((one, at) => one!.starts.map((start) => lines[at]![start]!.mark));
    // A break for certain: on its page, a line that just does not fit in the flow would take up the next word.
    for (const mark of title.querySelectorAll('wbr'))
      if (starts.includes(mark)) mark.replaceWith(document.createElement('br'));
      else mark.remove();
  });
}

/** At this scale a headline looks as large as before: 字号 are 14 % apart. */
const leastScale = 0.93;
/** Least gain of a smaller size, in the unit of `titleLines`: the end of a clause instead of a place between words. */
const leastGain = 0.25;

/** The lines of a title; where a headline's would then end with its clauses, in a slightly smaller size. */
function fitTitle(
  line: readonly Marked[],
  { measure, indent }: { measure: number; indent: number },
  mayShrink: boolean,
): (Breaking & { scale: number }) | undefined {
  const pieces = line.map(({ piece }) => piece);
  const found = titleLines(pieces, { measure, indent });
  const smaller = mayShrink ? titleLines(pieces, { measure: measure / leastScale, indent }) : undefined;
  if (!smaller || (found && found.cost - smaller.cost < leastGain)) return found && { ...found, scale: 1 };
  const bounds = [0, ...smaller.starts, pieces.length];
  const widest = Math.max(
    ...bounds.slice(1).map((to, at) => pieces[to - 1]!.end - pieces[bounds[at]!]!.start),
  );
  return { ...smaller, scale: Math.min(1, measure / widest) };
}

interface Marked {
  piece: TitlePiece;
  /** The possible break before it. */
  mark?: Element | undefined;
}

/** The pieces of a title that is set on one line; more than one list where it has line breaks of its own. */
function piecesOf(title: HTMLElement, isVertical: boolean): Marked[][] {
  const lines: Marked[][] = [[]];
  let mark: Element | undefined;
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) lines.push([]);
    if (node instanceof Element && node.tagName === 'WBR') mark = node;
    const box = node instanceof Text ? boxOf(node) : undefined;
    if (!box) continue;
    const [start, end] = isVertical ? [box.top, box.bottom] : [box.left, box.right];
    const line = lines.at(-1)!;
    const last = line.at(-1)?.piece;
    if (last && !mark) {
      last.start = Math.min(last.start, start);
      last.end = Math.max(last.end, end);
    } else {
      const cost = mark && Number(mark.getAttribute('data-cost')) / 100;
      line.push({ piece: { start, end, ...(last && cost !== undefined && { cost }) }, mark });
    }
    mark = undefined;
  }
  return lines.filter((line) => line.length > 0);
}

/** Place of a text without the blanks at its ends; of its ruby, where it has a reading. */
function boxOf(text: Text): DOMRect | undefined {
  const shown = text.data.trim();
  if (shown === '') return undefined;
  const ruby = text.parentElement?.closest('ruby');
  if (ruby) return ruby.getBoundingClientRect();
  const start = text.data.indexOf(shown);
  textRange.setStart(text, start);
  textRange.setEnd(text, start + shown.length);
  return textRange.getBoundingClientRect();
}
