import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Table, TableCell } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { keepFigures } from '../tables/keep-figures.js';
import { type Notes, phrasingHtml } from './phrasing.js';

/** A cell of up to this many characters stays on one line; a longer one gets space for this many in a line. */
const shortLength = 6;
const lengthOf = (cell: TableCell) => (textOf(cell).length > shortLength ? 'words' : 'short');

/** Content of empty cells: a cell without anything to paint is missing from its row in the tags of a PDF. */
const blankCell = '\u00a0';

/** 表格 */
export function tableHtml(table: Table, notes: Notes): Element {
  const { children, align, position } = table;
  const figures = figureColumns(table);
  const [head, ...rows] = children.map(({ children: cells }, rowIndex) =>
    h(
      'tr',
      cells.map((cell, index) => {
        const side = align?.[index] ?? (figures.has(index) ? 'right' : undefined);
        return h(
          rowIndex === 0 ? 'th' : 'td',
          { className: [...(side ? [`align-${side}`] : []), lengthOf(cell)] },
          cell.children.length > 0 ? keepFigures(phrasingHtml(cell.children, notes)) : blankCell,
        );
      }),
    ),
  );
  // A table that does not fit is reported by its line.
  const line = position && { dataLine: `${notes.prefix}:${position.start.line}` };
  return h('table', { ...line }, [
    head ? h('thead', [head]) : null,
    rows.length > 0 ? h('tbody', rows) : null,
  ]);
}

const figure = /^[+\-−±＋－]?[\d０-９][\d０-９,，.．\s]*[%％‰]?$/u;
const noFigure = /^[\s\u00a0—–－\-…./／·]*$/u;

/** Columns of nothing but figures, below each other by their last ones; the first column names its rows. */
function figureColumns({ children: [head, ...rows] }: Table): ReadonlySet<number> {
  const columns = (head?.children ?? []).map((_, index) =>
    rows.map(({ children }) => (children[index] ? textOf(children[index]).trim() : '')),
  );
  return new Set(
    columns.flatMap((cells, index) => {
      const isOfFigures = cells.every((text) => figure.test(text) || noFigure.test(text));
      return index > 0 && isOfFigures && cells.some((text) => figure.test(text)) ? [index] : [];
    }),
  );
}
