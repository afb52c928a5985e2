import { type Cut, type ElementCut, firstPage, lastPage } from './cut.browser.js';

/** The pages that cuts are carried out to. */
export interface Carrying {
  /** Returns the node for the content of a page. */
  pageOf: (page: number) => Node;
  /** Content of this page and later ones stays in the flow. */
  end: number;
}

/** Carries the cuts out: moves everything before page `end` out of the flow. */
export function carryOut(cuts: readonly Cut[], carrying: Carrying): void {
  for (const cut of cuts) carryOutOne(cut, carrying);
}

function carryOutOne(cut: Cut, { pageOf, end }: Carrying): void {
  if (firstPage(cut) >= end) return;
  if ('page' in cut) {
    pageOf(cut.page).appendChild(cut.node);
    return;
  }
  if ('parts' in cut) {
    const text = cut.node.data;
    const taken = cut.parts.filter(({ page }) => page < end);
    for (const { page, start, end: to } of taken)
      pageOf(page).appendChild(document.createTextNode(text.slice(start, to)));
    if (taken.length === cut.parts.length) cut.node.remove();
    else cut.node.data = text.slice(taken.at(-1)!.end);
    return;
  }
  carryOutElement(cut, { pageOf, end });
}

function carryOutElement(cut: ElementCut, { pageOf, end }: Carrying): void {
  const pieces = splitElement(cut, end);
  for (const [page, piece] of pieces) if (piece !== cut.node) pageOf(page).appendChild(piece);
  const inner: Carrying = { pageOf: (page) => pieces.get(page)!, end };
  for (const child of cut.children) {
    // A cell or head that leaves the flow is needed there: its place is noted first.
    const place = child.node.nextSibling;
    carryOutOne(child, inner);
    if (cut.node instanceof HTMLTableRowElement) fillRow(child, { row: cut, end, pieces, place });
    if (cut.repeated.includes(child)) repeat(child, { table: cut, end, pieces, place });
  }
  if (cut.to < end) cut.node.remove();
}

let fragments = 0;

/** Restarts the numbers of split elements: a galley's are the same wherever and whenever it is laid out. */
export function resetFragments(): void {
  fragments = 0;
}

/**
 * The pieces of a split element, one per page, marked like those of Paged.js: shallow copies, and the element itself
 * for the part that stays in the flow.
 */
function splitElement(cut: ElementCut, end: number): Map<number, Element> {
  const { node, from, to } = cut;
  const pieces = new Map<number, Element>();
  // A piece of one row would be no table to a screen reader, and not be joined with the others.
  if (node instanceof HTMLTableElement) node.setAttribute('role', 'table');
  // This number identifies the pieces, even across pages without one.
  if (!node.hasAttribute('data-fragment')) node.setAttribute('data-fragment', `${++fragments}`);
  for (let page = from; page <= to && page < end; page++) {
    const piece = node.cloneNode(false) as Element;
    if (page > from) markContinued(piece);
    if (page < to) piece.setAttribute('data-split-to', goesOnInline(cut, page) ? '' : 'box');
    pieces.set(page, piece);
  }
  if (to >= end) {
    markContinued(node);
    pieces.set(end, node);
  }
  return pieces;
}

/**
 * True if lines of the element itself continue after a page: then its last line there has to be repaired. A mere box
 * (a finished cell, a padding) has none, nor has text that is followed by a block.
 */
function goesOnInline({ children, inline }: ElementCut, page: number): boolean {
  const next = children.find((cut) => lastPage(cut) > page && cut.node.textContent?.trim() !== '');
  return next !== undefined && inline.has(next.node);
}

function markContinued(piece: Element): void {
  piece.removeAttribute('id');
  piece.removeAttribute('data-break');
  (piece as HTMLElement).style?.removeProperty('break-before');
  if (piece.getAttribute('style') === '') piece.removeAttribute('style');
  piece.setAttribute('data-split-from', '');
}

interface Filling {
  end: number;
  pieces: Map<number, Element>;
  /** The node that followed the child. */
  place: Node | null;
}

/** A cell that ended on an earlier page, or begins on none, still keeps its place in the row. */
function fillRow(child: Cut, { row, end, pieces, place }: Filling & { row: ElementCut }): void {
  if (!(child.node instanceof HTMLTableCellElement)) return;
  const fill = (page: number, before: Node | null) => {
    const cell = (child.node as Element).cloneNode(false) as Element;
    for (const name of ['id', 'data-fragment']) cell.removeAttribute(name);
    cell.setAttribute('aria-hidden', 'true');
    pieces.get(page)!.insertBefore(cell, before);
  };
  for (let page = row.from; page <= row.to && page < end; page++)
    if (page < firstPage(child) || page > lastPage(child)) fill(page, null);
  if (row.to >= end && lastPage(child) < end) fill(end, place);
}

/** An empty continuation of an element, to be filled with its moved content. */
export function continuationOf<T extends Element>(node: T): T {
  if (node instanceof HTMLTableElement) node.setAttribute('role', 'table');
  if (!node.hasAttribute('data-fragment')) node.setAttribute('data-fragment', `${++fragments}`);
  const piece = node.cloneNode(false) as T;
  markContinued(piece);
  return piece;
}

/** A continuation of a table, without rows: its head is repeated above it, as decoration. */
export function continueTable(table: HTMLTableElement): HTMLTableElement {
  const piece = continuationOf(table);
  if (table.tHead) piece.append(copyForEye(table.tHead));
  piece.append(continuationOf(table.tBodies[0]!));
  return piece;
}

/** 表头重复: copies are decoration; the proof and screen readers use the one on the first page. */
function repeat(part: Cut, { table, end, pieces, place }: Filling & { table: ElementCut }): void {
  const home = firstPage(part);
  const copyTo = (page: number, before: Node | null) => {
    pieces.get(page)!.insertBefore(copyForEye(part.node as Element), before);
  };
  for (let page = table.from; page <= table.to && page < end; page++) if (page !== home) copyTo(page, null);
  if (table.to >= end && home < end) copyTo(end, place);
}

export function copyForEye(part: Element): Element {
  const copy = part.cloneNode(true) as Element;
  for (const named of [copy, ...copy.querySelectorAll('[id], [data-fragment]')]) {
    named.removeAttribute('id');
    named.removeAttribute('data-fragment');
  }
  // An active link would be read in spite of the next line.
  for (const link of copy.querySelectorAll('a[href]')) link.removeAttribute('href');
  copy.setAttribute('aria-hidden', 'true');
  return copy;
}
