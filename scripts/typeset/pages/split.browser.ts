import { blankSideOf } from '../../text/mark-shape.js';
import { scriptOf } from '../../text/script-of.js';
import { edgeBlocks, isJustified, markStart, type Start, startsOf } from '../cuts/edges.browser.js';
import { sideOf } from './forced-breaks.browser.js';

/** Facts about blocks that a page begins or ends in the middle of. The rules are in split.css. */
export interface Splits {
  /** True if the page continues a block of the page before. */
  isContinued: boolean;
  /** True if another page or notes follow: its last block has no margin below. */
  goesOn: boolean;
}

/**
 * Marks the blocks at the borders of a page in the document. Their styles are read before anything is marked: after each
 * mark the browser would compute them anew.
 */
export function markSplits(content: Element, { isContinued, goesOn }: Splits): void {
  const starts = isContinued ? startsOf(content) : [];
  // 齐尾: the last line before a page break is not a last line; unless the text itself breaks lines:
  // then justifying "last" lines would stretch those too.
  const ends = (goesOn ? edgeBlocks(content, 'data-split-to', 'lastChild') : []).filter(
    (block) => block.getAttribute('data-split-to') === '' && isJustified(block) && !block.querySelector('br'),
  );
  if (isContinued) markStarts(content, starts);
  if (!goesOn) return;
  for (let at = markEnd(content); at; at = markEnd(at));
  for (const block of ends) block.setAttribute('data-last-line', '');
}

/** Marks the last child that has a size, and those after it, which do not keep its margin inside. Returns that one. */
function markEnd(parent: Element): Element | null {
  let at = parent.lastElementChild;
  while (at) {
    const isEmpty = at.textContent?.trim() === '' && !hasSize(at);
    at.setAttribute('data-page-end', '');
    if (!isEmpty) return at;
    at = at.previousElementSibling;
  }
  return null;
}

function hasSize(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** Marks blocks that continue from an earlier page: no margin above, as in a column, and no indent. */
export const markContinuation = (content: Element): void => markStarts(content, startsOf(content));

function markStarts(content: Element, starts: readonly Start[]): void {
  if (sideOf(content) === undefined)
    for (let at = content.firstElementChild; at; at = at.firstElementChild)
      at.setAttribute('data-page-start', '');
  for (const start of starts) markStart(start);
}

const softHyphen = '\u00ad';

/** Shows the hyphen where a page ends inside a hyphenated word: no line follows that would make it. Decoration only. */
export function closeHyphens(content: Element): void {
  for (const element of content.querySelectorAll('[data-split-to]')) {
    const last = element.lastChild;
    if (!(last instanceof Text) || !last.data.endsWith(softHyphen)) continue;
    const hyphen = document.createElement('span');
    hyphen.setAttribute('aria-hidden', 'true');
    hyphen.textContent = '-';
    element.append(hyphen);
  }
}

/**
 * 挤压: the mark at the end of a line loses its blank half where text continues. At the end of a page the browser sees
 * no more text, and the line may be half an em too long. @returns true if there was such a mark.
 */
export function haltEnds(content: Element): boolean {
  const isCentred = scriptOf(content.closest('[lang]')?.getAttribute('lang') ?? '') === 'hant';
  let isHalted = false;
  for (const block of edgeBlocks(content, 'data-split-to', 'lastChild')) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const last = texts.lastChild() && lastText(texts);
    if (!last || last.parentElement?.closest('.halt')) continue;
    // Marks before it are squeezed if they touch it: in a separate span it would touch none.
    let start = last.length;
    while (start > 0 && givesAtEnd(last.data[start - 1]!, isCentred)) start--;
    if (start === last.length) continue;
    const span = document.createElement('span');
    span.className = 'halt';
    last.after(span);
    span.append(last.splitText(start));
    isHalted = true;
  }
  return isHalted;
}

function givesAtEnd(mark: string, isCentred: boolean): boolean {
  const blank = blankSideOf(mark, isCentred);
  return blank === 'end' || blank === 'both';
}

function lastText(texts: TreeWalker): Text {
  while (texts.nextNode());
  return texts.currentNode as Text;
}

/**
 * A <br> has no position that a script can read: it stays with the text before it. One that makes an empty line has
 * none before it: it gets a span, whose position can be read.
 */
export function holdBreaks(root: Element): void {
  for (const lineBreak of root.querySelectorAll('br')) {
    const before = lineBreak.previousSibling;
    const hasText = before && (before.textContent ?? '').trim() !== '';
    if (hasText) continue;
    const holder = document.createElement('span');
    lineBreak.replaceWith(holder);
    holder.append(lineBreak);
  }
}

/** Gives each item of a list its number, so that it is kept when the list is cut. */
export function numberItems(root: Element): void {
  for (const list of root.querySelectorAll('ol')) {
    const items = [...list.children].filter((child) => child instanceof HTMLLIElement);
    const step = list.reversed ? -1 : 1;
    let next = list.hasAttribute('start') || !list.reversed ? list.start : items.length;
    for (const item of items) {
      if (item.hasAttribute('value')) next = item.value;
      item.value = next;
      next += step;
    }
  }
}

/** Removes the parts of a page box that no page uses: two thirds of its nodes. */
export function prune(page: ParentNode): void {
  for (const part of page.querySelectorAll('.pagedjs_pagebox > :not(.pagedjs_area), .pagedjs_footnote_area'))
    if (!part.querySelector('.hasContent')) part.remove();
}

/** True if the page in the document has no crop marks: then its bleed is not shown either. */
export function isWithoutMarks(page: Element): boolean {
  const marks = page.querySelector('.pagedjs_marks-crop');
  return !marks || getComputedStyle(marks).display === 'none';
}

/** Names a block for a person: by its first words, or by its story where it has none. */
export function describe(element: Element): string {
  const story = element.closest('[data-head]')?.getAttribute('data-head') ?? '';
  const text = ((element.textContent ?? '').trim() || story).replace(/\s+/g, ' ');
  return text ? `“${text.slice(0, 24)}${text.length > 24 ? '…' : ''}”` : `<${element.tagName.toLowerCase()}>`;
}
