import type { Columns } from './leaves.browser.js';

/** A flow whose columns become pages, and in which text may stand in columns of its own. Lengths in px. */
export interface FlowColumns extends Columns {
  /** Height of the type area. */
  fullSize: number;
}

/** More columns than a page has. */
const mostColumns = 64;

/** Tells of a box in which column it stands, counting those of a body in columns on each page. */
export function inFlow({ columnOf }: FlowColumns, body: Element): (box: DOMRect) => number {
  const { columnCount, columnGap } = getComputedStyle(body);
  const count = Number(columnCount);
  if (!(count > 1)) return (box) => columnOf(box) * mostColumns;
  const gap = Number.parseFloat(columnGap) || 0;
  const pages = new Map([...body.getClientRects()].map((box) => [columnOf(box), box]));
  return (box) => {
    const page = columnOf(box);
    const own = pages.get(page);
    if (!own) return page * mostColumns;
    const inner = Math.floor((box.left - own.left + gap / 2) / ((own.width + gap) / count));
    return page * mostColumns + Math.min(Math.max(inner, 0), count - 1);
  };
}
