import { textRange } from './text-range.browser.js';

/**
 * Plans how to cut a flow that Chromium has broken into columns, one column a page. Chromium's own fragmentation
 * decides where pages end (widows, orphans, kept headings, table rows, parallel cells); here every text node and
 * element is only assigned to the column in which it was painted. That is a partition: nothing can be lost, duplicated
 * or moved, even if the text repeats itself.
 */

/** The columns of a node: it is whole in one, or split over several. */
export type Cut = WholeCut | TextCut | ElementCut;

export interface WholeCut {
  node: Node;
  page: number;
}

export interface TextCut {
  node: Text;
  parts: { page: number; start: number; end: number }[];
}

export interface ElementCut {
  node: Element;
  from: number;
  to: number;
  children: Cut[];
  /** Head and foot of a table that are repeated on each of its pages. */
  repeated: Cut[];
  /** The inline children: determined now, since after the first cut each query would recompute all styles. */
  inline: ReadonlySet<Node>;
}

/** Returns the column of the flow in which a box was painted. */
export type ColumnOf = (box: DOMRect) => number;

/** Determines the column of each child of `flow`, without changes. */
export function planCuts(flow: Element, columnOf: ColumnOf): Cut[] {
  return planChildren(flow, 0, columnOf);
}

/** Determines the column of one node and of what is in it. */
export const planCut = (node: Node, columnOf: ColumnOf): Cut => planNode(node, 0, columnOf);

function planChildren(parent: Element, first: number, columnOf: ColumnOf): Cut[] {
  const cuts: Cut[] = [];
  let last = first;
  for (const node of parent.childNodes) {
    const cut = planNode(node, last, columnOf);
    cuts.push(cut);
    // A node without a box stays with the node before it.
    last = Math.max(last, lastPage(cut));
  }
  return cuts;
}

function planNode(node: Node, fallback: number, columnOf: ColumnOf): Cut {
  if (node instanceof Text) return planText(node, fallback, columnOf);
  // A <br> always reports the first column of its block; see `holdBreaks`.
  if (!(node instanceof Element) || node instanceof HTMLBRElement) return { node, page: fallback };
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

function isInline(node: Node): boolean {
  return !(node instanceof Element) || /^(?:inline|ruby|contents)/.test(getComputedStyle(node).display);
}

/** An element that is split: its own box may continue after its last child. */
function planElement(node: Element, first: number, columnOf: ColumnOf, last?: number): Cut {
  const isTable = node instanceof HTMLTableElement;
  const isRow = node instanceof HTMLTableRowElement || node.hasAttribute('data-parallel');
  // Cells are side by side: each begins where the row does.
  const children = isRow
    ? [...node.childNodes].map((cell) => planNode(cell, first, columnOf))
    : isTable
      ? planTable(node, first, columnOf)
      : planChildren(node, first, columnOf);
  const pages = children.flatMap((cut) => [firstPage(cut), lastPage(cut)]);
  const from = Math.min(first, ...pages);
  const to = Math.max(last ?? first, ...pages);
  const repeated = isTable ? children.filter(({ node: part }) => isRepeated(part)) : [];
  if (from === to && repeated.length === 0) return { node, page: from };
  const inline = new Set(children.map((cut) => cut.node).filter(isInline));
  return { node, from, to, children, repeated, inline };
}

/** A repeated head belongs to the first page and a foot to the last; the other pages get copies. */
function planTable(table: HTMLTableElement, first: number, columnOf: ColumnOf): Cut[] {
  const columns = [...table.getClientRects()].map(columnOf);
  const ends = { THEAD: Math.min(...columns, first), TFOOT: Math.max(...columns, first) };
  return [...table.childNodes].map((part) =>
    isRepeated(part)
      ? { node: part, page: ends[part.tagName as 'THEAD' | 'TFOOT'] }
      : planNode(part, first, columnOf),
  );
}

/**
 * True if the browser paints a head or foot of a table on each page: then one character of it has several boxes.
 * One that is too high, or may break, is painted once.
 */
function isRepeated(part: Node): part is HTMLTableSectionElement {
  if (!(part instanceof HTMLTableSectionElement) || part.tagName === 'TBODY') return false;
  const text = firstText(part);
  if (!text) return false;
  textRange.setStart(text, 0);
  textRange.setEnd(text, 1);
  return textRange.getClientRects().length > 1;
}

function firstText(node: Node): Text | undefined {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode())
    if ((text as Text).data.trim() !== '') return text as Text;
  return undefined;
}

/** Finds the beginning of each column in a text node by binary search. */
function planText(node: Text, fallback: number, columnOf: ColumnOf): Cut {
  textRange.selectNodeContents(node);
  const boxes = textRange.getClientRects();
  if (boxes.length === 0) return { node, page: fallback };
  const columns = [...boxes].map(columnOf);
  const [from, to] = [Math.min(...columns), Math.max(...columns)];
  if (from === to) return { node, page: from };
  const columnAt = (offset: number): number => {
    // Collapsed spaces and joiners have no box: they stay with the character before them.
    for (let at = offset; at >= 0; at--) {
      textRange.setStart(node, at);
      textRange.setEnd(node, at + 1);
      // After a soft hyphen, a line's first character has two boxes: an empty one at the end of the line before.
      const box = [...textRange.getClientRects()].at(-1);
      if (box) return columnOf(box);
    }
    return from;
  };
  const parts: TextCut['parts'] = [];
  let start = 0;
  for (let page = from; page <= to; page++) {
    const end = page === to ? node.length : firstBeyond(page, [start, node.length], columnAt);
    if (end > start) parts.push({ page, start, end });
    start = end;
  }
  return { node, parts };
}

/** The first offset whose character is in a later column than `page`. */
function firstBeyond(
  page: number,
  [start, end]: [number, number],
  columnAt: (offset: number) => number,
): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columnAt(middle) > page) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function firstPage(cut: Cut): number {
  if ('page' in cut) return cut.page;
  return 'parts' in cut ? cut.parts[0]!.page : cut.from;
}

export function lastPage(cut: Cut): number {
  if ('page' in cut) return cut.page;
  return 'parts' in cut ? cut.parts.at(-1)!.page : cut.to;
}
