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
  /** The height, on the next page, of a figure of this one for which it had no room. */
  taken?: number;
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

export type Start = Pick<Foot, 'item' | 'at' | 'taken'>;

/** White that a figure may leave at the foot of a page, in lines; with more, text fills it, and the figure waits. */
export const mostWhite = 2;

/** A trial: a paragraph counts as one line longer or shorter. */
export interface Trial {
  index: number;
  by: number;
  /** True for a crosshead with an extra line above it. */
  isSpace?: true;
}

/** The foot of the page that begins at a place; undefined if it is not known, since a block parts in other ways. */
export function footOf(flow: Flow, start: Start, trial?: Trial): Foot | undefined {
  const plain = footBeforeFigure(flow, start, trial);
  return (plain && footAfterFigure(flow, plain, { start, trial })) ?? plain;
}

/** The place in the flow where a page is full. */
export const limitOf = ({ pageSize }: Flow, { at, taken = 0 }: Start): number => at + pageSize - taken + 0.5;

/** The same, if each figure stands between the paragraphs where the manuscript has it. */
export function footBeforeFigure(flow: Flow, start: Start, trial?: Trial): Foot | undefined {
  return footWithin(flow, start, { limit: limitOf(flow, start), first: start.item, trial });
}

/**
 * 图随文走: the foot where a page would end before a figure with more than a little white, and text of its story fills
 * the page instead; the figure takes its height at the head of the next.
 */
function footAfterFigure(
  flow: Flow,
  plain: Foot,
  { start, trial }: { start: Start; trial: Trial | undefined },
): Foot | undefined {
  const { items, line, pageSize } = flow;
  const { floating } = items[plain.item] ?? {};
  if (plain.isEnd || !floating) return undefined;
  const first = plain.item + floating.figures;
  const { top } = itemAt(flow, plain.item, trial);
  const last = itemAt(flow, first - 1, trial);
  const size = last.top + last.size - top;
  const white = limitOf(flow, start) - top;
  if (Math.abs(plain.at - top) > 0.5 || white < (mostWhite + 0.5) * line || size > pageSize) return undefined;
  const end = first + floating.over;
  const text = itemAt(flow, end - 1, trial);
  const height = text.top + text.size - top - size;
  if (height <= white)
    return isBetterAfter({ height, white, size, pageSize })
      ? { item: end, at: top + size + height, missing: 0, isEnd: true, taken: size }
      : undefined;
  const foot = footWithin(flow, start, { limit: limitOf(flow, start) + size, first, trial });
  return foot && !foot.isEnd && foot.at > top + size + 0.5 ? { ...foot, taken: size } : undefined;
}

/**
 * True if a figure may stand after the last of its text, which does not fill the page before it: where the text would not
 * fit under it, or fills most of the white. Heights in px.
 */
export const isBetterAfter = ({
  height,
  white,
  size,
  pageSize,
}: Record<'height' | 'white' | 'size' | 'pageSize', number>): boolean =>
  size + height > pageSize || height >= white / 2;

/** The last place up to a limit where a page may end, in the items from `first` on. */
function footWithin(
  flow: Flow,
  start: Start,
  { limit, first, trial }: { limit: number; first: number; trial: Trial | undefined },
): Foot | undefined {
  const { items, line } = flow;
  let last: Start | undefined;
  for (let index = first; index < items.length; index++) {
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
    // A figure from the page before may be all that stands on a page.
    last ??= start.taken === undefined ? undefined : { item: first, at: start.at };
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
