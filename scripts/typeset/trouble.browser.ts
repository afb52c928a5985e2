import type { LayoutTrouble } from './pages.js';
import { describe } from './split.browser.js';

/** Half a pixel is rounding. */
const tolerancePx = 1;

/** What does not fit on a page that stands in the document, although it was broken where Chromium said. */
export function troubleOf(area: HTMLElement): Omit<LayoutTrouble, 'page'> | undefined {
  const bounds = area.getBoundingClientRect();
  const isOver = (box: DOMRect) => ({
    tooHigh: box.bottom > bounds.bottom + tolerancePx || box.top < bounds.top - tolerancePx,
    tooWide: box.right > bounds.right + tolerancePx || box.left < bounds.left - tolerancePx,
  });
  const fits =
    area.scrollHeight <= area.clientHeight + tolerancePx &&
    area.scrollWidth <= area.clientWidth + tolerancePx &&
    isClearOfNotes(area);
  if (fits) return undefined;
  const culprit = innermost(area, (element) => {
    const { tooHigh, tooWide } = isOver(element.getBoundingClientRect());
    return tooHigh || tooWide;
  });
  const over = isOver((culprit ?? area).getBoundingClientRect());
  const isVertical = getComputedStyle(area).writingMode.startsWith('vertical');
  const isTooLong = isVertical ? over.tooWide : over.tooHigh || !over.tooWide;
  return {
    block: describe(culprit ?? area),
    reason: isTooLong ? 'is higher than the type area' : 'is wider than the type area',
  };
}

/** The deepest element in the chain of first ones that stick out: the page's own box sticks out with its content. */
function innermost(area: Element, sticksOut: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  for (let at: Element = area; ; at = found) {
    const next = [...at.children].find(
      (child) => sticksOut(child) || [...child.querySelectorAll('*')].some(sticksOut),
    );
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
