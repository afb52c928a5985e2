/** Marks a block that is parted between two columns, where something else stands between its parts. */
export function markParting(before: Element, after: Element): void {
  for (const block of edgeBlocks(before, 'data-split-to', 'lastChild'))
    if (isJustified(block) && !block.querySelector('br')) block.setAttribute('data-last-line', '');
  for (const start of startsOf(after)) markStart(start);
}

/** A block that continues, and the inline blocks in it. */
export interface Start {
  block: Element;
  inner: HTMLElement[];
}

export const startsOf = (content: Element): Start[] =>
  edgeBlocks(content, 'data-split-from', 'firstChild').map((block) => ({
    block,
    inner: [...block.querySelectorAll<HTMLElement>('*')].filter((element) =>
      getComputedStyle(element).display.startsWith('inline-'),
    ),
  }));

export function markStart(start: Start): void {
  keepInnerIndents(start);
  start.block.setAttribute('data-first-line', '');
}

/** Inline blocks inherit a block's indent; this keeps it when the block loses it. */
function keepInnerIndents({ block, inner }: Start): void {
  if (inner.length === 0) return;
  // Paged.js takes the indent of every split block.
  block.removeAttribute('data-split-from');
  const indents = inner.map((element) => getComputedStyle(element).textIndent);
  block.setAttribute('data-split-from', '');
  inner.forEach((element, index) => {
    element.style.textIndent = indents[index]!;
  });
}

/** The split blocks that hold lines themselves: a story that breaks between two paragraphs has no line to mend. */
export function edgeBlocks(content: Element, attribute: string, edge: 'firstChild' | 'lastChild'): Element[] {
  const parted = [
    ...(content.matches(`[${attribute}]`) ? [content] : []),
    ...content.querySelectorAll(`[${attribute}]`),
  ];
  return parted.filter((element) => {
    let node = element[edge];
    const next = edge === 'firstChild' ? 'nextSibling' : 'previousSibling';
    while (node instanceof Text && node.data.trim() === '') node = node[next];
    return isBlock(element) && node !== null && !(node instanceof Element && isBlock(node));
  });
}

const isBlock = (element: Element) => !/^(?:inline|ruby|contents)/.test(getComputedStyle(element).display);
export const isJustified = (element: Element) => getComputedStyle(element).textAlign === 'justify';
