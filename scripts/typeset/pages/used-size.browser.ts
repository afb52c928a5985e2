import { textRange } from '../cuts/text-range.browser.js';
import type { Flow } from './flow.browser.js';
import type { Task } from './note-room.browser.js';

/**
 * The height of the flow's first column that its content uses, in px. Boxes that continue in the next column always
 * fill this one, so only boxes that end here count.
 */
export function usedSize({ flow, grid, line }: Task): number {
  const end = endIn(flow, flow.content);
  // Off the grid, a character's box ends before its line, by less than half a line.
  const whole = grid > 1 ? Math.ceil(end / grid - 0.01) * grid : end + line / 2;
  return Math.min(flow.fullSize, whole);
}

function endIn(flow: Flow, node: Node): number {
  const boxes = boxesOf(node);
  if (boxes.length > 0 && boxes.every((box) => flow.columnOf(box) > 0)) return 0;
  const goesOn = boxes.some((box) => flow.columnOf(box) > 0);
  if (node instanceof Element && (boxes.length === 0 || (goesOn && !hasColumns(node))))
    return [...node.childNodes].reduce((end, child) => Math.max(end, endIn(flow, child)), 0);
  return boxes.reduce((end, box) => (flow.columnOf(box) > 0 ? end : Math.max(end, flow.endOf(box))), 0);
}

/** 分栏: columns that continue are as high on the page as they were here, wherever their text ends. */
const hasColumns = (element: Element) => Number(getComputedStyle(element).columnCount) > 1;

function boxesOf(node: Node): DOMRect[] {
  if (node instanceof Element) return [...node.getClientRects()];
  if (!(node instanceof Text)) return [];
  textRange.selectNodeContents(node);
  return [...textRange.getClientRects()];
}
