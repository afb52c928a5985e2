import { breakWithin } from './hold-lines.browser.js';
import type { Columns } from './leaves.browser.js';
import { type EarlyEnd, mostShort } from './plan-spread.browser.js';
import { linesOf } from './text-boxes.browser.js';

/**
 * Ends a page in a block, after some lines, or before it.
 *
 * @returns what stands at the head of the next page
 */
export function endBefore(block: HTMLElement, { lines }: EarlyEnd, line: number): HTMLElement | undefined {
  if (lines > 0) return breakWithin(block, linesOf(block, line), lines)?.mark;
  block.style.breakBefore = 'column';
  return block;
}

/** Lines by which the page before is short, on what an early end has put at the head of a page. */
const mark = 'data-short';

/** In a flow with notes, where pages are made one by one: ends a page as planned, unless it comes out otherwise. */
export function markEarly(block: HTMLElement, end: EarlyEnd, line: number): void {
  endBefore(block, end, line)?.setAttribute(mark, `${end.missing}`);
}

/** An early end of a flow in columns. */
export interface Early {
  head: HTMLElement;
  /** Lines by which the page is short. */
  missing: number;
  /** The column that begins after it. */
  column: number;
}

/** The first early end behind the first column's head. */
export function nextEarly(content: Element, { columnOf }: Pick<Columns, 'columnOf'>): Early | undefined {
  for (const head of content.querySelectorAll<HTMLElement>(`[${mark}]`)) {
    const box = head.getClientRects()[0];
    if (!box) return undefined;
    const column = columnOf(box);
    if (column > 0) return { head, missing: Number(head.getAttribute(mark)), column };
    dropEarly(head);
  }
  return undefined;
}

/** Takes an early end back. */
export function dropEarly(head: HTMLElement): void {
  if (head.matches('.column-end')) head.remove();
  else {
    head.style.breakBefore = '';
    head.removeAttribute(mark);
  }
}

/** White above notes, in lines, that the size of the notes may leave. */
const mostOverNotes = 2;

/** True if a page with so much white is one that was planned to end there. */
export const isInPlace = (
  { missing }: Early,
  { white, line, hasNotes }: { white: number; line: number; hasNotes: boolean },
): boolean => white < (Math.min(missing, mostShort) + (hasNotes ? mostOverNotes : 0) + 0.6) * line;
