import type { ColumnOf } from '../cuts/cut.browser.js';
import { restOfLine } from '../feet/snap-columns.browser.js';

/** Heights of the columns inside a page, by element and page: 分栏 within the flow's own columns. */
export type InnerColumns = Map<string, Map<number, number>>;

/** The columns of a flow; for the rest see there. */
interface Columns {
  columnOf: ColumnOf;
  offsetOf: (box: DOMRect) => { y: number };
  earlyFeet?: ReadonlyMap<number, number>;
}

const mark = 'data-columns';
/** Against rounding: a line that fits exactly must fit. The margin takes it back. */
const roundingPx = 0.4;
/**
 * Lines below an early foot that still fit: it is where a text ends, which may be a sixth of a line above the end of its
 * line, and in the other column lines may be half a line lower. The next line must not fit.
 */
const belowFoot = 3 / 4;

/**
 * Reads the heights of a flow's inner columns on each page; on one that ends early they hold no line below that. On a
 * separate page, a piece would balance its columns again and break them elsewhere.
 */
export function readInnerColumns(root: Element, { columnOf, offsetOf, earlyFeet }: Columns): InnerColumns {
  const found: InnerColumns = new Map();
  const candidates = [...root.querySelectorAll<HTMLElement>('.story-body')];
  if (candidates.length === 0) return found;
  const isVertical = getComputedStyle(root).writingMode.startsWith('vertical');
  const line = Number.parseFloat(getComputedStyle(root).lineHeight);
  const rests: [HTMLElement, number][] = [];
  for (const element of candidates) {
    // `auto` is no number.
    if (!(Number(getComputedStyle(element).columnCount) > 1)) continue;
    const key = `${found.size}`;
    element.setAttribute(mark, key);
    const heights = new Map<number, number>();
    for (const box of element.getClientRects()) {
      const [column, size] = [columnOf(box), isVertical ? box.width : box.height];
      const early = earlyFeet?.get(column);
      heights.set(
        column,
        early === undefined ? size : Math.min(size, early + belowFoot * line - offsetOf(box).y),
      );
    }
    found.set(key, heights);
    const [last, height = 0] = [...heights].at(-1) ?? [];
    const lacking = last === undefined ? 0 : leastUnderHead(element, last, columnOf) - height;
    if (lacking > 0) heights.set(last!, height + lacking);
    // Pages with notes are made one by one, each with columns of other heights.
    if (!element.style.marginBlockEnd)
      rests.push([element, restOfLine(height, line) + Math.max(0, Math.ceil(lacking / line) * line)]);
  }
  // What is below was placed without that: it moves on its page, as far as the page is whole lines high.
  for (const [element, rest] of rests) if (rest > 0) element.style.marginBlockEnd = `${rest}px`;
  return found;
}

/**
 * The least height of a page's columns, in px, that hold a row below the head of a table that goes on there: balanced, a
 * single row stands in the column beside its head.
 */
function leastUnderHead(element: Element, column: number, columnOf: ColumnOf): number {
  const table = element.querySelector<HTMLTableElement>(':scope > table:last-child');
  if (!table?.tHead || columnOf(table.getClientRects()[0]!) === column) return 0;
  const [row] = [...table.tBodies].flatMap(({ rows }) =>
    [...rows].filter((one) => columnOf(one.getBoundingClientRect()) === column),
  );
  const { borderTopWidth, borderBottomWidth } = getComputedStyle(table);
  const rules = Number.parseFloat(borderTopWidth) + Number.parseFloat(borderBottomWidth);
  return row ? table.tHead.getClientRects()[0]!.height + row.getBoundingClientRect().height + 2 * rules : 0;
}

/** Gives the pieces on a page the heights that they had in the flow; their columns then fill one after the other. */
export function fixInnerColumns(piece: DocumentFragment, page: number, columns: InnerColumns): void {
  for (const element of piece.querySelectorAll<HTMLElement>(`[${mark}]`)) {
    const height = columns.get(element.getAttribute(mark) ?? '')?.get(page);
    element.removeAttribute(mark);
    if (height === undefined) continue;
    const below = Number.parseFloat(element.style.marginBlockEnd) || 0;
    element.style.blockSize = `${height + roundingPx}px`;
    element.style.marginBlockEnd = `${below - roundingPx}px`;
    element.style.columnFill = 'auto';
  }
}
