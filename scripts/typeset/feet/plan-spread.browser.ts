import type { Line } from '../lines/measured.browser.js';
import { newGaps, newLines } from './new-lines.browser.js';
import {
  type Flow,
  type Foot,
  footOf,
  footWithin,
  leastLines,
  limitOf,
  type Start,
} from './page-model.browser.js';
import { lengthen, type Trial } from './trials.browser.js';

/** Lines by which the pages of a spread may be short together. */
export const mostShort = 4;

/** A place where a page shall end earlier than it would: before a line of an item, or before all of them. */
export interface EarlyEnd {
  item: number;
  lines: number;
  /** Lines by which the page is short: its notes end as many higher. */
  missing: number;
}

/** A paragraph in a line more or less. */
export interface Change extends Trial {
  lines: Line[];
}

/** Spreads whose pages end on the same line. */
export interface LevelSpreads {
  ends: EarlyEnd[];
  /** Where the next page begins. */
  next: Start;
  /** The sum of the squares of the lines that are missing: one on each of four spreads is as good as two on one. */
  cost: number;
  /** A paragraph of the last spread that changes for it. */
  change?: Change;
}

/** Spreads that are planned together. */
export const mostSpreads = 6;

/** A paragraph in other lines costs less than a line at the foot, and one of its lines with new gaps as much. */
const costOfChange = 0.5;
export const costOfGap = 1;

/** A page that is short beside one that ends with what comes before a head is level with nothing. */
const costOfOneShort = 1;

/** Ways to plan spreads. */
interface Goal {
  /** The place that must be in the last one. */
  until: number;
  /** The cost that a way must not reach. */
  below: number;
  depth?: number;
  tries?: { left: number };
}

/** Spreads that are tried over notes: these can end anywhere, so that there would be thousands of ways. */
const mostOverNotes = 200;
/** A change of a paragraph tries so many spreads, about. */
const triesOfChange = 20;

/**
 * The best way to let both pages of each spread end on the same line; where a page ends for a reason, it may be shorter.
 * The last page of a story gets enough lines. In the last spread a paragraph may change, too.
 *
 * @param verso where the first spread begins
 * @returns undefined if there is none
 */
export function planSpreads(
  flow: Flow,
  verso: Start,
  {
    until,
    below,
    depth = 1,
    tries = { left: flow.noteSizes ? mostOverNotes : Number.POSITIVE_INFINITY },
  }: Goal,
): LevelSpreads | undefined {
  let best: LevelSpreads | undefined;
  const isLast = ({ next }: LevelSpreads) => next.at > until || next.item >= flow.items.length;
  for (let missing = 0; missing <= mostShort; missing++) {
    const most = Math.min(below, best?.cost ?? below);
    if (missing ** 2 >= most || tries.left-- <= 0) break;
    const spread = planSpread(flow, verso, missing);
    if (spread && isLast(spread)) {
      best = spread;
      continue;
    }
    const rest =
      spread && depth < mostSpreads
        ? planSpreads(flow, spread.next, { until, below: most - spread.cost, depth: depth + 1, tries })
        : undefined;
    if (rest) best = { ...rest, ends: [...spread!.ends, ...rest.ends], cost: spread!.cost + rest.cost };
    else if (missing ** 2 + costOfChange < most && tries.left > 0) {
      tries.left -= triesOfChange;
      best = changed(flow, verso, { missing, below: most, isLast }) ?? best;
    }
  }
  return best;
}

/** The same spread with a paragraph in a line more or less. */
function changed(
  flow: Flow,
  verso: Start,
  { missing, below, isLast }: { missing: number; below: number; isLast: (spread: LevelSpreads) => boolean },
): LevelSpreads | undefined {
  const { items, line, pageSize } = flow;
  let best: LevelSpreads | undefined;
  const indices = [...items.keys()].filter((index) => {
    const { top, set } = items[index]!;
    return set && index >= verso.item && top > verso.at - line / 2 && top < verso.at + 2 * pageSize;
  });
  indices.sort((one, other) => items[other]!.size - items[one]!.size);
  for (const index of indices)
    for (const by of [1, -1]) {
      const count = Math.round(items[index]!.size / line) + by;
      if (count < 2) continue;
      const former = items[index]!;
      lengthen(flow, { index, by });
      const spread = planSpread(flow, verso, missing);
      lengthen(flow, { index, by: -by });
      items[index] = former;
      if (!spread || !isLast(spread)) continue;
      const set = items[index]!.set!;
      const lines = newLines(flow, set, count);
      if (!lines) continue;
      const cost = spread.cost + costOfChange + costOfGap * newGaps(set, lines);
      if (cost < (best?.cost ?? below)) best = { ...spread, cost, change: { index, by, lines } };
      if (cost === spread.cost + costOfChange) return best;
    }
  return best;
}

