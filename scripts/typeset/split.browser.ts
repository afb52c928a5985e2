/** What a page must be told about blocks that it begins or ends in the middle of. The rules are in split.css. */
export interface Splits {
  /** The page goes on with what the page before it began: no margin above, as in a column. */
  isContinued: boolean;
  /** Another page follows: its last block has no margin below. */
  goesOn: boolean;
}

/** Marks the blocks at the borders of a page that stands in the document. */
export function markSplits(wrapper: Element, { isContinued, goesOn }: Splits): void {
  if (isContinued)
    for (let at = wrapper.firstElementChild; at; at = at.firstElementChild)
      at.setAttribute('data-page-start', '');
  if (goesOn)
    for (let at = wrapper.lastElementChild; at; at = at.lastElementChild)
      at.setAttribute('data-page-end', '');
  for (const block of deepestBlocks(wrapper, 'data-split-from')) block.setAttribute('data-first-line', '');
  // 齐尾: the last line before a page break is no last line; unless the text itself breaks lines:
  // then justifying "last" lines would stretch those too.
  for (const block of deepestBlocks(wrapper, 'data-split-to'))
    if (!block.querySelector('br')) block.setAttribute('data-last-line', '');
}

/** The split blocks that hold lines themselves: a story that breaks between two paragraphs has no line to mend. */
function deepestBlocks(wrapper: Element, attribute: string): Element[] {
  return [...wrapper.querySelectorAll(`[${attribute}]`)].filter((element) => {
    const edge = attribute === 'data-split-to' ? element.lastChild : element.firstChild;
    return isBlock(element) && edge !== null && !(edge instanceof Element && isBlock(edge));
  });
}

const isBlock = (element: Element) => !getComputedStyle(element).display.startsWith('inline');

const softHyphen = '\u00ad';

/** A page that ends inside a hyphenated word shows the hyphen: no line follows that would make it. For the eye only. */
export function closeHyphens(wrapper: HTMLElement): void {
  for (const element of wrapper.querySelectorAll('[data-split-to]')) {
    const last = element.lastChild;
    if (!(last instanceof Text) || !last.data.endsWith(softHyphen)) continue;
    const hyphen = document.createElement('span');
    hyphen.setAttribute('aria-hidden', 'true');
    hyphen.textContent = '-';
    element.append(hyphen);
  }
}

/** Removes the parts of a page box that this page does not use: two thirds of its nodes. */
export function prune(page: HTMLElement): void {
  for (const part of page.querySelectorAll(
    '.pagedjs_pagebox > :not(.pagedjs_area), .pagedjs_footnote_area',
  )) {
    if (!part.querySelector('.hasContent')) part.remove();
  }
  const marks = page.querySelector('.pagedjs_marks-crop');
  if (!marks || getComputedStyle(marks).display === 'none')
    for (const bleed of page.querySelectorAll('.pagedjs_bleed')) bleed.remove();
}

/** A block as a person finds it: by its first words. */
export function describe(element: Element): string {
  const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ');
  return text ? `“${text.slice(0, 24)}${text.length > 24 ? '…' : ''}”` : `<${element.tagName.toLowerCase()}>`;
}
