import type { Range } from '../../../article/ledger.js';
import { notationNumbers } from '../../numbers/forms.js';

const { longestCell } = notationNumbers;

const wholeTable = /<table\b[^<>]{0,2000}>(?:(?!<\/?table\b)[\s\S]){0,200000}?<\/table>/giu;

/**
 * Places of the tables of figures and words in a web page, and not of those that lay it out: two rows at least, all with
 * as many cells, and none of them longer than a cell is.
 */
export function dataTables(html: string): Range[] {
  return [...html.matchAll(wholeTable)].flatMap(({ 0: table, index }): Range[] => {
    const rows = table.split(/<tr\b/iu).slice(1).map(cellsOf);
    const [first] = rows;
    const isData =
      first !== undefined &&
      first.length > 1 &&
      rows.length > 1 &&
      rows.every(
        (cells) => cells.length === first.length && cells.every((cell) => cell.length <= longestCell),
      );
    return isData ? [[index, index + table.length]] : [];
  });
}

const cellsOf = (row: string) =>
  row
    .split(/<t[dh]\b[^<>]*>/iu)
    .slice(1)
    .map((cell) => cell.replace(/<[^<>]*>|&nbsp;|\s/gu, ''));
