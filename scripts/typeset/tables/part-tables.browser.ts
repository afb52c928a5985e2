import { carryOut } from '../cuts/carry-out.browser.js';
import { type ColumnOf, lastPage, planCuts } from '../cuts/cut.browser.js';

/**
 * 分栏: a table over several columns of one page is split where they end, as at the end of a page. The browser would
 * repeat its head there, as text that is read twice.
 *
 * @param page the text of the page, whose notes are in place.
 */
export function partTables(page: Element): void {
  // A last row that is out by a fraction of a line belongs to the last column, not to one of its own.
  for (const body of page.querySelectorAll<HTMLElement>('.story-body:has(table)')) makeRoom(body, page);
  // A little more room for one table can put the end of a column into the next one.
  for (let round = 0; round < mostRounds && partOnce(page); round++);
}

/** Two tables in the same columns have been seen to need two. */
const mostRounds = 3;

/** @returns true if a table was split. */
function partOnce(page: Element): boolean {
  const bodies = new Set<HTMLElement>();
  let isSplit = false;
  for (const table of page.querySelectorAll('table')) {
    const columns = columnsOf(table);
    if (columns.length < 2) continue;
    isSplit = true;
    const body = table.closest<HTMLElement>('.story-body');
    partTable(table, columns);
    if (body) bodies.add(body);
  }
  for (const body of bodies) makeRoom(body, page);
  return isSplit;
}

const stepPx = 0.25;
/** Less than a line: with more, what is below has to move. */
const mostPx = 8;

/**
 * A piece of a table may be slightly higher than the part of it that the browser had in the column, by the borders its
 * rows share, and by a head where the browser repeated none: the end of the column would begin a column of its own,
 * beyond the page. Whole lines are given only as far as the page is white below.
 */
function makeRoom(body: HTMLElement, page: Element): void {
  const { blockSize, marginBlockEnd } = body.style;
  const [size, margin] = [Number.parseFloat(blockSize), Number.parseFloat(marginBlockEnd) || 0];
  if (!(size > 0)) return;
  for (let more = stepPx; more <= mostPx && isOverfull(body); more += stepPx) {
    body.style.blockSize = `${size + more}px`;
    body.style.marginBlockEnd = `${margin - more}px`;
  }
  if (!isOverfull(body)) return;
  Object.assign(body.style, { blockSize, marginBlockEnd });
  const line = Number.parseFloat(getComputedStyle(page).lineHeight);
  const white = whiteBelow(page);
  for (let more = line; more <= white && isOverfull(body); more += line)
    body.style.blockSize = `${size + more}px`;
  if (isOverfull(body)) body.style.blockSize = blockSize;
}

/** Height between the text of a page and its notes, or the end of the type area, in px. */
function whiteBelow(page: Element): number {
  const text = page.getBoundingClientRect();
  const area = page.parentElement!.getBoundingClientRect();
  const notes = page.parentElement!.querySelector(':scope > .page-notes')?.getBoundingClientRect();
  if (isVertical(page)) return text.left - (notes?.right ?? area.left);
  return (notes?.top ?? area.bottom) - text.bottom;
}

/** True if there are more columns than fit side by side. */
function isOverfull(body: Element): boolean {
  return isVertical(body)
    ? body.scrollHeight > body.clientHeight + 1
    : body.scrollWidth > body.clientWidth + 1;
}

function isVertical(element: Element): boolean {
  return getComputedStyle(element).writingMode.startsWith('vertical');
}

/**
 * Starts of the columns that a table is in, from the first to the last. One beyond its body is left out: a table that
 * is split there would stay there, however much room its columns are given.
 */
function columnsOf(table: Element): number[] {
  const isDown = isVertical(table);
  const body = table.closest('.story-body')?.getBoundingClientRect();
  const end = (isDown ? body?.bottom : body?.right) ?? Number.POSITIVE_INFINITY;
  const starts = [...table.getClientRects()].map(({ left, top }) => Math.round(isDown ? top : left));
  return [...new Set(starts)].filter((start) => start < end).sort((a, b) => a - b);
}

function partTable(table: HTMLTableElement, columns: readonly number[]): void {
  const isDown = isVertical(table);
  const columnOf: ColumnOf = ({ left, top }) => {
    const at = isDown ? top : left;
    return Math.max(
      0,
      columns.findLastIndex((start) => start <= at + 1),
    );
  };
  const holder = document.createElement('div');
  table.replaceWith(holder);
  holder.append(table);
  const cuts = planCuts(holder, columnOf);
  const count = Math.max(...cuts.map(lastPage)) + 1;
  const pieces = Array.from({ length: count }, () => document.createDocumentFragment());
  carryOut(cuts, { pageOf: (column) => pieces[column]!, end: count });
  for (const piece of pieces.slice(1)) {
    const next = piece.firstElementChild as HTMLElement | null;
    if (next) next.style.breakBefore = 'column';
  }
  holder.replaceWith(...pieces);
}
