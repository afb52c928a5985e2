import type { Element } from 'xast';
import { writtenRows } from '../written-rows.js';
import { elementsOf } from '../xml/parse.js';
import { textOf } from './docx-text.js';

/** A longer cell is a part of the page, because some people lay out a page as a table. */
const longestCell = 60;

/** The rows of a table as they are written; undefined for a page laid out as a table. */
export function rowsOf(table: Element): string | undefined {
  if ([...elementsOf(table, 'tbl')].length > 1) return undefined;
  const rows = [...elementsOf(table, 'tr')].map((row) => [
    ...emptyCells(row, 'gridBefore', 0),
    ...[...elementsOf(row, 'tc')].flatMap((cell) => [wordsOf(cell), ...emptyCells(cell, 'gridSpan', 1)]),
  ]);
  if (rows.flat().some((cell) => cell.length > longestCell) || rows.every((row) => row.length < 2))
    return undefined;
  return writtenRows(rows).join('\n');
}

/** A table has no more columns: a wrong number would make a million. */
const mostColumns = 100;

/** The places that a cell takes beside its own, or that a row leaves out, which are empty. */
function emptyCells(element: Element, property: 'gridSpan' | 'gridBefore', own: number): string[] {
  const [found] = elementsOf(element, property);
  const count = Math.min(Number(found?.attributes['w:val']) || own, mostColumns);
  return Array.from({ length: Math.max(count - own, 0) }, () => '');
}

const wordsOf = (cell: Element) =>
  [...elementsOf(cell, 'p')]
    .map((paragraph) => textOf(paragraph).trim())
    .join('')
    .replace(/\s+/gu, ' ');
