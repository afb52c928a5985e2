import type { Line } from '../lines/measured.browser.js';
import type { SetParagraph } from '../lines/set-lines.browser.js';
import { type Item, linePlaces } from './read-items.browser.js';

/** The content of a page, which ends inside or before an item. Lengths are in px. */
export interface Foot {
  /** Index of the item in or before which the page ends, and the place in the flow, where the next page begins. */
  item: number;
  at: number;
  /** Number of lines that are missing at the foot without a reason. */
  missing: number;
  /** True if a page must begin there, or the flow ends. */
  isEnd: boolean;
}

/** Fewest lines on the last page of a story: fewer look lost. */
export const leastLines = 3;

export interface Flow {
  items: Item[];
  line: number;
  pageSize: number;
  /** Lines of paragraphs that were tried, by the number of lines. */
  tried: Map<SetParagraph, Map<number, Line[] | undefined>>;
}

export type Start = Pick<Foot, 'item' | 'at'>;

/** A trial: a paragraph counts as one line longer or shorter. */
export interface Trial {
  index: number;
  by: number;
  /** True for a crosshead with an extra line above it. */
  isSpace?: true;
}

/** The foot of the page that begins at a place; undefined if it is not known, since a block parts in other ways. */
export function footOf(flow: Flow, start: Start, trial?: Trial): Foot | undefined {
  const { items, pageSize, line } = flow;
  const limit = start.at + pageSize + 0.5;
  let last: Start | undefined;
  for (let index = start.item; index < items.length; index++) {
    const item = itemAt(flow, index, trial);
    const isNew = item.top > start.at + 0.5;
    if (isNew && item.before === 'forced') return { item: index, at: item.top, missing: 0, isEnd: true };
    if (item.isOpaque) return undefined;
    if (isNew && item.before === 'free' && item.top <= limit) last = { item: index, at: item.top };
    for (const place of item.inner) {
      const at = item.top + place;
      if (at > start.at + 0.5 && at <= limit) last = { item: index, at };
    }
    if (item.top + item.size <= limit) continue;
    if (!last) return undefined;
    const isText = items[last.item]!.isText;
    const missing = isText ? Math.round((limit - 0.5 - last.at) / line) : 0;
    return { ...last, missing, isEnd: false };
  }
  const end = itemAt(flow, items.length - 1, trial);
  return { item: items.length, at: end.top + end.size, missing: 0, isEnd: true };
}

/** The next place after a page at which one must begin; undefined if there is none. */
export function nextOpening({ items }: Flow, { item }: Start): Start | undefined {
  const next = items.findIndex(({ before }, index) => index > item && before === 'forced');
  return next < 0 ? undefined : { item: next, at: items[next]!.top };
}

/** Faults of a page: a short foot, and too few lines on the last page after it. */
export function faultsOf(flow: Flow, foot: Foot, trial?: Trial): number {
  const short = foot.missing > 0 ? 1 : 0;
  if (foot.isEnd) return short;
  const next = footOf(flow, foot, trial);
  const isTail = next?.isEnd === true && next.at - foot.at < (leastLines - 0.5) * flow.line;
  return short + (isTail && flow.items[foot.item]!.isText ? 1 : 0);
}

/** An item of the model, changed for a trial. */
function itemAt({ items, line }: Flow, index: number, trial?: Trial): Item {
  const item = items[index]!;
  if (!trial || index < trial.index) return item;
  const by = trial.by * line;
  return index > trial.index || trial.isSpace ? { ...item, top: item.top + by } : longer(item, by, line);
}

function longer(item: Item, by: number, line: number): Item {
  const size = item.size + by;
  return { ...item, size, inner: linePlaces(Math.round(size / line), line, item) };
}

/** Changes the model for a trial. */
export function lengthen({ items, line }: Flow, { index, by, isSpace }: Trial): void {
  if (!isSpace) items[index] = longer(items[index]!, by * line, line);
  for (let later = isSpace ? index : index + 1; later < items.length; later++) items[later]!.top += by * line;
}
