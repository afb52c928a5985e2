import { continueTable } from '../pages/carry-out.browser.js';
import { measureOf } from './measure-table.browser.js';

/** Where a table cannot begin a page of its own: inside of other blocks. */
const inner = 'li, blockquote, .note, .end-note, [data-parallel]';

/** 横表直排: a table on its side, its head at the right. @returns the box that it stands in; undefined where it cannot. */
export function standOnSide(table: HTMLTableElement): HTMLElement | undefined {
  // Notes stand below it, on a page that it fills.
  if (table.parentElement?.closest(inner) || table.querySelector('.note-call')) return undefined;
  const stand = document.createElement('div');
  stand.className = 'turned';
  table.replaceWith(stand);
  stand.append(table);
  return stand;
}

/** Stands one behind the other, each a page: what is turned cannot be broken, and is parted between its rows. */
export function partTurned(table: HTMLTableElement, stand: HTMLElement): void {
  const head = table.tHead;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const sizes = rows.map((row) => row.getBoundingClientRect().width);
  const room = measureOf(stand) - (head?.getBoundingClientRect().width ?? 0) - 1;
  let [used, last] = [0, stand];
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
