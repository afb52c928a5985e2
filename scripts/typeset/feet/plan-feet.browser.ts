import type { Line } from '../lines/measured.browser.js';
import type { SetParagraph } from '../lines/set-lines.browser.js';
import type { Side } from '../pages.js';
import { newGaps, newLines } from './new-lines.browser.js';
import { type Flow, faultsOf, footOf, nextOpening, type Start } from './page-model.browser.js';
import {
  costOfGap,
  type EarlyEnd,
  type LevelSpreads,
  mostSpreads,
  planSpreads,
} from './plan-spread.browser.js';
import { lengthen, type Trial } from './trials.browser.js';

/** Paragraphs of a page that are tried; those with most lines first, which can be set longer or shorter unseen. */
const mostTried = 40;

/** Pages before a faulty page that may change with it, since a page of short paragraphs often cannot gain a line. */
const mostPages = 8;

export interface Plan {
  /** The paragraphs that are set in one line more or less. */
  changes: Map<SetParagraph, readonly Line[]>;
  /** Crossheads with an extra line above them, and heads of stories with one below. */
  spaces: HTMLElement[];
  /** The places where pages end early, to be level with the facing one. */
  ends: EarlyEnd[];
  /** True if the side of the first page made a difference, or would have. */
  isSided: boolean;
}

/** Facts that are known at a page. */
interface Course {
  /** The starts of the last pages, whose paragraphs may still change, and of this one. */
  starts: Start[];
  /** The side of this page, if that is known. */
  side: Side | undefined;
  /** Before those: spreads that were made level, with the number of early ends before each. */
  level: { verso: Start; ends: number }[];
}

/** Plans the pages of a flow, one after the other. */
export function planFeet(flow: Flow, side: Side | undefined): Plan {
  const { items } = flow;
  const plan: Plan = { changes: new Map(), spaces: [], ends: [], isSided: false };
  const course: Course = { starts: [{ item: 0, at: items[0]?.top ?? 0 }], side, level: [] };
  const { starts } = course;
  while (starts.at(-1)!.item < items.length) {
    const { item } = starts.at(-1)!;
    course.side = items[item]!.side ?? course.side;
    const foot = footOf(flow, starts.at(-1)!);
    if (!foot) {
      const opening = nextOpening(flow, starts.at(-1)!);
      if (!opening) break;
      goOn(course, opening, undefined);
      continue;
    }
    const isFaulty = faultsOf(flow, foot) > 0;
    const better = isFaulty ? mendPages(flow, starts) : undefined;
    if (isFaulty && better?.gaps !== 0) {
      plan.isSided = true;
      const below = better ? better.gaps * costOfGap + nearlyNothing : Number.POSITIVE_INFINITY;
      if (levelSpreads(flow, course, plan, below)) continue;
    }
    if (better) {
      if (better.lines) plan.changes.set(items[better.index]!.set!, better.lines);
      else plan.spaces.push(better.heading!);
      lengthen(flow, better);
      const later = starts.splice(starts.length - better.pages + 1);
      for (const old of later) starts.push(footOf(flow, starts.at(-1)!) ?? old);
    }
    starts.push((better && footOf(flow, starts.at(-1)!)) ?? foot);
    if (starts.length > mostPages) starts.shift();
    course.side &&= otherSide(course.side);
  }
  return plan;
}

/** A spread that is a line short is as good as a line with gaps, and better than two. */
const nearlyNothing = 0.01;

const otherSide = (side: Side): Side => (side === 'recto' ? 'verso' : side === 'verso' ? 'recto' : side);

/** Goes on with a page; those before it do not change any more. */
function goOn(course: Course, start: Start, side: Side | undefined): void {
  course.starts.splice(0, course.starts.length, start);
  course.side = side;
  if (side === undefined) course.level.length = 0;
}

/**
 * Lets the spread of the last page end on one line; if that is not possible, with the ones before it, which then give
 * it another beginning.
 *
 * @returns false if no way was found
 */
function levelSpreads(flow: Flow, course: Course, plan: Plan, below: number): boolean {
  const { starts, side, level } = course;
  if (side !== 'recto' && side !== 'verso') return false;
  const { at } = starts.at(-1)!;
  const free: Course['level'] = [];
  for (let page = side === 'verso' ? 1 : 2; page <= starts.length; page += 2)
    free.unshift({ verso: starts.at(-page)!, ends: plan.ends.length });
  let best: { from: Course['level'][number]; found: LevelSpreads } | undefined;
  for (const from of [...level, ...free].slice(-mostSpreads).toReversed()) {
    // The nearer beginning is better than another one that costs as much.
    const found = planSpreads(flow, from.verso, {
      until: at,
      below: best?.found.cost ?? below,
    });
    if (found) best = { from, found };
  }
  if (!best) return false;
  const { from, found } = best;
  if (found.change) {
    plan.changes.set(flow.items[found.change.index]!.set!, found.change.lines);
    lengthen(flow, found.change);
  }
  while (level.at(-1) && level.at(-1)!.verso.at >= from.verso.at) level.pop();
  plan.ends.splice(from.ends, Number.POSITIVE_INFINITY, ...found.ends);
  level.push(from);
  goOn(course, found.next, 'verso');
  return true;
}

