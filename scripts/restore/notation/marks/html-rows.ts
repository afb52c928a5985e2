import { notationNumbers } from '../../numbers/forms.js';
import { cellBar } from './cells.js';
import type { Mark } from './mark.js';

const { mostSpan } = notationNumbers;

/** A row of a table in HTML. */
export interface HtmlRow {
  /** Place of its tag. */
  tag: number;
  /** The tags of its cells, each with the bars before the cell, and its end. */
  marks: Mark[];
  /** Number of its columns, with those that a cell of a row above still takes. */
  columns: number;
}

interface OpenRow extends HtmlRow {
  /** Column of its last cell, and of the next one. */
  last: number;
  next: number;
  end: Mark | undefined;
}

const tableTag = /<(\/?)(tr|td|th)\b([^<>]{0,400})>/giu;

/**
 * The rows of a table in HTML, with bars where a cell begins: as many as columns have passed since the cell before it.
 * A cell may span columns and rows; the other places that it takes are empty, so that all rows have as many cells.
 */
export function htmlRows(html: string): HtmlRow[] {
  const rows: OpenRow[] = [];
  // Number of rows, this one included, for which a cell takes each column.
  const taken: number[] = [];
  for (const { 0: all, 1: slash, 2: name = '', 3: about = '', index } of html.matchAll(tableTag)) {
    const row = rows.at(-1);
    const mark: Mark = { index, length: all.length, wanted: '' };
    if (/^tr$/iu.test(name) && !slash) {
      taken.forEach((left, at) => {
        taken[at] = Math.max(left - 1, 0);
      });
      rows.push({ tag: index, marks: [], columns: columnsOf(taken), last: 0, next: 0, end: undefined });
    } else if (row && !slash) addCell(row, { mark, about, taken });
    else if (row && /^tr$/iu.test(name)) row.end = mark;
  }
  const most = Math.max(...rows.map(({ columns }) => columns), 0);
  return rows.map(({ tag, marks, columns, last, end }) => {
    const behind = end ? [{ ...end, wanted: cellBar.repeat(Math.max(most - 1 - last, 0)) }] : [];
    return { tag, columns, marks: [...marks, ...behind] };
  });
}

function addCell(row: OpenRow, { mark, about, taken }: { mark: Mark; about: string; taken: number[] }): void {
  while ((taken[row.next] ?? 0) > 0) row.next++;
  row.marks.push({ ...mark, wanted: cellBar.repeat(row.next - row.last) });
  row.last = row.next;
  const [wide, high] = [spanOf(about, 'col'), spanOf(about, 'row')];
  for (let at = 0; at < wide; at++) taken[row.next++] = high;
  row.columns = columnsOf(taken);
}

const columnsOf = (taken: readonly number[]) => taken.findLastIndex((left) => left > 0) + 1;

/** The columns or rows that a cell spans: 1 where it says nothing, and no more than a printed table has. */
function spanOf(about: string, what: 'col' | 'row'): number {
  const found = new RegExp(`${what}span\\s*=\\s*["']?(\\d{1,4})`, 'iu').exec(about)?.[1];
  return Math.min(Math.max(Number(found ?? 1), 1), mostSpan);
}
