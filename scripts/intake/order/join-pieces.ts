import type { PrintedLine, PrintedPage } from '../printed-page.js';
import { around, type Item, inkOf, overlap, turn } from './item.js';

/** White of up to this many em between pieces of a row may separate phrases; wider white separates columns or cells. */
const mostWhite = 4;
/** A column begins where at least this many lines of running text do, within half an em. */
const enoughLines = 3;
const leastText = 3;
/** A name, with its title at most. Where its place begins a column, that is by chance. */
const longestName = 6;
/** Headlines beside each other begin where no column does, too. */
const largestBody = 1.2;
/** Lines are near if they are at most this many em above or below. */
const nearby = 25;
/** Pieces of one row share this much of their height, and their sizes differ by less. */
const sameRow = 0.6;
const mostSizes = 1.45;

/**
 * 连缀: joins pieces of one printed line that are separated by white: 第七条　…, the phrases of a headline, a line that
 * was recognised in two. A piece that begins where lines of a column begin is a line of that column.
 */
export function joinPieces(page: PrintedPage): PrintedPage {
  const { isVertical } = turn(page);
  const usual = isVertical ? 'vertical' : 'horizontal';
  // A character alone runs in the direction of its page.
  const isUsual = ({ direction, text }: PrintedLine) => direction === usual || text.length < 2;
  const others = page.lines.filter((line) => !isUsual(line));
  const own = page.lines.filter(isUsual);
  return {
    ...page,
    lines: [...joinAlong({ ...page, lines: own }), ...joinAlong({ ...page, lines: others })],
  };
}

/** Joins the pieces of lines that run in one direction. */
function joinAlong(page: PrintedPage): PrintedLine[] {
  const { items, body } = turn(page);
  const hasColumn = newColumnFinder(items, body);
  const sorted = items.toSorted((a, b) => a.near + a.far - b.near - b.far);
  const next = new Map<Item, Item>();
  /** For each piece that was joined to a line, the first piece of that line. */
  const headOf = new Map<Item, Item>();
  // From left to right, because only the first piece of a line shows at which column the line begins.
  const inOrder = sorted.map((item, index) => ({ item, index })).sort((a, b) => a.item.from - b.item.from);
  for (const { item, index } of inOrder) {
    const right = nearestRight(sorted, index);
    if (!right || headOf.has(right)) continue;
    const white = (right.from - item.to) / Math.max(item.size, right.size);
    const head = headOf.get(item) ?? item;
    if (white > mostWhite || (white > 0.5 && hasColumn({ head, left: item, right }))) continue;
    next.set(item, right);
    headOf.set(right, head);
  }
  return sorted
    .filter((item) => !headOf.has(item))
    .map((first) => {
      const pieces = [first];
      for (let item = next.get(first); item; item = next.get(item)) pieces.push(item);
      return pieces.length === 1 ? first.line : joined(pieces);
    });
}

/** The nearest piece after another in its row. */
function nearestRight(sorted: readonly Item[], index: number): Item | undefined {
  const item = sorted[index]!;
  let best: Item | undefined;
  const look = (at: number) => {
    const other = sorted[at]!;
    const shared = Math.min(item.far, other.far) - Math.max(item.near, other.near);
    if (shared < sameRow * Math.min(item.far - item.near, other.far - other.near)) return;
    if (Math.max(item.size, other.size) > mostSizes * Math.min(item.size, other.size)) return;
    if (inkOf(other)[0] < inkOf(item)[1] - item.size / 2 || other.from <= item.from) return;
    if (!best || other.from < best.from) best = other;
  };
  const middle = item.near + item.far;
  const reach = 2 * (item.far - item.near);
  for (let at = index - 1; at >= 0 && middle - sorted[at]!.near - sorted[at]!.far < reach; at--) look(at);
  for (let at = index + 1; at < sorted.length && sorted[at]!.near + sorted[at]!.far - middle < reach; at++)
    look(at);
  return best;
}

