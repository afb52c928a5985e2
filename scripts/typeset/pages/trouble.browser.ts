import { textRange } from '../cuts/text-range.browser.js';
import type { LayoutTrouble } from '../pages.js';
import { describe } from './split.browser.js';

/** Overflow up to this is rounding. */
const tolerancePx = 1;
/** The blank half of a mark that must stay at the end of a line (！？) may overflow: it has no ink. */
const blankEm = 0.5;

/** Content that does not fit on a page in the document, although the page was broken where Chromium did. */
export function troubleOf(area: HTMLElement): Omit<LayoutTrouble, 'page'> | undefined {
  const bounds = area.getBoundingClientRect();
  const style = getComputedStyle(area);
  const isVertical = style.writingMode.startsWith('vertical');
  const blankPx = tolerancePx + blankEm * Number.parseFloat(style.fontSize);
  const [tolerantX, tolerantY] = isVertical ? [tolerancePx, blankPx] : [blankPx, tolerancePx];
  const isOver = (box: DOMRect) => ({
    tooHigh: box.bottom > bounds.bottom + tolerantY || box.top < bounds.top - tolerancePx,
    tooWide: box.right > bounds.right + tolerantX || box.left < bounds.left - tolerancePx,
  });
  const fits =
    area.scrollHeight <= area.clientHeight + tolerantY &&
    area.scrollWidth <= area.clientWidth + tolerantX &&
    isClearOfNotes(area);
  if (fits) return undefined;
  const culprit = innermost(area, (element) => {
    const { tooHigh, tooWide } = isOver(boxOf(element));
    return tooHigh || tooWide;
  });
  const over = isOver(boxOf(culprit ?? area));
  const isTooLong = isVertical ? over.tooWide : over.tooHigh || !over.tooWide;
  // A table is identified by its beginning, not by the overflowing cell.
  const block = culprit?.closest('table') ?? culprit ?? area;
  return {
    block: describe(block),
    reason: isTooLong ? 'is higher than the type area' : 'is wider than the type area',
    ...placeOf(block),
  };
}

function placeOf(block: Element): Pick<LayoutTrouble, 'story' | 'line'> {
  const told = block.closest('[data-line]') ?? block.closest('.turned')?.querySelector('[data-line]');
  const [story, line] = told?.getAttribute('data-line')?.split(':') ?? [];
  return story === undefined ? {} : { story, line: Number(line) };
}

/** Box around an element, and around its text where that overflows along the line. */
function boxOf(element: Element): DOMRect {
  const own = element.getBoundingClientRect();
  textRange.selectNodeContents(element);
  const text = textRange.getBoundingClientRect();
  if (text.width === 0 || text.height === 0) return own;
  return getComputedStyle(element).writingMode.startsWith('vertical')
    ? new DOMRect(own.x, Math.min(own.y, text.y), own.width, Math.max(own.height, text.height))
    : new DOMRect(Math.min(own.x, text.x), own.y, Math.max(own.width, text.width), own.height);
}

/** The deepest element in the chain of first ones that overflow: the page's own box overflows with its content. */
function innermost(area: Element, sticksOut: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  for (let at: Element = area; ; at = found) {
    const next = [...at.children].find(sticksOut);
    if (!next) return found;
    found = next;
  }
}

function isClearOfNotes(area: Element): boolean {
  const notes = area.querySelector(':scope > .page-notes');
  const text = area.querySelector(':scope > .type-area:not(.page-notes)');
  if (!notes || !text) return true;
  const [above, below] = [text.getBoundingClientRect(), notes.getBoundingClientRect()];
  return getComputedStyle(area).writingMode.startsWith('vertical')
    ? above.left >= below.right - tolerancePx
    : above.bottom <= below.top + tolerancePx;
}