/**
 * The smallest change that mends the last of some pages: on that page, or else also on those before it; one without new
 * gaps is the better, wherever it is.
 */
function mendPages(flow: Flow, starts: readonly Start[]): Mended | undefined {
  let best: Mended | undefined;
  for (let pages = 1; pages <= starts.length; pages++) {
    const found = mend(flow, starts.at(-pages)!, pages);
    if (found && (!best || found.gaps < best.gaps)) best = found;
    if (best?.gaps === 0) break;
  }
  if (best) return best;
  for (let pages = 1; pages <= starts.length; pages++) {
    const found = openUp(flow, starts.at(-pages)!, pages);
    if (found) return found;
  }
  return undefined;
}

/** 疏排: if no paragraph can gain a line, a crosshead of a page gets one above it, or the head of a story one below. */
function openUp(flow: Flow, start: Start, pages: number): Mended | undefined {
  const foot = footOf(flow, start)!;
  for (let index = start.item; index < foot.item; index++) {
    const heading = headingAt(flow, index, start);
    if (!heading) continue;
    const trial: Trial = { index, by: 1, isSpace: true };
    if (isFaultless(flow, { start, pages, trial })) return { ...trial, heading, pages, gaps: 0 };
  }
  return undefined;
}

/** The heading that can move a block down: a crosshead itself, inside a page; or the head of a story above it. */
function headingAt({ items, line }: Flow, index: number, start: Start): HTMLElement | undefined {
  const { crosshead, before, top } = items[index]!;
  const isInside = top >= start.at + 1.5 * line;
  return crosshead && before === 'free' && isInside
    ? crosshead
    : isInside
      ? items[index - 1]?.head
      : undefined;
}

interface Mended extends Trial {
  /** The heading that gets a line of space. */
  heading?: HTMLElement;
  /** Sets a paragraph in its new lines. */
  lines?: Line[];
  pages: number;
  /** Lines with new gaps. */
  gaps: number;
}

/**
 * The paragraph of a page to be set longer or shorter so that this page, or it and the next, have no fault; undefined
 * where none will do.
 */
function mend(flow: Flow, start: Start, pages: number): Mended | undefined {
  const { items } = flow;
  const end = footOf(flow, start)!;
  const indices: number[] = [];
  for (let index = start.item; index <= Math.min(end.item, items.length - 1); index++)
    if (items[index]!.set && items[index]!.top >= start.at - 0.5) indices.push(index);
  indices.sort((one, other) => items[other]!.size - items[one]!.size);
  const found: Mended[] = [];
  for (const index of indices.slice(0, mostTried))
    for (const by of [1, -1]) {
      const item = items[index]!;
      const count = Math.round(item.size / flow.line) + by;
      if (count < 2 || found.length === mostCompared) continue;
      const trial = { index, by };
      if (!isFaultless(flow, { start, pages, trial })) continue;
      const lines = newLines(flow, item.set!, count);
      if (lines) found.push({ index, lines, by, pages, gaps: newGaps(item.set!, lines) });
    }
  const strain = ({ lines, gaps }: Mended) => gaps * gapStrain + strainOf(lines ?? []);
  return found.sort((one, other) => strain(one) - strain(other))[0];
}

/** A line with gaps is worse than any squeezed marks. */
const gapStrain = 100;
/** Number of ways to mend a page that are compared; the least visible one is taken. */
const mostCompared = 8;

/** Deviation of lines from their natural widths: gaps in em, and squeezed marks. */
const strainOf = (lines: readonly Line[]) =>
  lines.slice(0, -1).reduce((sum, { slack, squeeze }) => sum + Math.max(0, slack) + squeeze ** 2, 0);

function isFaultless(
  flow: Flow,
  { start, pages, trial }: { start: Start; pages: number; trial: Trial },
): boolean {
  let at = start;
  for (let page = 0; page < pages; page++) {
    const foot = footOf(flow, at, trial);
    if (!foot || faultsOf(flow, foot, trial) > 0) return false;
    at = foot;
  }
  return true;
}
