import { hangingMarks } from '../../text/mark-shape.js';
import { textRange } from '../cuts/text-range.browser.js';
import type { Line } from './measured.browser.js';
import type { Paragraph } from './paragraphs.browser.js';

/** A character further from the edge, in em, does not begin a line; an opening mark may extend half an em beyond it. */
const mostFromEdge = 0.6;

/** A line that is led runs over its measure if it is wider than we think, in em; a mark that hangs, by its own em. */
const mostBeyond = 0.3;

/**
 * The place of the first break of ours that the browser does not follow in a paragraph. Undefined if each line begins
 * and ends with the intended characters.
 */
export function strayBreak(
  { block, emPx, text, measure, isLed }: Paragraph,
  lines: readonly Pick<Line, 'start' | 'end'>[],
): number | undefined {
  const style = getComputedStyle(block);
  const isVertical = style.writingMode.startsWith('vertical');
  const padding = Number.parseFloat(style.paddingInlineStart) || 0;
  // In two columns a paragraph has two boxes.
  const edges = [...block.getClientRects()].map((box) => (isVertical ? box.top : box.left) + padding);
  const isNear = (one: number, other: number) => Math.abs(one - other) < mostFromEdge * emPx;
  const boxOf = boxesOf(block);
  for (const [index, { start, end }] of lines.entries()) {
    const [first, last] = [boxOf(start), boxOf(end - 1)];
    if (!first || !last) continue;
    const at = isVertical ? first.top : first.left;
    if (index > 0 && !edges.some((edge) => isNear(at, edge))) return start;
    const isOneLine = isVertical ? isNear(first.right, last.right) : isNear(first.top, last.top);
    const right = isVertical ? last.bottom : last.right;
    const most = measure + mostBeyond + (hangingMarks.has(text[end - 1]!) ? 1 : 0);
    const isOver = isLed && edges.every((edge) => right - edge > most * emPx || right < edge);
    if (!isOneLine || isOver) return index < lines.length - 1 ? end : start;
  }
  return undefined;
}

/** Returns the boxes of a block's characters by their places in its text; to be called in rising order. */
function boxesOf(block: Element): (at: number) => DOMRect | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement!.closest('rt') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let before = 0;
  let node = walker.nextNode() as Text | null;
  return (at) => {
    while (node && before + node.length <= at) {
      before += node.length;
      node = walker.nextNode() as Text | null;
    }
    if (!node) return undefined;
    textRange.setStart(node, at - before);
    textRange.setEnd(node, at - before + 1);
    return textRange.getBoundingClientRect();
  };
}
