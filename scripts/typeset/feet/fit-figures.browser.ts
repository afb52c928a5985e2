import type { SetParagraph } from '../lines/set-lines.browser.js';
import {
  type Flow,
  footBeforeFigure,
  footOf,
  limitOf,
  nextOpening,
  type Start,
} from './page-model.browser.js';
import { type Item, readItems } from './read-items.browser.js';

/** A picture is not set smaller than this share of its height: what is drawn in it would be hard to see. */
export const leastShare = 2 / 3;

/**
 * 缩图: a figure for which the rest of a page is nearly high enough is set smaller there, rather than overleaf with a
 * white foot before it; else text fills that foot (`footOf`). The flow must not be in columns yet.
 */
export function fitFigures(
  root: HTMLElement,
  set: readonly SetParagraph[],
  { line, pageSize }: Pick<Flow, 'line' | 'pageSize'>,
): void {
  if (!root.querySelector('figure img')) return;
  const flow: Flow = { items: readItems(root, set, pageSize), line, pageSize, tried: new Map() };
  let start: Start = { item: 0, at: flow.items[0]?.top ?? 0 };
  while (start.item < flow.items.length) {
    const foot = footBeforeFigure(flow, start);
    if (!foot) {
      const opening = nextOpening(flow, start);
      if (!opening) return;
      start = opening;
      continue;
    }
    const next = flow.items[foot.item];
    const isFitted = next?.figure && !foot.isEnd && foot.at === next.top && shrink(flow, foot.item, start);
    if (!isFitted) start = footOf(flow, start) ?? foot;
  }
}

/** Makes a figure as much lower as it exceeds its page, by whole lines. */
function shrink(flow: Flow, index: number, start: Start): boolean {
  const { items, line } = flow;
  const limit = limitOf(flow, start);
  const { figure, top, size } = items[index]!;
  const lower = Math.ceil((top + size - limit) / line) * line;
  const pictures = [...figure!.querySelectorAll('img')];
  const heights = pictures.map((picture) => picture.getBoundingClientRect().height);
  if (lower <= 0 || !heights.every((height) => height - lower >= height * leastShare)) return false;
  for (const [at, picture] of pictures.entries()) picture.style.maxBlockSize = `${heights[at]! - lower}px`;
  const change = size - figure!.getBoundingClientRect().height;
  items[index]!.size -= change;
  for (const later of items.slice(index + 1)) later.top -= change;
  return change > 0.5 && isWithin(items[index]!, limit);
}

const isWithin = ({ top, size }: Item, limit: number) => top + size <= limit;
