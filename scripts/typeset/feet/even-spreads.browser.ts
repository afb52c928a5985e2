import type { Side } from '../pages.js';
import { type Held, holdFrom } from './hold-lines.browser.js';
import { type Columns, feetOf, type Leaf, leavesOf, type PageFoot } from './leaves.browser.js';
import { leastLines } from './page-model.browser.js';
import { mostShort } from './plan-spread.browser.js';

/** Layouts of a galley for this, each of which takes as long as the rest of it: ten spreads have some thirty. */
const mostLayouts = 240;

/** A flow in columns, each of which becomes a page. */
export interface PagedFlow extends Columns {
  content: HTMLElement;
  /** Height of the type area, in px. */
  fullSize: number;
}

/**
 * 齐脚 of spreads, after single pages were made full: where one page of a spread is still short, the other one ends as
 * early. And where a story has only a line or two left for its last page, the page before gives it some, with the page
 * facing it.
 *
 * @param side that of the first page
 * @param early receives the pages that end early, with the place of their foot in px from their top
 * @returns true if other pages would have been made, had the first one been on the other side
 */
export function evenSpreads(flow: PagedFlow, side: Side, early: Map<number, number>): boolean {
  const line = Number.parseFloat(getComputedStyle(flow.content).lineHeight);
  const leaves = leavesOf(flow.content);
  const one: Spreads = { flow, leaves, line, early, left: mostLayouts, feet: feetOf(leaves, flow) };
  let isSided = false;
  for (let page = 0; page < one.feet.length; page++) {
    const foot = one.feet[page];
    if (!foot) continue;
    isSided ||= !foot.isExcused && flow.fullSize - foot.foot > line / 2;
    const isRecto = sideOf(one, page, side) === 'recto';
    if (isRecto && page > 0 && sideOf(one, page - 1, side) === 'verso') level(one, page - 1);
    if (!isTail(one, page)) continue;
    isSided = true;
    fillTail(one, page, isRecto);
  }
  return isSided;
}

interface Spreads {
  flow: PagedFlow;
  leaves: readonly Leaf[];
  line: number;
  early: Map<number, number>;
  /** Layouts that may still be made. */
  left: number;
  feet: PageFoot[];
}

/** Sides alternate, and begin anew where a page asks for one. */
function sideOf({ leaves, feet }: Spreads, page: number, side: Side): Side {
  for (let at = page; at >= 0; at--) {
    const opened = feet[at];
    const asked = opened && !opened.isContinued ? leaves[opened.first]!.forced : undefined;
    const known = asked && asked !== 'any' ? asked : at === 0 ? side : undefined;
    if (known) return (page - at) % 2 === 0 ? known : known === 'recto' ? 'verso' : 'recto';
  }
  return side;
}

/**
 * Lets the pages of a spread end on the same line, that of the shorter one; or above a limit, if that is higher.
 *
 * @returns false if that is not possible; then nothing is changed.
 */
function level(one: Spreads, verso: number, limit = Number.POSITIVE_INFINITY): boolean {
  const { line, flow } = one;
  const former = new Map(one.early);
  // Of the verso, and of the recto, whose breaks are others once the verso has given it a line.
  const done: [Held[], Held[]] = [[], []];
  for (let step = 0; step <= 2 * mostShort; step++) {
    const [left, right] = [one.feet[verso], one.feet[verso + 1]];
    if (!left || !right) break;
    const [shorter, longer] = left.foot <= right.foot ? [left, right] : [right, left];
    const isLevel = shorter.isExcused || longer.foot - shorter.foot < line / 2;
    if (isLevel && longer.foot < limit + line / 2) return true;
    const foot = shorter.isExcused ? limit : Math.min(shorter.foot, limit);
    const isRecto = longer === right;
    if (!isRecto) {
      one.early.delete(verso + 1);
      takeBack(one, done[1].splice(0));
    }
    const held =
      flow.fullSize - foot < (mostShort + 0.5) * line && shorten(one, isRecto ? verso + 1 : verso, foot);
    if (!held) break;
    done[isRecto ? 1 : 0].push(...held);
    if (isNearlyEmpty(one, verso + 2)) break;
  }
  one.early.clear();
  for (const [page, foot] of former) one.early.set(page, foot);
  takeBack(one, done.flat());
  return false;
}

/** True for a page that ends early without a reason: lines that were moved there found a break behind them. */
function isNearlyEmpty({ feet, flow, line }: Spreads, page: number): boolean {
  const next = feet[page];
  return next !== undefined && !next.isExcused && flow.fullSize - next.foot > (mostShort + 0.5) * line;
}

function takeBack(one: Spreads, done: readonly Held[]): void {
  for (const { undo } of done.toReversed()) undo();
  one.feet = feetOf(one.leaves, one.flow);
}

/** Shortens a page, column by column. */
function shorten(one: Spreads, page: number, foot: number): Held[] | undefined {
  const { flow, leaves, line } = one;
  const done: Held[] = [];
  for (let columns = 0; columns < mostColumns && one.left-- > 0; columns++) {
    const held = holdFrom({ ...flow, leaves, page, foot, line });
    if (held === undefined) {
      one.early.set(page, foot);
      one.feet = feetOf(leaves, flow);
      return done;
    }
    if (held === false) break;
    done.push(held);
  }
  takeBack(one, done);
  return undefined;
}

/** Columns on a page, in each of which a paragraph may have to go on. */
const mostColumns = 12;

/** True for a page on which a story that began before ends with too few lines. */
function isTail({ feet, leaves, line, flow }: Spreads, page: number): boolean {
  const { isEnd, isContinued, first, foot } = feet[page]!;
  const { isText, forced } = leaves[first]!;
  const goesOn = page > 0 && (isContinued || !forced);
  return (
    isEnd && isText && goesOn && foot < (leastLines - 0.5) * line && flow.fullSize > 2 * leastLines * line
  );
}

/** Lets a story's last page have its lines, from the page before it: its own spread's, or the last of one. */
function fillTail(one: Spreads, page: number, isRecto: boolean): void {
  const { feet, line } = one;
  const lacking = leastLines - Math.round(feet[page]!.foot / line);
  const before = feet[page - 2];
  const isOfSpread = !isRecto && before && !before.isEnd;
  // Both pages of a spread give a line then, the first one by way of the second.
  if (isOfSpread) level(one, page - 2, feet[page - 1]!.foot - Math.ceil(lacking / 2) * line);
  else shorten(one, page - 1, feet[page - 1]!.foot - lacking * line);
}