/** Two adjacent pieces, and the first piece of the line that the left one belongs to. */
interface Neighbours {
  head: Item;
  left: Item;
  right: Item;
}

/**
 * Tells if a column begins in the white between two pieces: nearby, other lines begin at one place there, and fewer run
 * across it. Words after a space are also under each other in a list of articles, but full lines run across their
 * beginnings.
 */
function newColumnFinder(items: readonly Item[], body: number): (pieces: Neighbours) => boolean {
  const texts = items
    .filter(({ line, size }) => line.text.length >= leastText && size < mostSizes * body)
    .sort((a, b) => a.near - b.near);
  return ({ head, left, right }) => {
    const near: Item[] = [];
    for (let at = firstFrom(texts, right.near - nearby * body); at < texts.length; at++) {
      if (texts[at]!.near > right.near + nearby * body) break;
      near.push(texts[at]!);
    }
    if (areOneHeadline({ left, right }, near, body)) return false;
    if (isFullLine(head, left, { near, body }) || areInColumns({ left, right }, near, body)) return true;
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
      for (const { from, to } of near) {
        const indent = from - candidate.from;
        // A paragraph begins two em behind its column.
        if (Math.abs(indent) < body / 2 || Math.abs(indent - 2 * body) < body / 2) starts++;
        else if (from < candidate.from - body && to > candidate.from + body) across++;
      }
      return starts >= enoughLines && starts > across;
    });
  };
}

/** Phrases of one headline are at most so many of its em apart, … */
const mostPhraseWhite = 1.3;
/** … and their sizes differ by no more than what recognition may err by. */
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

/** True for a line that begins and ends where others near it do: it fills its column, and nothing belongs to it. */
function isFullLine(
  head: Item,
  left: Item,
  { near, body }: { near: readonly Item[]; body: number },
): boolean {
  if (left.line.text.length < leastFull || head !== left) return false;
  const isSame = (a: number, b: number) => Math.abs(a - b) < body / 2;
  const like = near.filter(
    ({ from, to }) => isSame(to, left.to) && (isSame(from, head.from) || isSame(from - 2 * body, head.from)),
  );
  // One of the results is the piece itself.
  return like.length > enoughLines;
}

/** Weights that differ by this are regular and bold. */
const otherWeight = 150;

const areOtherWeight = ({ line: a }: Item, { line: b }: Item): boolean =>
  a.weight !== undefined && b.weight !== undefined && Math.abs(a.weight - b.weight) > otherWeight;

/** True if a piece begins where lines of a column do, or two em behind. */
function beginsColumn({ from }: Item, near: readonly Item[], body: number): boolean {
  const starts = (at: number) => near.filter((other) => Math.abs(other.from - at) < body / 2).length;
  // One of the results is the piece itself.
  return starts(from) >= enoughLines || starts(from - 2 * body) >= enoughLines - 1;
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

function joined(pieces: readonly Item[]): PrintedLine {
  const lines = pieces.map(({ line }) => line);
  const longest = lines.reduce((best, line) => (line.text.length > best.text.length ? line : best));
  const confidences = lines.flatMap(({ confidence }) => confidence ?? []);
  return {
    ...longest,
    text: pieces.map((piece, index) => blankBefore(piece, pieces[index - 1]) + piece.line.text).join(''),
    box: {
      left: Math.min(...lines.map(({ box }) => box.left)),
      top: Math.min(...lines.map(({ box }) => box.top)),
      right: Math.max(...lines.map(({ box }) => box.right)),
      bottom: Math.max(...lines.map(({ box }) => box.bottom)),
    },
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
}

/** White between two pieces as the space that a typist would have typed. */
export function blankBefore(piece: Item, before: Item | undefined): string {
  if (!before) return '';
  const room = (piece.from - before.to) / Math.max(piece.size, before.size);
  if (room < 0.4) return '';
  return room < 0.7 ? ' ' : room < 3 ? '\u3000' : '\u3000\u3000';
}
