import type { SetParagraph } from '../lines/set-lines.browser.js';

/** A block of a flow that is not laid out in columns yet. Lengths in px. */
export interface Item {
  top: number;
  size: number;
  /** Places inside, from its top, where a page may end. */
  inner: number[];
  /** `forced`: a page begins with it; `free`: one may; `kept`: none may end before it. */
  before: 'forced' | 'free' | 'kept';
  /** True for running text: a page that ends short before it, or in it, has no reason to. */
  isText: boolean;
  /** A crosshead: the space above it may grow by a line. */
  crosshead?: HTMLElement;
  /** The head of a story: the space below it may. */
  head?: HTMLElement;
  /** 插图 in the text. */
  figure?: HTMLElement;
  /** The paragraph, where we have set its lines. */
  set?: SetParagraph;
  /** Lines that may not be alone at the foot, and at the head. */
  orphans: number;
  widows: number;
}

/**
 * The blocks of a flow in order, with the places where a page may end. They stop at the first block that parts in
 * other ways: a table, columns, or one that is higher than a page.
 */
export function readItems(root: HTMLElement, set: readonly SetParagraph[], pageSize: number): Item[] {
  const reader: Reader = {
    root: root.getBoundingClientRect().top,
    sets: new Map(set.map((one) => [one.paragraph.block, one])),
    items: [],
    pageSize,
    isOver: false,
  };
  readChildren(root, reader, { before: 'free', isKept: false });
  return reader.items;
}

interface Reader {
  root: number;
  sets: ReadonlyMap<Element, SetParagraph>;
  items: Item[];
  pageSize: number;
  isOver: boolean;
}

interface Inherited {
  /** The break before the first block inside. */
  before: Item['before'];
  /** True where no page may end inside. */
  isKept: boolean;
}

function readChildren(parent: Element, reader: Reader, { before, isKept }: Inherited): void {
  let next = before;
  for (const child of parent.children) {
    if (reader.isOver) return;
    const style = getComputedStyle(child);
    if (style.display === 'none' || style.position === 'absolute') continue;
    const own: Item['before'] =
      style.breakBefore === 'column' ? 'forced' : style.breakBefore === 'avoid' ? 'kept' : next;
    readBlock(child as HTMLElement, style, reader, { before: own, isKept });
    next = isKept || keepsNext(child) ? 'kept' : 'free';
  }
}

/** True if the block, or the last one inside, stays with the next. */
function keepsNext(block: Element): boolean {
  for (let at: Element | null = block; at; at = at.lastElementChild)
    if (getComputedStyle(at).breakAfter === 'avoid') return true;
  return false;
}

function readBlock(
  block: HTMLElement,
  style: CSSStyleDeclaration,
  reader: Reader,
  { before, isKept }: Inherited,
): void {
  if (style.columnCount !== 'auto' || block instanceof HTMLTableElement || block.matches('.pair, .turned')) {
    reader.isOver = true;
    return;
  }
  const isBox = isKept || style.breakInside === 'avoid';
  const box = block.getBoundingClientRect();
  if (isBox && box.height > reader.pageSize) {
    reader.isOver = true;
    return;
  }
  if (!isBox && hasBlocks(block)) {
    readChildren(block, reader, { before, isKept });
    return;
  }
  const set = reader.sets.get(block);
  const [orphans, widows] = [Number(style.orphans), Number(style.widows)];
  const item: Item = {
    top: box.top - reader.root,
    size: box.height,
    inner: [],
    before,
    isText: /^(?:P|LI)$/.test(block.tagName) && style.breakAfter !== 'avoid',
    orphans,
    widows,
    ...(set && { set }),
    ...(block.matches('.crosshead') && { crosshead: block }),
    ...(block.matches('.story-head') && { head: block }),
    ...(block.matches('figure:not(.plate)') && { figure: block }),
  };
  if (!isBox) item.inner = innerPlaces(block, style, item);
  reader.items.push(item);
}

const hasBlocks = (block: Element) =>
  [...block.children].some((child) =>
    /^(?:block|list-item|flow-root|flex|grid|table)/.test(getComputedStyle(child).display),
  );

/** Ends of lines inside a block of text where a page may end. */
function innerPlaces(block: Element, style: CSSStyleDeclaration, { size, orphans, widows }: Item): number[] {
  const line = Number.parseFloat(style.lineHeight);
  const [above, below] = [Number.parseFloat(style.paddingTop), Number.parseFloat(style.paddingBottom)];
  const count = Math.round((size - above - below) / line);
  if (!line || block.textContent === '') return [];
  return linePlaces(count, line, { orphans, widows }).map((place) => above + place);
}

/** Ends of the lines of a paragraph where a page may end. */
export function linePlaces(
  count: number,
  line: number,
  { orphans, widows }: Pick<Item, 'orphans' | 'widows'>,
): number[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => index + 1)
    .filter((lines) => lines >= orphans && count - lines >= widows)
    .map((lines) => lines * line);
}
