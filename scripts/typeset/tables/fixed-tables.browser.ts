/** A table up to this many lines stays whole, as do its rows: in balanced columns the browser cuts both anywhere. */
const shortTableLines = 8;
const shortRowLines = 6;

/**
 * Fixes the columns of tables before they are cut: widths depend on all cells, and a piece would have different ones.
 * Also keeps short rows whole, and rows spanned by a cell together, because a piece cannot begin in the middle of a
 * spanning cell.
 */
export const fixTables = (root: Element): void => fixColumns([...root.querySelectorAll('table')]);

/** Reads all tables, then writes all: no layout in between. */
export function fixColumns(tables: readonly HTMLTableElement[]): void {
  const read = tables.map((table) => ({
    table,
    line: Number.parseFloat(getComputedStyle(table).lineHeight),
    ...sizeOf(table),
    rows: [...table.rows].map((row) => ({ row, height: sizeOf(row).block })),
    cells: [...table.rows].flatMap((row) =>
      [...row.cells].map((cell) => ({ cell, size: sizeOf(cell).inline })),
    ),
  }));
  for (const { table, line, inline, block, rows, cells } of read) {
    for (const cell of table.querySelectorAll('[rowspan]')) keepRows(cell);
    keepBlankRows(rows.map(({ row }) => row));
    if (block < (shortTableLines + 0.5) * line) table.style.breakInside = 'avoid';
    for (const { row, height } of rows)
      if (height < (shortRowLines + 0.5) * line) row.style.breakInside = 'avoid';
    table.style.inlineSize = written(inline);
    for (const one of cells) {
      one.cell.style.boxSizing = 'border-box';
      one.cell.style.inlineSize = written(one.size);
    }
    table.style.tableLayout = 'fixed';
  }
}

/**
 * A size as a style. A browser keeps 64ths of a px, and writes six figures: 120.578125px, written 120.578px, would come
 * back as 120.5625px, and the last word of a full cell would turn over.
 */
const written = (px: number) => `${Math.ceil(px * 100) / 100}px`;

/**
 * Size of a box in px. A box in several columns of a page has several parts, and the box around them is as wide as the page: a part
 * has the width, all parts together have the height.
 */
export function sizeOf(element: Element): { inline: number; block: number } {
  const isVertical = !getComputedStyle(element).writingMode.startsWith('horizontal');
  const parts = [...element.getClientRects()].map(({ width, height }) =>
    isVertical ? [height, width] : [width, height],
  );
  return {
    inline: Math.max(0, ...parts.map(([inline]) => inline!)),
    block: parts.reduce((sum, [, block]) => sum + block!, 0),
  };
}

function keepRows(cell: Element): void {
  let row = cell.closest('tr');
  for (let span = (cell as HTMLTableCellElement).rowSpan; span > 1 && row; span--) {
    row.style.breakAfter = 'avoid';
    row.style.breakInside = 'avoid';
    row = row.nextElementSibling as HTMLTableRowElement | null;
  }
}

/** Blank last rows stay with the last words: alone on a page, they would be a rule that belongs to nothing. */
function keepBlankRows(rows: readonly HTMLTableRowElement[]): void {
  const last = rows.findLastIndex(({ textContent }) => textContent?.trim() !== '');
  for (const row of rows.slice(Math.max(0, last), -1)) row.style.breakAfter = 'avoid';
}