/** A spread whose pages both have so many lines less, or end for a reason with fewer. */
function planSpread(flow: Flow, verso: Start, missing: number): LevelSpreads | undefined {
  const left = endAt(flow, verso, missing);
  if (!left) return undefined;
  const next = flow.items[left.foot.item];
  const isAlone = !next || (left.foot.isEnd && next.side === 'verso');
  const right = isAlone ? left : endAt(flow, left.foot, missing);
  if (!right || isTail(flow, right.foot)) return undefined;
  const isOneShort = missing > 0 && left.isExcused !== right.isExcused;
  return {
    ends: [...new Set([left, right])].flatMap(({ end }) => end ?? []),
    next: right.foot,
    cost: missing ** 2 + (isOneShort ? costOfOneShort : 0),
  };
}

interface End {
  foot: Foot;
  /** Where the page does not end there by itself. */
  end?: EarlyEnd;
  /** True if it ends for a reason, wherever the facing page ends. */
  isExcused?: true;
}

/** The end of a page with so many lines missing; fewer lines where it ends for a reason. */
function endAt(flow: Flow, start: Start, missing: number): End | undefined {
  const { items, line } = flow;
  const natural = footOf(flow, start);
  if (!natural) return undefined;
  const { taken, notes = 0 } = natural;
  if (notes > 0 && missing === 0) return isLost(flow, natural, start) ? undefined : { foot: natural };
  const limit = limitOf(flow, start) - 0.5 + (taken ?? 0) - missing * line;
  // A page that text fills over a figure ends in that text, or where it is full.
  const least = taken === undefined ? start.at + line : floatedEnd(flow, natural) + line / 2;
  const isExcused = natural.isEnd || !items[natural.item]?.isText;
  if (isExcused && natural.end + notes < limit + line / 2)
    return isLost(flow, natural, start) ? undefined : { foot: natural, isExcused };
  if (!isExcused && notes === 0 && Math.abs(natural.end - limit) < line / 2) return { foot: natural };
  if (notes > 0) return endOverNotes(flow, start, { limit: limit + 0.5, missing });
  // A line that calls a note for which there is no room is not on the page.
  const most = flow.noteSizes ? natural.end + line / 2 : Number.POSITIVE_INFINITY;
  const last = Math.min(natural.item, items.length - 1);
  for (let index = start.item; index <= last; index++) {
    const { top, above, before, inner, isText } = items[index]!;
    const isHere = (at: number) => Math.abs(at - limit) < line / 2 && at > least && at < most;
    const found = { missing, isEnd: false, item: index, ...(taken !== undefined && { taken }) };
    if (isText && before === 'free' && isHere(top - above))
      return { foot: { ...found, at: top, end: top - above }, end: { item: index, lines: 0, missing } };
    const place = isText ? inner.find((one) => isHere(top + one)) : undefined;
    if (place !== undefined) {
      const lines = Math.round(place / line);
      const at = top + place;
      return { foot: { ...found, at, end: at }, end: { item: index, lines, missing } };
    }
  }
  return undefined;
}

/** The end of a page whose notes, or whose text if it has none then, shall end on a line. */
function endOverNotes(
  flow: Flow,
  start: Start,
  { limit, missing }: { limit: number; missing: number },
): End | undefined {
  const { items, line } = flow;
  const foot = footWithin(flow, start, { limit, first: start.item, trial: undefined });
  const item = foot && items[foot.item];
  if (!foot || !item?.isText || foot.isEnd || foot.at < start.at + line) return undefined;
  if (!foot.notes && foot.missing > 0) return undefined;
  const lines = Math.round((foot.at - item.top) / line);
  return { foot: { ...foot, missing }, end: { item: foot.item, lines: Math.max(0, lines), missing } };
}

/** Where the figure ends, in the flow, that text has filled its page over. */
function floatedEnd({ items }: Flow, { item, at }: Foot): number {
  const first = items.findLastIndex(
    ({ floating, top }, index) => floating && index <= item && top < at - 0.5,
  );
  const last = items[first + items[first]!.floating!.figures - 1]!;
  return last.top + last.size;
}

/** True for the end of a story, on a page that it leaves nearly empty. */
const isLost = ({ line, items }: Flow, { end, isEnd }: Foot, start: Start) =>
  isEnd && items[start.item]!.isText && end - start.at < (leastLines - 0.5) * line;

/** True if the page that begins at a place is such an end. */
function isTail(flow: Flow, start: Foot): boolean {
  const next = start.isEnd ? undefined : footOf(flow, start);
  return next !== undefined && isLost(flow, next, start);
}
