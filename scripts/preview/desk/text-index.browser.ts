import { fold } from '../controls/fold.browser.js';

/** The characters of some elements in reading order, with their places. */
export interface TextIndex {
  text: string;
  nodes: { node: Text; from: number; offsets: number[] }[];
}

/** Characters that the comparison ignores: white space, and hyphens that only mark line breaks. */
const isIgnored = (character: string) => /[\s\u00ad\u200b]/.test(character);

/** The running text of some elements, so that words split between lines or between two elements are found as well. */
export function indexOf(areas: readonly Element[]): TextIndex {
  const index: TextIndex = { text: '', nodes: [] };
  for (const area of areas) {
    const walker = area.ownerDocument.createTreeWalker(area, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('[aria-hidden=true]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) addNode(index, walker.currentNode as Text);
  }
  return index;
}

function addNode(index: TextIndex, node: Text): void {
  const offsets: number[] = [];
  const from = index.text.length;
  let text = '';
  let at = 0;
  for (const character of node.data) {
    // One character may become several (㈠ → (一)); each of them keeps the place of the original.
    if (!isIgnored(character))
      for (const unit of fold(character).split('')) {
        text += unit;
        offsets.push(at);
      }
    at += character.length;
  }
  if (offsets.length === 0) return;
  index.text += text;
  index.nodes.push({ node, from, offsets });
}

/** All occurrences of a text as ranges; a range may cross pages. */
export function findAll(index: TextIndex, wanted: string): Range[] {
  const needle = [...fold(wanted)].filter((character) => !isIgnored(character)).join('');
  if (needle === '') return [];
  const ranges: Range[] = [];
  for (let at = index.text.indexOf(needle); at >= 0; at = index.text.indexOf(needle, at + needle.length))
    ranges.push(rangeOf(index, at, at + needle.length));
  return ranges;
}

function rangeOf(index: TextIndex, from: number, to: number): Range {
  const start = pointAt(index, from);
  const end = pointAt(index, to - 1);
  const range = start.node.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  const length = String.fromCodePoint(end.node.data.codePointAt(end.offset)!).length;
  range.setEnd(end.node, end.offset + length);
  return range;
}

function pointAt({ nodes }: TextIndex, position: number): { node: Text; offset: number } {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle]!.from <= position) low = middle;
    else high = middle - 1;
  }
  const { node, from, offsets } = nodes[low]!;
  return { node, offset: offsets[position - from]! };
}
