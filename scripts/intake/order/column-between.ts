import { hasHan } from '../../text/characters.js';
import {
  guttersOfGrid,
  hasGutter,
  isOverGutter,
  largestBody,
  mostPhraseWhite,
  type Neighbours,
} from './grid.js';
import { around, type Item, inkOf, overlap } from './item.js';

/** A column begins where at least this many lines of running text do, within half an em. */
const enoughLines = 3;
const leastText = 3;
/** A name, with its title at most. Where its place begins a column, that is by chance. */
const longestName = 6;

/** Lines are near if they are at most this many em above or below. */
const nearby = 25;
/** The sizes of pieces of one row differ by less than this factor. */
export const mostSizes = 1.45;

/**
 * Tells if a column begins in the white between two pieces: nearby, other lines begin at one place there, and fewer run
 * across it. Words after a space are also under each other in a list of articles, but full lines run across their
 * beginnings.
 */
export function newColumnFinder(items: readonly Item[], body: number): (pieces: Neighbours) => boolean {
  const sorted = items.filter(({ size }) => size < mostSizes * body).sort((a, b) => a.near - b.near);
  const gutters = guttersOfGrid(items, body);
  return ({ head, left, right }) => {
    if (head === left && isItemSign(left.line.text)) return false;
    const all: Item[] = [];
    for (let at = firstFrom(sorted, right.near - nearby * body); at < sorted.length; at++) {
      if (sorted[at]!.near > right.near + nearby * body) break;
      all.push(sorted[at]!);
    }
    const near = all.filter(({ line }) => line.text.length >= leastText);
    if (areOneHeadline({ left, right }, near, body) || isOverGutter({ left, right }, gutters, body))
      return false;
    if (hasGutter({ head, left, right }, { near, gutters, body })) return true;
    if (isFullLine(head, left, { near, body }) || areInColumns({ left, right }, all, body)) return true;
    // A line that is centred over columns begins where none does, and its next phrase neither.
    const isBody = Math.max(left.size, right.size) < largestBody * body;
    const isName =
      right.line.text.length <= longestName &&
      !/[，。；：！？]/u.test(right.line.text) &&
      !areOtherWeight(left, right);
    if (isBody && !beginsColumn(head, near, body) && (isName || !beginsColumn(right, near, body)))
      return false;
    // An opening mark whose outer half was cut off hangs out of its column.
    const hangs = /^[“‘（《「『【〈]/u.test(right.line.text) ? body / 2 : 0;
    const isBetween = ({ from }: Item) => from > left.to - body / 3 && from < right.from + hangs + body / 3;
    return near.some((candidate) => {
      if (!isBetween(candidate)) return false;
      let [starts, across] = [0, 0];
      for (const item of near) {
        const { from, to } = item;
        const off = from - candidate.from;
        if ([0, ...indentsOf(item)].some((indent) => Math.abs(off - indent * body) < body / 2)) starts++;
        else if (from < candidate.from - body && to > candidate.from + body) across++;
      }
      return starts >= enoughLines && starts > across;
    });
  };
}

/** • and 3. in front of the items of a list, which begin at one place like lines of a column. */
const isItemSign = (text: string): boolean =>
  /^(?:[•·●○■□◆◇▪▶※*–—-]|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）.．、]|[\u2460-\u24ff\u2776-\u2793])$/u.test(
    text.trim(),
  );

/** Sizes of phrases of one headline differ by no more than what recognition may err by. */
const samePhraseSize = 1.1;
/** A headline over one column is centred on it, within this share of its em. */
const offMiddle = 0.5;

