import { callsWithin, footHeight, type NoteSizes, sizeOfCalls } from './page-calls.browser.js';
import { itemAt, type Trial, type TrialFlow } from './trials.browser.js';

/** The content of a page, which ends inside or before an item. Lengths are in px. */
export interface Foot {
  /** Index of the item in or before which the page ends, and the place in the flow, where the next page begins. */
  item: number;
  at: number;
  /** The place where its text ends: a head that begins the next page has space above it, which no page needs. */
  end: number;
  /** Number of lines that are missing at the foot without a reason. */
  missing: number;
  /** True if a page must begin there, or the flow ends. */
  isEnd: boolean;
  /** The height, on the next page, of a figure of this one for which it had no room. */
  taken?: number;
  /** The height of this page's notes with all that belongs to its foot; and of those that go on on the next page. */
  notes?: number;
  carried?: number;
}

/** Fewest lines on the last page of a story: fewer look lost. */
export const leastLines = 3;

export interface Flow extends TrialFlow {
  pageSize: number;
  /** Where the flow calls footnotes, which take room of its pages. */
  noteSizes?: NoteSizes;
}

export type Start = Pick<Foot, 'item' | 'at' | 'taken' | 'carried'>;
/** A place where a page may end, with the height of the notes that are called up to there. */
type Place = Pick<Foot, 'item' | 'at' | 'end'> & { notes: number };

/** White that a figure may leave at the foot of a page, in lines; with more, text fills it, and the figure waits. */
export const mostWhite = 2;

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
  const { items, line, pageSize, noteSizes } = flow;
  const { floating } = items[plain.item] ?? {};
  if (plain.isEnd || !floating || noteSizes) return undefined;
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
      ? {
          item: end,
          at: top + size + height,
          end: top + size + height,
          missing: 0,
          isEnd: true,
          taken: size,
        }
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

/** Where a page ends: places in the flow, and whether a figure takes its room. */
interface Bounds {
  limit: number;
  first: number;
  trial: Trial | undefined;
}

/** The last place up to a limit where a page may end, in the items from `first` on. */
export function footWithin(flow: Flow, start: Start, { limit, first, trial }: Bounds): Foot | undefined {
  const { items, line, noteSizes } = flow;
  let last: Place | undefined;
  let passed = start.carried ?? 0;
  for (let index = first; index < items.length; index++) {
    const item = itemAt(flow, index, trial);
    const isNew = item.top > start.at + 0.5;
    const above = { item: index, at: item.top, end: item.top - item.above };
    if (isNew && item.before === 'forced') return { ...above, missing: 0, isEnd: true };
    if (item.isOpaque) return undefined;
    const notesAt = (at: number) => passed + sizeOfCalls(callsWithin(item, start.at, at));
    const fits = (end: number) => end + footHeight(noteSizes, notesAt(end)) <= limit;
    if (isNew && item.before === 'free' && fits(above.end)) last = { ...above, notes: notesAt(item.top) };
    for (const place of item.inner) {
      const at = item.top + place;
      if (at > start.at + 0.5 && fits(at)) last = { item: index, at, end: at, notes: notesAt(at) };
    }
    if (fits(item.top + item.size)) {
      passed = notesAt(item.top + item.size);
      continue;
    }
    // A figure from the page before may be all that stands on a page.
    if (start.taken !== undefined) last ??= { item: first, at: start.at, end: start.at, notes: passed };
    const split = noteSizes && partNote(flow, last, { start, limit, first, trial });
    if (split) return split;
    if (!last) return undefined;
    const isText = items[last.item]!.isText;
    const notes = footHeight(noteSizes, last.notes);
    // Notes stand at the foot, so that a line less above them does not show.
    const missing = isText && notes === 0 ? Math.round((limit - 0.5 - last.end) / line) : 0;
    const { item: next, at, end } = last;
    return { item: next, at, end, missing, isEnd: false, ...(noteSizes && { notes }) };
  }
  const ending = itemAt(flow, items.length - 1, trial);
  const end = ending.top + ending.size;
  const notes = noteSizes && { notes: footHeight(noteSizes, passed) };
  return { item: items.length, at: end, end, missing: 0, isEnd: true, ...notes };
}

/** A page whose last note goes on on the next one, where that wins a line or two. */
function partNote(
  flow: Flow,
  last: Place | undefined,
  { start, limit, first, trial }: Bounds & { start: Start },
): Foot | undefined {
  const { noteSizes, line } = flow;
  const { frame, line: noteLine } = noteSizes!;
  const before = last ? limit - last.end - footHeight(noteSizes, last.notes) : limit;
  if (last && last.notes > 0 && before < 2 * line) return undefined;
  const next = nextPlace(flow, last ?? start, { first, trial });
  const call = next?.calls.at(-1);
  if (!next || !call) return undefined;
  const passed = (last?.notes ?? start.carried ?? 0) + sizeOfCalls(next.calls) - call.size;
  const room = limit - next.end - frame - passed;
  if (room < call.least || room >= call.size) return undefined;
  const most = call.size - leastRest * noteLine;
  const shown = Math.max(call.least, Math.min(most, Math.floor(room / noteLine) * noteLine));
  return {
    item: next.item,
    at: next.at,
    end: next.end,
    missing: 0,
    isEnd: false,
    notes: frame + passed + shown,
    carried: call.size - shown,
  };
}

/** Lines of a note on the page that it goes on on. */
const leastRest = 2;

/** The next place after one where a page may end, and the calls between them. */
function nextPlace(flow: Flow, from: Start, { first, trial }: Pick<Bounds, 'first' | 'trial'>) {
  const calls = [];
  for (let index = Math.max(first, from.item); index < flow.items.length; index++) {
    const item = itemAt(flow, index, trial);
    if (item.top > from.at + 0.5 && item.before === 'free')
      return { item: index, at: item.top, end: item.top - item.above, calls };
    const place = item.inner.find((one) => item.top + one > from.at + 0.5);
    const at = item.top + (place ?? item.size);
    calls.push(...callsWithin(item, from.at, at));
    if (place !== undefined) return { item: index, at, end: at, calls };
  }
  return undefined;
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
  const isTail = next?.isEnd === true && next.end - foot.at < (leastLines - 0.5) * flow.line;
  return short + (isTail && flow.items[foot.item]!.isText ? 1 : 0);
}
