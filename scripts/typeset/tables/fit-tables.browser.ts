import { continueTable } from '../pages/carry-out.browser.js';

/**
 * 表格: a table that is too wide for its measure is set smaller, down to 小六; then over all columns of the page; then
 * turned by a quarter. What is still too wide sticks out, and is told.
 */

/** 小五, 六号, 小六, in points. Below the last nobody reads. */
const smallerPt = [9, 7.5, 6.5];
const pxOfPt = 96 / 72;

/** Before lines are set and anything is cut. */
export function fitTables(root: HTMLElement): void {
  for (const table of root.querySelectorAll('table')) fitTable(table);
}

function fitTable(table: HTMLTableElement): void {
  if (fits(table) || setSmaller(table)) return;
  if (widen(table)) {
    table.removeAttribute('style');
    if (fits(table) || setSmaller(table)) return;
  }
  // In the smallest type: words break now, figures do not.
  table.classList.add('tight-table');
  if (!fits(table)) turn(table);
}

/** 横表直排: what is wider than the page and not higher than its width stands on its side, its head at the right. */
function turn(table: HTMLTableElement): void {
  const stand = document.createElement('div');
  stand.className = 'turned';
  table.replaceWith(stand);
  stand.append(table);
  table.removeAttribute('style');
  table.classList.remove('tight-table');
  if (!fits(table)) setSmaller(table);
  partTurned(table, stand);
}

/** Stands one behind the other, each a page: what is turned cannot be broken, and is parted between its rows. */
function partTurned(table: HTMLTableElement, stand: HTMLElement): void {
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

function setSmaller(table: HTMLTableElement): boolean {
  const size = Number.parseFloat(getComputedStyle(table).fontSize);
  for (const pt of smallerPt) {
    if (pt * pxOfPt >= size) continue;
    table.style.fontSize = `${pt}pt`;
    table.style.setProperty('--cell-padding', '0.25em');
    if (fits(table)) return true;
  }
  return false;
}

/** Half a pixel is rounding. */
const tolerancePx = 0.5;

/** Whether no word or figure of a table must be broken for its measure. */
function fits(table: HTMLTableElement): boolean {
  const { inlineSize } = table.style;
  const available = measureOf(table);
  table.style.inlineSize = 'min-content';
  const least = inlineSizeOf(table);
  table.style.inlineSize = inlineSize;
  return least <= available + tolerancePx;
}

/** 行长 where the table stands, which it may run out of. */
function measureOf(table: Element): number {
  const probe = document.createElement('div');
  table.before(probe);
  const size = inlineSizeOf(probe);
  probe.remove();
  return size;
}

function inlineSizeOf(element: Element): number {
  const isVertical = !getComputedStyle(element).writingMode.startsWith('horizontal');
  return Math.max(
    0,
    ...[...element.getClientRects()].map(({ width, height }) => (isVertical ? height : width)),
  );
}

/** Takes a table out of the columns of its story: they end above it and go on below. @returns whether there are any. */
function widen(table: HTMLTableElement): boolean {
  const body = table.parentElement;
  if (!body?.classList.contains('story-body') || Number(getComputedStyle(body).columnCount) < 2) return false;
  const above = body.cloneNode(false) as HTMLElement;
  while (body.firstChild && body.firstChild !== table) above.append(body.firstChild);
  if (above.firstChild) body.before(above);
  body.before(table);
  table.classList.add('over-columns');
  if (!body.firstChild) body.remove();
  return true;
}
