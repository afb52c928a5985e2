import { sizeOf } from './fixed-tables.browser.js';
import { fits, measureOf } from './measure-table.browser.js';
import { partColumns } from './part-columns.browser.js';
import { linesOver, partTurned, standOnSide } from './turn-table.browser.js';

/**
 * 表格: a table that is too wide for its measure is set smaller, in a column down to 六号. One that is still too wide
 * there, or whose rows get too many lines, stands over all columns of the page, down to 小六. Then a table is turned by
 * 90°; then its words are broken; then it is split between its columns. One that is still too wide overflows, and is
 * reported.
 */

/** 小五, 六号, 小六, in points. Anything smaller is unreadable. */
const smallerPt = [9, 7.5, 6.5];
/** 六号: with more room beside it, nobody sets a table so small that it is read with effort. */
const leastInColumnPt = 7.5;
/** A row of more lines is hard to follow across, and may be parted by the end of its column. */
const mostRowLines = 4;
const pxOfPt = 96 / 72;
/** A table of so few rows, its head included, is not worth a page of its own. */
const fewRows = 4;

/** Fits all tables, before lines are set and anything is cut. */
export function fitTables(root: HTMLElement): void {
  for (const table of root.querySelectorAll('table')) fitTable(table);
}

function fitTable(table: HTMLTableElement): void {
  if (canWiden(table)) {
    if ((fits(table) || setSmaller(table, leastInColumnPt)) && rowLines(table) <= mostRowLines) return;
    widen(table);
    table.removeAttribute('style');
  }
  if (fits(table) || setSmaller(table)) return;
  // A statistics page is read better on its side than with the names of its rows broken into single characters.
  if (table.rows.length > fewRows && turn(table)) return;
  // In the smallest type, words may break, figures may not.
  table.classList.add('tight-table');
  if (fits(table) || turn(table)) return;
  partColumns(table, measureOf(table));
}

/** Turns a table that is wider than the page and not higher than its width. @returns true if it then fits. */
function turn(table: HTMLTableElement): boolean {
  const smallest = table.getAttribute('style');
  const stand = standOnSide(table);
  if (!stand) return false;
  table.removeAttribute('style');
  table.classList.remove('tight-table');
  if (fits(table) || setSmaller(table)) {
    partTurned(table, stand);
    return true;
  }
  stand.replaceWith(...stand.children);
  table.setAttribute('style', smallest ?? '');
  table.classList.add('tight-table');
  return false;
}

function setSmaller(table: HTMLTableElement, leastPt = 0): boolean {
  const size = Number.parseFloat(getComputedStyle(table).fontSize);
  for (const pt of smallerPt) {
    if (pt * pxOfPt >= size || pt < leastPt) continue;
    table.style.fontSize = `${pt}pt`;
    table.style.setProperty('--cell-padding', '0.25em');
    if (fits(table)) return true;
  }
  return false;
}

/** True for a table in the columns of its story. */
function canWiden({ parentElement: body }: HTMLTableElement): boolean {
  return body?.classList.contains('story-body') === true && Number(getComputedStyle(body).columnCount) > 1;
}

/** Lines of a table's highest row. */
function rowLines(table: HTMLTableElement): number {
  const line = Number.parseFloat(getComputedStyle(table).lineHeight);
  return Math.round(Math.max(0, ...[...table.rows].map((row) => sizeOf(row).block)) / line);
}

/** Takes a table out of its story's columns: they end above it and continue below. */
function widen(table: HTMLTableElement): void {
  const body = table.parentElement!;
  const above = body.cloneNode(false) as HTMLElement;
  const wide = [...linesOver(table), table];
  while (body.firstChild && body.firstChild !== wide[0]) above.append(body.firstChild);
  if (above.firstChild) body.before(above);
  body.before(...wide);
  table.classList.add('over-columns');
  if (!body.firstChild) body.remove();
}
