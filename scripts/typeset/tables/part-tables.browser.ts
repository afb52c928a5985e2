import { carryOut } from '../pages/carry-out.browser.js';
import { type ColumnOf, lastPage, planCuts } from '../pages/cut.browser.js';

/**
 * 分栏: a table that runs over the columns of one page is parted where they end, as it is at the end of a page. The
 * browser would repeat its head by itself there, as text that is read twice.
 */
export function partTables(page: Element): void {
  for (const table of page.querySelectorAll('table')) {
    const columns = columnsOf(table);
    if (columns.length > 1) partTable(table, columns);
  }
}

/** Where the columns that a table stands in begin, from the first to the last. */
function columnsOf(table: Element): number[] {
  const isVertical = getComputedStyle(table).writingMode.startsWith('vertical');
  const starts = [...table.getClientRects()].map(({ left, top }) => Math.round(isVertical ? top : left));
  return [...new Set(starts)].sort((a, b) => a - b);
}

function partTable(table: HTMLTableElement, columns: readonly number[]): void {
  const isVertical = getComputedStyle(table).writingMode.startsWith('vertical');
  const columnOf: ColumnOf = ({ left, top }) => {
    const at = isVertical ? top : left;
    return Math.max(
      0,
      columns.findLastIndex((start) => start <= at + 1),
    );
  };
  const holder = document.createElement('div');
  table.replaceWith(holder);
  holder.append(table);
  const cuts = planCuts(holder, columnOf);
  const count = Math.max(...cuts.map(lastPage)) + 1;
  const pieces = Array.from({ length: count }, () => document.createDocumentFragment());
  carryOut(cuts, { pageOf: (column) => pieces[column]!, end: count });
  for (const piece of pieces.slice(1)) {
    const next = piece.firstElementChild as HTMLElement | null;
    if (next) next.style.breakBefore = 'column';
  }
  holder.replaceWith(...pieces);
}
