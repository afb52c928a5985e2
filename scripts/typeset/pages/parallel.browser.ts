import type { Flow } from './flow.browser.js';

/**
 * 对照 on facing pages: a spread is laid out as one page of twice the measure, with both languages side by side in
 * rows. So both break over pages together, and aligned text cannot drift. Then each spread is split.
 */

/** White between the two pages of a spread while they are one, in px: wider than anything may protrude from a page. */
const spreadGapPx = 400;

/** Names of a spread's sides, which are the classes of its cells. */
export const sides = ['first', 'second'] as const;
type SideName = (typeof sides)[number];

/** Makes an area as wide as a spread; its content knows the distance of the pages. */
export function widen(area: HTMLElement, content: HTMLElement): void {
  const { width } = area.getBoundingClientRect();
  area.style.inlineSize = `${2 * width + spreadGapPx}px`;
  content.style.setProperty('--spread-gap', `${spreadGapPx}px`);
}

/** Lines that a story has at least on its last page. */
const leastLines = 3;

/**
 * 末页: keeps the end of each story in two languages together, so that no page has only a line or two of it. Its last
 * paragraph takes so many lines overleaf, and a shorter one those before it.
 */
export function keepTails(content: Element): void {
  for (const story of content.querySelectorAll('.parallel .story')) {
    const last = story.querySelector<HTMLElement>(':scope > .pair:last-child');
    if (!last) continue;
    last.style.widows = `${leastLines}`;
    const line = Number.parseFloat(getComputedStyle(last).lineHeight);
    if (last.getBoundingClientRect().height < (leastLines - 0.5) * line) last.style.breakBefore = 'avoid';
  }
}

/** Records the height of each row in each column of the flow, before it is cut. */
export function noteHeights({ content, columnOf }: Flow): void {
  const rows = [...content.querySelectorAll('.pair')];
  const heights = rows.map((row) => [...row.getClientRects()].map((box) => [columnOf(box), box.height]));
  for (const [index, row] of rows.entries()) row.setAttribute('data-heights', JSON.stringify(heights[index]));
}

/** Splits the content of one column of the flow into the verso's and the recto's. */
export function partSpread(text: DocumentFragment, column: number): Record<SideName, DocumentFragment> {
  const first = text.cloneNode(true) as DocumentFragment;
  keepSide(first, 'first', column);
  keepSide(text, 'second', column);
  return { first, second: text };
}

function keepSide(text: DocumentFragment, side: SideName, column: number): void {
  for (const row of text.querySelectorAll<HTMLElement>('.pair')) {
    for (const cell of [...row.children]) if (!cell.classList.contains(side)) cell.remove();
    const heights: [number, number][] = JSON.parse(row.getAttribute('data-heights') ?? '[]');
    const height = heights.find(([at]) => at === column)?.[1];
    if (height !== undefined) row.style.blockSize = `${height}px`;
    row.removeAttribute('data-heights');
    row.setAttribute('data-side', side);
  }
  if (side === 'first') return;
  // Containers of both languages continue twice: on versos, and on rectos.
  for (const piece of text.querySelectorAll('[data-fragment]'))
    piece.setAttribute('data-fragment', `${piece.getAttribute('data-fragment')}b`);
  // Content in one language is on the verso only.
  for (const element of [...text.querySelectorAll('.parallel ~ *, :not(.parallel, .parallel *)')])
    if (!element.querySelector('.parallel')) element.remove();
  for (const story of text.querySelectorAll('article')) {
    if (story.id) story.id += '-b';
    const head = story.getAttribute('data-second-head');
    if (head !== null) story.setAttribute('data-head', head);
  }
}

/** The first element of a page that is not merely a wrapper of two languages. */
export function firstElement(wrapper: Element): Element | null {
  let first = wrapper.firstElementChild;
  while (first?.matches('.parallel, .briefs')) first = first.firstElementChild;
  return first;
}
