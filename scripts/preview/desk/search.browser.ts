import { iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import { fold, learnForms } from '../controls/fold.browser.js';
import { say } from '../words/say.browser.js';
import type { Paper } from './paper.browser.js';

/** The characters of a book in reading order, with their places. */
interface Index {
  text: string;
  nodes: { node: Text; from: number; offsets: number[] }[];
}

/** Characters ignored in comparison: white space, and hyphens that only show line breaks. */
const isIgnored = (character: string) => /[\s\u00ad\u200b]/.test(character);

/** The running text of all pages, so that text split by a line or page break is found as well. */
export function indexOf({ sheets }: Pick<Paper, 'sheets'>): Index {
  const index: Index = { text: '', nodes: [] };
  for (const sheet of sheets) {
    const area = sheet.querySelector('.type-area');
    if (!area) continue;
    const walker = sheet.ownerDocument.createTreeWalker(area, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('[aria-hidden=true]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) addNode(index, walker.currentNode as Text);
  }
  return index;
}

function addNode(index: Index, node: Text): void {
  const offsets: number[] = [];
  const from = index.text.length;
  let text = '';
  let at = 0;
  for (const character of node.data) {
    // One character may become several (㈠ → (一)): each keeps its origin.
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

/** All occurrences of a text, as ranges; a match across pages is a range across pages. */
export function findAll(index: Index, wanted: string): Range[] {
  const needle = [...fold(wanted)].filter((character) => !isIgnored(character)).join('');
  if (needle === '') return [];
  const ranges: Range[] = [];
  for (let at = index.text.indexOf(needle); at >= 0; at = index.text.indexOf(needle, at + needle.length))
    ranges.push(rangeOf(index, at, at + needle.length));
  return ranges;
}

function rangeOf(index: Index, from: number, to: number): Range {
  const start = pointAt(index, from);
  const end = pointAt(index, to - 1);
  const range = start.node.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  const length = String.fromCodePoint(end.node.data.codePointAt(end.offset)!).length;
  range.setEnd(end.node, end.offset + length);
  return range;
}

function pointAt({ nodes }: Index, position: number): { node: Text; offset: number } {
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

/** 查找: a search field, with steps from match to match. */
export function newSearch(paper: () => Paper | undefined, goTo: (page: number) => void) {
  let ranges: Range[] = [];
  let here = 0;
  const count = element('span', { class: 'search-count', role: 'status' });
  const show = (move: boolean) => {
    const shown = paper();
    if (!shown) return;
    const { Highlight, CSS } = shown.frame.contentWindow as Window & typeof globalThis;
    CSS.highlights.set('found', new Highlight(...ranges));
    const current = ranges[here];
    CSS.highlights.set('found-here', new Highlight(...(current ? [current] : [])));
    count.textContent =
      input.value === '' ? '' : current ? `${here + 1} / ${ranges.length}` : say('searchNone');
    if (!current || !move) return;
    const sheet = (current.startContainer as Text).parentElement?.closest<HTMLElement>('.desk-sheet');
    if (sheet) goTo(shown.sheets.indexOf(sheet));
  };
  const find = (move: boolean) => {
    const shown = paper();
    ranges = shown ? findAll(indexOf(shown), input.value) : [];
    if (move) here = 0;
    here = Math.min(here, Math.max(0, ranges.length - 1));
    show(move);
  };
  const step = (by: number) => {
    if (ranges.length === 0) return;
    here = (here + by + ranges.length) % ranges.length;
    show(true);
  };
  const close = () => {
    input.value = '';
    find(false);
    root.hidden = true;
    paper()?.document.querySelector('main')?.focus({ preventScroll: true });
  };
  const input = element('input', {
    type: 'search',
    'aria-label': say('search'),
    placeholder: say('search'),
    oninput: () => find(true),
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
      if (event.key === 'Escape') close();
    },
  });
  const root = element(
    'form',
    { class: 'search', role: 'search', hidden: true, onsubmit: (event: Event) => event.preventDefault() },
    input,
    count,
    iconButton('previous', say('searchPrevious'), () => step(-1)),
    iconButton('next', say('searchNext'), () => step(1)),
    iconButton('close', say('close'), close),
  );
  return {
    root,
    open: () => {
      root.hidden = false;
      input.focus();
      input.select();
      void learnForms().then(() => find(false));
    },
    /** Shows words of the manuscript on the pages. */
    findWords(words: string): void {
      root.hidden = false;
      input.value = words;
      void learnForms().then(() => find(true));
    },
    /** To be called after the pages were renewed. */
    renew: () => {
      if (input.value) find(false);
    },
  };
}
