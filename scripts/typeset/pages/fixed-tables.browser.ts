/**
 * Tables keep their columns when they are cut: a table's widths depend on all of its cells, a piece would have others.
 * Also keeps rows together that a cell spans, because a piece cannot begin in the middle of a spanning cell.
 * Reads all, then writes all: no layout in between.
 */
export function fixTables(root: Element): void {
  const tables = [...root.querySelectorAll('table')];
  const widths = tables.map((table) => ({
    table,
    size: inlineSize(table),
    cells: [...table.rows].flatMap((row) => [...row.cells].map((cell) => ({ cell, size: inlineSize(cell) }))),
  }));
  for (const { table, size, cells } of widths) {
    for (const cell of table.querySelectorAll('[rowspan]')) keepRows(cell);
    table.style.inlineSize = `${size}px`;
    for (const one of cells) {
      one.cell.style.boxSizing = 'border-box';
      one.cell.style.inlineSize = `${one.size}px`;
    }
    table.style.tableLayout = 'fixed';
  }
}

function inlineSize(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return getComputedStyle(element).writingMode.startsWith('vertical') ? height : width;
}

function keepRows(cell: Element): void {
  let row = cell.closest('tr');
  for (let span = (cell as HTMLTableCellElement).rowSpan; span > 1 && row; span--) {
    row.style.breakAfter = 'avoid';
    row.style.breakInside = 'avoid';
    row = row.nextElementSibling as HTMLTableRowElement | null;
  }
}
