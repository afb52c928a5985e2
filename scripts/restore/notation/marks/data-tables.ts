import type { Range } from '../../../article/ledger.js';
import { notationNumbers } from '../../numbers/forms.js';
import { htmlRows } from './html-rows.js';

const { longestCell } = notationNumbers;

const wholeTable = /<table\b[^<>]{0,2000}>(?:(?!<\/?table\b)[\s\S]){0,200000}?<\/table>/giu;

/**
 * Places of the tables of figures and words in a web page, and not of those that lay it out: two rows and two columns at
 * least, and no cell longer than one is.
 */
export function dataTables(html: string): Range[] {
  return [...html.matchAll(wholeTable)].flatMap(({ 0: table, index }): Range[] => {
    const rows = htmlRows(table);
    const isData =
      rows.length > 1 &&
      rows.filter(({ columns }) => columns > 1).length > 1 &&
      cellsOf(table).every((cell) => cell.length <= longestCell);
    return isData ? [[index, index + table.length]] : [];
  });
}

const cellsOf = (table: string) =>
  table
    .split(/<t[dh]\b[^<>]*>/iu)
    .slice(1)
    .map((cell) => cell.replace(/<[^<>]*>|&nbsp;|\s/gu, ''));
