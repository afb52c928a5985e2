/**
 * Cuts a flow that Chromium has broken into columns, one column a page. Chromium's own fragmentation decides where
 * pages end (widows, orphans, kept headings, table rows, parallel cells); here every text node and element is only
 * assigned to the column in which it was painted. That is a partition: nothing can be lost, doubled or moved,
 * whatever the text repeats.
 */

/** Where a node went: whole into one column, or split over several. */
export type Cut =
  | { node: Node; page: number }
  | { node: Text; parts: { page: number; start: number; end: number }[] }
  | { node: Element; from: number; to: number; children: Cut[]; heads: Cut[] };

/** Which column of the flow a box was painted in. */
export type ColumnOf = (box: DOMRect) => number;

/** Reads (and changes nothing): where each child of `flow` went. */
export function planCuts(flow: Element, columnOf: ColumnOf): Cut[] {
  return planChildren(flow, 0, columnOf);
}

function planChildren(parent: Element, first: number, columnOf: ColumnOf): Cut[] {
  const cuts: Cut[] = [];
  let last = first;
  for (const node of parent.childNodes) {
    const cut = planNode(node, last, columnOf);
    cuts.push(cut);
    // What has no box of its own stays with what stands before it.
    last = Math.max(last, lastPage(cut));
  }
  return cuts;
}

function planNode(node: Node, fallback: number, columnOf: ColumnOf): Cut {
  if (node instanceof Text) return planText(node, fallback, columnOf);
  if (!(node instanceof Element)) return { node, page: fallback };
  const boxes = [...node.getClientRects()];
  if (boxes.length === 0) {
    const isBoxless = getComputedStyle(node).display === 'contents';
    return isBoxless ? planElement(node, fallback, columnOf) : { node, page: fallback };
  }
  const columns = boxes.map(columnOf);
  const [from, to] = [Math.min(...columns), Math.max(...columns)];
  if (from === to) return { node, page: from };
  return planElement(node, from, columnOf, to);
}

/** An element that is split: its own box may go on after its last child. */
function planElement(node: Element, first: number, columnOf: ColumnOf, last?: number): Cut {
  const isTable = node instanceof HTMLTableElement;
  const isRow = node instanceof HTMLTableRowElement;
  // Cells stand side by side: each begins where the row does. Heads are repeated, not cut.
  const children = isRow
    ? [...node.childNodes].map((cell) => planNode(cell, first, columnOf))
    : isTable
      ? [...node.childNodes].map((part) => planTablePart(part, first, columnOf))
      : planChildren(node, first, columnOf);
  const pages = children.flatMap((cut) => [firstPage(cut), lastPage(cut)]);
  const from = Math.min(first, ...pages);
  const to = Math.max(last ?? first, ...pages);
  const heads = isTable ? children.filter(({ node: part }) => isRepeated(part)) : [];
  if (from === to && heads.length === 0) return { node, page: from };
  return { node, from, to, children, heads };
}

/** A repeated table head has a box on each page; it belongs to the first, and copies of it to the others. */
function planTablePart(part: Node, first: number, columnOf: ColumnOf): Cut {
  if (!(part instanceof Element) || !isRepeated(part)) return planNode(part, first, columnOf);
  const [box] = part.getClientRects();
  return { node: part, page: box ? columnOf(box) : first };
}

function isRepeated(part: Node): boolean {
  return part instanceof HTMLTableSectionElement && part.tagName === 'THEAD';
}

/** Finds by halving where in a text node each column begins. */
function planText(node: Text, fallback: number, columnOf: ColumnOf): Cut {
  const range = document.createRange();
  range.selectNodeContents(node);
  const boxes = range.getClientRects();
  if (boxes.length === 0) return { node, page: fallback };
  const columns = [...boxes].map(columnOf);
  const [from, to] = [Math.min(...columns), Math.max(...columns)];
  if (from === to) return { node, page: from };
  const columnAt = (offset: number): number => {
    // Collapsed blanks and joiners have no box: they stay with what stands before them.
    for (let at = offset; at >= 0; at--) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      if (box) return columnOf(box);
    }
    return from;
  };
  const parts: { page: number; start: number; end: number }[] = [];
  let start = 0;
  for (let page = from; page <= to; page++) {
    const end = page === to ? node.length : firstBeyond(page, start, node.length, columnAt);
    if (end > start) parts.push({ page, start, end });
    start = end;
  }
  return { node, parts };
}

/** The first offset whose character stands in a later column than `page`. */
function firstBeyond(page: number, start: number, end: number, columnAt: (offset: number) => number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columnAt(middle) > page) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstPage(cut: Cut): number {
  if ('page' in cut) return cut.page;
  return 'parts' in cut ? cut.parts[0]!.page : cut.from;
}

export function lastPage(cut: Cut): number {
  if ('page' in cut) return cut.page;
  return 'parts' in cut ? cut.parts.at(-1)!.page : cut.to;
}

/** Carries the cuts out: gives each page's node to `pageOf(page)`. The flow is empty afterwards. */
export function carryOut(cuts: readonly Cut[], pageOf: (page: number) => Node): void {
  for (const cut of cuts) carryOutOne(cut, pageOf);
}

function carryOutOne(cut: Cut, pageOf: (page: number) => Node): void {
  if ('page' in cut) {
    pageOf(cut.page).appendChild(cut.node);
    return;
  }
  if ('parts' in cut) {
    const text = cut.node.data;
    for (const { page, start, end } of cut.parts)
      pageOf(page).appendChild(document.createTextNode(text.slice(start, end)));
    return;
  }
  const pieces = splitElement(cut);
  for (const [page, piece] of pieces) pageOf(page).appendChild(piece);
  const pieceOn = (page: number): Node => pieces.get(page)!;
  for (const child of cut.children) {
    carryOutOne(child, pieceOn);
    if (cut.node instanceof HTMLTableRowElement) fillRow(child, cut, pieceOn);
    if (cut.heads.includes(child)) repeatHead(child, cut, pieceOn);
  }
}

/** Shallow copies of a split element, one a page, marked as Paged.js marks them. */
function splitElement({ node, from, to }: Extract<Cut, { heads: Cut[] }>): Map<number, Element> {
  const pieces = new Map<number, Element>();
  for (let page = from; page <= to; page++) {
    const piece = node.cloneNode(false) as Element;
    if (page > from) {
      piece.removeAttribute('id');
      piece.setAttribute('data-split-from', '');
    }
    if (page < to) piece.setAttribute('data-split-to', '');
    pieces.set(page, piece);
  }
  return pieces;
}

/** A cell that ended on an earlier page, or begins on none, still holds its place in the row. */
function fillRow(child: Cut, row: Extract<Cut, { heads: Cut[] }>, pieceOn: (page: number) => Node): void {
  if (!(child.node instanceof HTMLTableCellElement)) return;
  for (let page = row.from; page <= row.to; page++) {
    if (page >= firstPage(child) && page <= lastPage(child)) continue;
    const cell = child.node.cloneNode(false) as Element;
    cell.removeAttribute('id');
    pieceOn(page).appendChild(cell);
  }
}

/** 表头重复: copies are for the eye only; the proof and screen readers have the first one. */
function repeatHead(head: Cut, table: Extract<Cut, { heads: Cut[] }>, pieceOn: (page: number) => Node): void {
  for (let page = firstPage(head) + 1; page <= table.to; page++) {
    const copy = head.node.cloneNode(true) as Element;
    for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
    copy.setAttribute('aria-hidden', 'true');
    pieceOn(page).appendChild(copy);
  }
}
