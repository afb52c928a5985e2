import type { Side } from '../pages.js';
import { textBoxes } from './text-boxes.browser.js';

/** A block of a flow in columns: a paragraph, or something that is not parted like one. */
export interface Leaf {
  block: HTMLElement;
  /** True for running text: a page that ends short before it, or in it, has no reason to. */
  isText: boolean;
  /** True if it must stay with the next one. */
  isKept: boolean;
  /** The side of the page that it must begin, where it must begin one. */
  forced?: Side;
}

/** The blocks of a flow, in order. */
export function leavesOf(root: HTMLElement): Leaf[] {
  const leaves: Leaf[] = [];
  const read = (parent: Element, isBoxed: boolean, given: Side | undefined) => {
    let forced = given;
    for (const child of parent.children as HTMLCollectionOf<HTMLElement>) {
      const style = getComputedStyle(child);
      if (style.display === 'none' || style.position === 'absolute' || isInline(style)) continue;
      const asked = (child.getAttribute('data-break') as Side | null) ?? undefined;
      // A side prevails over any page.
      const own = asked && (asked !== 'any' || !forced) ? asked : forced;
      const isBox = isBoxed || style.breakInside === 'avoid';
      const isWhole = isBox || child.matches('table, figure, .pair, .turned');
      if (!isWhole && [...child.children].some(isBlock)) read(child, isBox, own);
      else if (child.getBoundingClientRect().height > 0)
        leaves.push({
          block: child,
          isText: /^(?:P|LI)$/.test(child.tagName) && style.breakAfter !== 'avoid',
          isKept: style.breakAfter === 'avoid',
          ...(own && { forced: own }),
        });
      else continue;
      forced = undefined;
    }
  };
  read(root, false, undefined);
  return leaves;
}

/** True for a block, but for the end of a column, which a paragraph has inside and stays one. */
const isBlock = (child: Element) => !child.matches('.column-end') && !isInline(getComputedStyle(child));

const isInline = ({ display }: CSSStyleDeclaration) => /^(?:inline|ruby|contents)/.test(display);

/** A flow whose columns become pages, as far as it matters here. */
export interface Columns {
  columnOf: (box: DOMRect) => number;
  /** Distance from the top of its column to the end of a box, in px. */
  endOf: (box: DOMRect) => number;
}

/** Where a page ends. */
export interface PageFoot {
  /** The lowest place of its text, in px from its top. */
  foot: number;
  /** True where a page may end anywhere: before a heading or a figure, in a table, at an end. */
  isExcused: boolean;
  /** True if a page must begin after it, or none follows. */
  isEnd: boolean;
  /** Index of the first leaf on it, and whether that goes on from the page before. */
  first: number;
  isContinued: boolean;
}

/** The pages of a flow, as they are laid out now. */
export function feetOf(leaves: readonly Leaf[], { columnOf, endOf }: Columns): PageFoot[] {
  const feet: PageFoot[] = [];
  for (const [index, { block, isText }] of leaves.entries()) {
    const next = leaves[index + 1];
    const isEnd = !next || next.forced !== undefined;
    const boxes = textBoxes(block);
    const pages = boxes.map(columnOf);
    const [from, to] = [Math.min(...pages), Math.max(...pages)];
    for (const [at, page] of pages.entries()) {
      const known = feet[page];
      const goesOn = page < to;
      feet[page] = {
        foot: Math.max(known?.foot ?? 0, endOf(boxes[at]!)),
        isExcused: goesOn ? !isText : isEnd || !next.isText,
        isEnd: !goesOn && isEnd,
        first: known?.first ?? index,
        isContinued: known?.isContinued ?? page > from,
      };
    }
  }
  return feet;
}
