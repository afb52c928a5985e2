import { continueTable } from '../cuts/carry-out.browser.js';
import { fixColumns } from './fixed-tables.browser.js';
import { measureOf } from './measure-table.browser.js';

/** Blocks inside which a table cannot begin a page. */
const inner = 'li, blockquote, .note, .end-note, [data-parallel]';

/** 表题, 单位: the lines over a table, from the first. */
export function linesOver(table: Element): Element[] {
  const lines: Element[] = [];
  for (let at = table.previousElementSibling; at?.matches('.over-table'); at = at.previousElementSibling)
    lines.unshift(at);
  return lines;
}

/**
 * 横表直排: turns a table on its side with the lines over it, its head at the right.
 *
 * @returns its box; undefined where it cannot be turned.
 */
export function standOnSide(table: HTMLTableElement): HTMLElement | undefined {
  // Its notes would be below it, on a page that it fills; and 注音符號 have their places to the right of upright letters.
  if (table.parentElement?.closest(inner) || table.querySelector('.note-call, .bopomofo')) return undefined;
  const stand = document.createElement('div');
  stand.className = 'turned';
  const lines = linesOver(table);
  table.replaceWith(stand);
  stand.append(...lines, table);
  return stand;
}

/** Splits a turned table, which cannot be broken, between its rows into boxes of a page each. */
export function partTurned(table: HTMLTableElement, stand: HTMLElement): void {
  // Its pieces keep the columns of the whole: with other columns, rows would have other heights than measured here.
  fixColumns([table]);
  const head = table.tHead;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const sizes = rows.map((row) => row.getBoundingClientRect().width);
  const widthOf = (one: Element) => one.getBoundingClientRect().width;
  const room = measureOf(stand) - (head ? widthOf(head) : 0) - 1;
  // Lines over the table stand on its first page.
  let used = linesOver(table).reduce((sum, line) => sum + widthOf(line), 0);
  let last = stand;
  let body = table.tBodies[0]!;
  rows.forEach((row, index) => {
    used += sizes[index]!;
    if (used <= room || index === 0) {
      body.append(row);
      return;
    }
    used = sizes[index]!;
    const next = last.cloneNode(false) as HTMLElement;
    const piece = continueTable(table);
    body = piece.tBodies[0]!;
    body.append(row);
    next.append(piece);
    last.after(next);
    last = next;
  });
}