/** True if two pieces of large type are phrases of one headline: neither is centred on its own columns. */
function areOneHeadline(
  { left, right }: Pick<Neighbours, 'left' | 'right'>,
  near: readonly Item[],
  body: number,
): boolean {
  const [small, large] = [Math.min(left.size, right.size), Math.max(left.size, right.size)];
  if (small < largestBody * body || large > samePhraseSize * small) return false;
  if (right.from - left.to > mostPhraseWhite * large) return false;
  const isOwn = (piece: Item, other: Item) => {
    const under = near.filter(
      (line) =>
        line.near > piece.far &&
        line.near < piece.far + 10 * body &&
        overlap(line, piece) > 0 &&
        overlap(line, other) <= 0,
    );
    if (under.length === 0) return false;
    const { from, to } = around(under);
    return Math.abs(from + to - piece.from - piece.to) < 2 * offMiddle * large;
  };
  return !(isOwn(left, right) && isOwn(right, left));
}

/** Lines next to each other in a column are less than so many em apart. */
const mostLeading = 1.3;

/** True if columns run above and below the pieces on both sides of the white, and no line across it. */
function areInColumns(
  { left, right }: Pick<Neighbours, 'left' | 'right'>,
  near: readonly Item[],
  body: number,
): boolean {
  const middle = (left.to + right.from) / 2;
  const isParted = (rows: readonly Item[]) =>
    rows.some((row) => row.to < middle && overlap(row, left) > 0) &&
    rows.some((row) => row.from > middle && overlap(row, right) > 0) &&
    rows.every((row) => row.to < middle || row.from > middle);
  const [top, bottom] = [Math.min(left.near, right.near), Math.max(left.far, right.far)];
  return (
    isParted(near.filter(({ near: from, far }) => from < top - body / 2 && far > top - mostLeading * body)) &&
    isParted(
      near.filter(({ near: from, far }) => far > bottom + body / 2 && from < bottom + mostLeading * body),
    )
  );
}

/** Lines of fewer characters fill the cell of a table. */
const leastFull = 8;

/**
 * True for a line that begins and ends where others near it do: it fills its column, and nothing belongs to it. Of two
 * pieces, 第七条　…, the first begins, and the second ends there.
 */
function isFullLine(
  head: Item,
  left: Item,
  { near, body }: { near: readonly Item[]; body: number },
): boolean {
  if (left.to - head.from < leastFull * body) return false;
  if (head === left && left.line.text.length < leastFull) return false;
  // The blank half of a mark may be in the box, or hang out of the column.
  const edges = ([begins, ends]: readonly [Item, Item]) => ({
    from: [begins.from, inkOf(begins)[0]],
    to: [ends.to, inkOf(ends)[1]],
  });
  const isSame = (some: readonly number[], others: readonly number[]) =>
    some.some((a) => others.some((b) => Math.abs(a - b) < body / 2));
  const own = edges([head, left]);
  // A paragraph's first line stands in by two em.
  const like = near.filter((item) => {
    const { from, to } = edges([item, item]);
    return (
      isSame(to, own.to) &&
      [-2, 0, 2].some((indent) =>
        isSame(
          from.map((at) => at + indent * body),
          own.from,
        ),
      )
    );
  });
  // One of the results is the piece itself.
  return like.length > enoughLines;
}

/** Weights that differ by this are regular and bold. */
const otherWeight = 150;

const areOtherWeight = ({ line: a }: Item, { line: b }: Item): boolean =>
  a.weight !== undefined && b.weight !== undefined && Math.abs(a.weight - b.weight) > otherWeight;

/** Indents in em: of Chinese type; and of Latin, where each house has its own. */
const [hanIndents, latinIndents] = [[2], [1, 1.5, 2]] as const;

const indentsOf = ({ line }: Item): readonly number[] => (hasHan(line.text) ? hanIndents : latinIndents);

/** True if a piece begins where lines of a column do, or an indent behind. */
function beginsColumn(item: Item, near: readonly Item[], body: number): boolean {
  const starts = (at: number) => near.filter((other) => Math.abs(other.from - at) < body / 2).length;
  // One of the results is the piece itself.
  return (
    starts(item.from) >= enoughLines ||
    indentsOf(item).some((indent) => starts(item.from - indent * body) >= enoughLines - 1)
  );
}

/** The first of sorted items that is not nearer than a bound. */
function firstFrom(items: readonly Item[], bound: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.near < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
