import type { ColumnOf } from '../cuts/cut.browser.js';

/** Heights of the columns inside a page, by element and page: 分栏 within the flow's own columns. */
export type InnerColumns = Map<string, Map<number, number>>;

const mark = 'data-columns';
/** Against rounding: a line that fits exactly must fit. The margin takes it back. */
const roundingPx = 0.4;

/**
 * Reads the heights of a flow's inner columns on each page. On a separate page, a piece would balance its columns
 * again and break them elsewhere.
 */
export function readInnerColumns(root: Element, columnOf: ColumnOf): InnerColumns {
  const found: InnerColumns = new Map();
  const candidates = [...root.querySelectorAll<HTMLElement>('.story-body')];
  if (candidates.length === 0 || getComputedStyle(candidates[0]!).columnCount === 'auto') return found;
  const isVertical = getComputedStyle(root).writingMode.startsWith('vertical');
  for (const element of candidates) {
    if (Number(getComputedStyle(element).columnCount) < 2) continue;
    const key = `${found.size}`;
    element.setAttribute(mark, key);
    const heights = new Map<number, number>();
    for (const box of element.getClientRects())
      heights.set(columnOf(box), isVertical ? box.width : box.height);
    found.set(key, heights);
  }
  return found;
}

/** Gives the pieces on a page the heights that they had in the flow; their columns then fill one after the other. */
export function fixInnerColumns(piece: DocumentFragment, page: number, columns: InnerColumns): void {
  for (const element of piece.querySelectorAll<HTMLElement>(`[${mark}]`)) {
    const height = columns.get(element.getAttribute(mark) ?? '')?.get(page);
    element.removeAttribute(mark);
    if (height === undefined) continue;
    element.style.blockSize = `${height + roundingPx}px`;
    element.style.marginBlockEnd = `${-roundingPx}px`;
    element.style.columnFill = 'auto';
  }
}
