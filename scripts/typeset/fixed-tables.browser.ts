/**
 * Tables keep their columns when they are cut: a table's widths depend on all of its cells, a piece would have others.
 * Also keeps rows together that a cell spans, because a piece cannot begin in the middle of a spanning cell.
 */
export class FixedTables {
  readonly #tables: HTMLTableElement[];

  constructor(root: Element) {
    this.#tables = [...root.querySelectorAll('table')];
    for (const table of this.#tables) for (const cell of table.querySelectorAll('[rowspan]')) keepRows(cell);
  }

  /** Writes down the widths that the browser chose. Reads all, then writes all: no layout in between. */
  fix(): void {
    const widths = this.#tables.map((table) => ({
      table,
      // A table that is cut has a box a column: each is as wide as the whole.
      width: table.getClientRects()[0]?.width ?? 0,
      cells: [...table.rows].flatMap((row) =>
        [...row.cells].map((cell) => ({ cell, width: cell.getClientRects()[0]?.width ?? 0 })),
      ),
    }));
    for (const { table, width, cells } of widths) {
      table.style.width = `${width}px`;
      for (const one of cells) {
        one.cell.style.boxSizing = 'border-box';
        one.cell.style.width = `${one.width}px`;
      }
      table.style.tableLayout = 'fixed';
    }
  }
}

function keepRows(cell: Element): void {
  let row = cell.closest('tr');
  for (let span = (cell as HTMLTableCellElement).rowSpan; span > 1 && row; span--) {
    row.style.breakAfter = 'avoid';
    row.style.breakInside = 'avoid';
    row = row.nextElementSibling as HTMLTableRowElement | null;
  }
}
