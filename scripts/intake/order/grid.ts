import { type Item, inkOf } from './item.js';

/** 栏距 between the lines of two columns: where those on the left end, and those on the right begin. */
export interface Gutter {
  from: number;
  to: number;
}

/** So many lines of a page end, and begin, at the edges of a gutter. */
const enoughLines = 5;
/** Shorter lines, in em, are cells, names, the last lines of paragraphs. */
const leastLine = 7;
/** Edges are one place within so many em. */
const sameEdge = 0.3;
/** Columns are so many em apart at least, and at most: more is white. */
const [leastGutter, mostGutter] = [0.8, 3];
/** Larger type is a headline's: those beside each other begin where no column does, too. */
export const largestBody = 1.2;
/** Phrases of one line are at most so many of its em apart. */
export const mostPhraseWhite = 1.3;

/** Two adjacent pieces, and the first piece of the line that the left one belongs to. */
export interface Neighbours {
  head: Item;
  left: Item;
  right: Item;
}

/**
 * 栏格: the gutters of a page by its own lines: several lines end at one place, and several begin at the next. Columns
 * of different stories stand on one grid, so that it is also seen where a story has a few lines only.
 */
export function guttersOfGrid(items: readonly Item[], body: number): Gutter[] {
  const texts = items.filter(
    ({ from, to, size }) => to - from >= leastLine * body && size < largestBody * body,
  );
  const ends = placesOf(
    texts.map(({ to }) => to),
    body,
  );
  const starts = placesOf(
    texts.map(({ from }) => from),
    body,
  );
  const isGutter = (from: number, to: number) =>
    to - from > leastGutter * body && to - from < mostGutter * body;
  // First lines of paragraphs, and lines whose last mark hangs, are fewer than the column's other lines.
  return ends.flatMap(({ at: from }) => {
    const right = most(starts.filter(({ at }) => isGutter(from, at)));
    const left = right && most(ends.filter(({ at }) => isGutter(at, right.at)));
    return left?.at === from ? [{ from, to: right!.at }] : [];
  });
}

interface Place {
  at: number;
  count: number;
}

const most = (places: readonly Place[]): Place | undefined =>
  places.reduce<Place | undefined>(
    (best, place) => (best && best.count >= place.count ? best : place),
    undefined,
  );

/** Places at which several of some edges are. */
function placesOf(edges: readonly number[], body: number): Place[] {
  const sorted = edges.toSorted((a, b) => a - b);
  const found: Place[] = [];
  for (let first = 0; first < sorted.length; ) {
    let next = first + 1;
    while (next < sorted.length && sorted[next]! - sorted[next - 1]! < sameEdge * body) next++;
    if (next - first >= enoughLines) found.push({ at: sorted[(first + next) >> 1]!, count: next - first });
    first = next;
  }
  return found;
}

/** A piece that ends, or begins, so many em inside of a gutter is of no column beside it. */
const mostInside = 0.5;

/** True for phrases of a line that runs across columns: one of them reaches into the gutter. */
export function isOverGutter(
  { left, right }: Pick<Neighbours, 'left' | 'right'>,
  gutters: readonly Gutter[],
  body: number,
): boolean {
  const size = Math.max(left.size, right.size);
  if (right.from - left.to > mostPhraseWhite * size) return false;
  // The blank half of a mark may hang into a gutter.
  return gutters.some(({ from, to }) =>
    [inkOf(left)[1], inkOf(right)[0]].some(
      (edge) => edge > from + mostInside * body && edge < to - mostInside * body,
    ),
  );
}

/** Pieces of fewer em, together, may be phrases over columns. */
const leastBeside = 8;
/** A gutter is wider than white in it by less: justified lines end where their column does. */
const tightest = 0.15;
/** Lines of a column that follow each other show whether a gutter is one here. */
const besideRows = 3;

/** True if the white between two pieces is one of the page's gutters, and no line above or below runs across it. */
export function hasGutter(
  { head, left, right }: Neighbours,
  { near, gutters, body }: { near: readonly Item[]; gutters: readonly Gutter[]; body: number },
): boolean {
  if (right.to - right.from + left.to - head.from < leastBeside * body) return false;
  const white = inkOf(right)[0] - inkOf(left)[1];
  const gutter = gutters.find(
    ({ from, to }) =>
      from > left.to - body / 2 &&
      to < right.from + body / 2 &&
      // The blank between two words is narrower than a gutter.
      to - from < white + tightest * body,
  );
  if (!gutter) return false;
  return near.every(
    ({ from, to, near: top, far, size }) =>
      from > gutter.from - body ||
      to < gutter.to + body ||
      size > largestBody * body ||
      top > right.far + besideRows * body ||
      far < right.near - besideRows * body,
  );
}
