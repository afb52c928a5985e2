import type { Columns, Leaf } from './leaves.browser.js';
import { linesOf, startOf, type TextLine } from './text-boxes.browser.js';

/** A change of a style, and the way back. */
export interface Held {
  undo: () => void;
}

/** A page that shall end early. Lengths in px, from the top of the page. */
export interface Hold extends Columns {
  leaves: readonly Leaf[];
  page: number;
  /** The place where its last line shall end. */
  foot: number;
  line: number;
}

/**
 * Lets the first line of a page that ends below a place, and all after it, go on in the next column.
 *
 * @returns undefined where no line ends below that place; false where something else than text would have to go on.
 */
export function holdFrom(hold: Hold): Held | false | undefined {
  const { leaves, page, foot, line, columnOf, endOf } = hold;
  const isBelow = (box: DOMRect) => columnOf(box) === page && endOf(box) > foot + line / 2;
  for (const [index, { block, isText }] of leaves.entries()) {
    if (![...block.getClientRects()].some(isBelow)) continue;
    // A figure waits for the head of the next page, which those lines would take.
    if (leaves.slice(index + 1, index + 3).some((one) => isNextFigure(hold, one))) return false;
    const lines = isText ? linesOf(block, line) : [];
    const at = lines.findIndex(({ box }) => isBelow(box));
    if (isText && at < 0) continue;
    return (at > 0 && holdWithin(block, lines, at)) || breakBefore(hold, index);
  }
  return undefined;
}

const isNextFigure = ({ page, columnOf }: Hold, { block }: Leaf) =>
  block.matches('[data-moored]') && columnOf(block.getBoundingClientRect()) > page;

/**
 * Ends a column in a paragraph, before one of its lines, or before an earlier one if too few would be left.
 *
 * @returns false if then too few would stay
 */
export function holdWithin(block: HTMLElement, lines: readonly TextLine[], at: number): Held | false {
  const found = breakWithin(block, lines, at);
  if (!found) return false;
  const { mark, isInText } = found;
  return {
    undo: () => {
      const [before, after] = [mark.previousSibling, mark.nextSibling];
      mark.remove();
      if (isInText && before instanceof Text && after instanceof Text) {
        before.data += after.data;
        after.remove();
      }
    },
  };
}

/** The same for good: what begins the next column, and whether a text was parted for it. */
export function breakWithin(
  block: HTMLElement,
  lines: readonly TextLine[],
  at: number,
): { mark: HTMLElement; isInText: boolean } | undefined {
  const { widows, orphans } = getComputedStyle(block);
  const first = Math.min(at, lines.length - Number(widows));
  if (first < Number(orphans) || first < 1) return undefined;
  const start = lines[first]!;
  const mark = document.createElement('span');
  mark.className = 'column-end';
  let next: Node = start.text;
  const offset = startOf(start);
  if (offset > 0) next = start.text.splitText(offset);
  // Outside of what begins with the line, such as a reading.
  while (next.parentNode !== block && !next.previousSibling) next = next.parentNode!;
  next.parentNode!.insertBefore(mark, next);
  return { mark, isInText: offset > 0 };
}

/** Begins the next column with a block, and with the headings above it. */
function breakBefore({ leaves, page, columnOf }: Hold, index: number): Held | false {
  let first = index;
  while (leaves[first - 1]?.isKept) first--;
  const { block, forced, isText } = leaves[first]!;
  const before = leaves[first - 1];
  // A page is not left empty; and only a paragraph begins a page as if nothing had been done.
  const isOnPage = before && [...before.block.getClientRects()].some((box) => columnOf(box) === page);
  if (!isOnPage || forced || !(isText || block.matches('.crosshead'))) return false;
  const former = block.style.cssText;
  block.style.breakBefore = 'column';
  // A crosshead has no space above it at the head of a page.
  if (!isText) block.style.setProperty('margin-block-start', '0', 'important');
  return {
    undo: () => {
      block.style.cssText = former;
    },
  };
}

/** Takes the ends of columns out of a page that was cut out: there its height ends them. */
export function freeLines(piece: DocumentFragment): void {
  for (const mark of piece.querySelectorAll('.column-end')) mark.remove();
}
