import type { SetParagraph } from '../lines/set-lines.browser.js';
import { floatingFrom, leastPage } from './floating.browser.js';
import type { ItemCall } from './page-calls.browser.js';

/** A block of a flow that is not laid out in columns yet. Lengths in px. */
export interface Item {
  block: HTMLElement;
  top: number;
  size: number;
  /** Space between it and the block above, which goes where a page begins with it. */
  above: number;
  /** Places inside, from its top, where a page may end. */
  inner: number[];
  /** `forced`: a page begins with it; `free`: one may; `kept`: none may end before it. */
  before: 'forced' | 'free' | 'kept';
  /** The side on which a page must begin with it. */
  side?: 'recto' | 'verso';
  /** True for a table, columns, or a block that is higher than a page: where pages end in it is not known. */
  isOpaque?: true;
  /** True for running text: a page that ends short before it, or in it, has no reason to. */
  isText: boolean;
  /** A crosshead: the space above it may grow by a line. */
  crosshead?: HTMLElement;
  /** The head of a story: the space below it may. */
  head?: HTMLElement;
  /** 插图 in the text. */
  figure?: HTMLElement;
  /** 插图 that move together from here, and the number of items after them that may go before them. */
  floating?: { figures: number; over: number };
  /** The paragraph, where we have set its lines. */
  set?: SetParagraph;
  /** 脚注 that it calls. */
  calls?: ItemCall[];
  /** Lines that may not be alone at the foot, and at the head. */
  orphans: number;
  widows: number;
}

/** The blocks of a flow in order, with the places where a page may end. */
export function readItems(root: HTMLElement, set: readonly SetParagraph[], pageSize: number): Item[] {
  const reader: Reader = {
    root: root.getBoundingClientRect().top,
    sets: new Map(set.map((one) => [one.paragraph.block, one])),
    items: [],
    pageSize,
  };
  readChildren(root, reader, { before: 'free', isKept: false });
  for (const [index, { figure }] of reader.items.entries()) {
    const found = figure && pageSize >= leastPage * lineOf(root) ? floatingFrom(figure) : undefined;
    if (!found) continue;
    const { figures, over } = found;
    const text = reader.items.slice(index + figures.length);
    const end = text.findIndex(({ block }) => !over.some((one) => one.contains(block)));
    reader.items[index]!.floating = { figures: figures.length, over: end < 0 ? text.length : end };
  }
  return reader.items;
}

interface Reader {
  root: number;
  sets: ReadonlyMap<Element, SetParagraph>;
  items: Item[];
  pageSize: number;
}

interface Inherited {
  /** The break before the first block inside, and the side that it asks for. */
  before: Item['before'];
  side?: Item['side'];
  /** True where no page may end inside. */
  isKept: boolean;
}

function readChildren(parent: Element, reader: Reader, { before, side, isKept }: Inherited): void {
  let next = before;
  let nextSide = side;
  for (const child of parent.children) {
    const style = getComputedStyle(child);
    if (style.display === 'none' || style.position === 'absolute') continue;
    const own: Item['before'] =
      style.breakBefore === 'column' ? 'forced' : style.breakBefore === 'avoid' ? 'kept' : next;
    const asked = child.getAttribute('data-break');
    const ownSide = asked === 'recto' || asked === 'verso' ? asked : nextSide;
    readBlock(child as HTMLElement, style, reader, {
      before: own,
      isKept,
      ...(ownSide && { side: ownSide }),
    });
    nextSide = undefined;
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
  { before, side, isKept }: Inherited,
): void {
  const isBox = isKept || style.breakInside === 'avoid';
  const box = block.getBoundingClientRect();
  const isOpaque =
    style.columnCount !== 'auto' ||
    block instanceof HTMLTableElement ||
    block.matches('.pair, .turned') ||
    (isBox && box.height > reader.pageSize);
  if (!isOpaque && !isBox && hasBlocks(block)) {
    readChildren(block, reader, { before, isKept, ...(side && { side }) });
    return;
  }
  const set = reader.sets.get(block);
  const [orphans, widows] = [Number(style.orphans), Number(style.widows)];
  const item: Item = {
    top: box.top - reader.root,
    size: box.height,
    above: spaceAbove(block, style),
    inner: [],
    before,
    isText: /^(?:P|LI)$/.test(block.tagName) && style.breakAfter !== 'avoid',
    orphans,
    widows,
    block,
    ...(side && { side }),
    ...(isOpaque && { isOpaque }),
    ...(set && { set }),
    ...(block.matches('.crosshead') && { crosshead: block }),
    ...(block.matches('.story-head') && { head: block }),
    ...(block.matches('figure:not(.plate)') && { figure: block }),
  };
  if (!isBox && !isOpaque) item.inner = innerPlaces(block, style, item);
  reader.items.push(item);
}

/** Margins that meet are as wide as the wider one. */
function spaceAbove(block: Element, { marginBlockStart }: CSSStyleDeclaration): number {
  const before = block.previousElementSibling;
  if (!before) return 0;
  const below = Number.parseFloat(getComputedStyle(before).marginBlockEnd) || 0;
  return Math.max(0, below, Number.parseFloat(marginBlockStart) || 0);
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

const lineOf = (root: Element) => Number.parseFloat(getComputedStyle(root).lineHeight);
