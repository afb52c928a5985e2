import { inOrder } from './blocks.js';
import { breaksOf, guttersOf, partAt, type White } from './gaps.js';
import type { Item, ReadingPage } from './item.js';

/** A break parts stories where two columns could be read through as well, if its white is as wide as this, in em. */
const leastBreak = 1.5;
/** Breaks that are tried for what they open up; a page has fewer headlines. */
const mostTried = 40;

/**
 * 分栏: the columns of a page in reading order. A block is cut where white or a rule runs through it: along the gutters
 * first, unless a break from edge to edge is the stronger sign; then above and below what spans its columns. What cannot
 * be cut, because its parts interlock, is put in order by which stands above or beside which.
 */
export function columnsOf(page: ReadingPage, items: readonly Item[] = page.items): Item[][] {
  if (items.length < 2) return items.length === 0 ? [] : [[...items]];
  const gutter = strongest(guttersOf(items, page));
  const breaks = breaksOf(items, page);
  const pause = strongest(breaks);
  const both = (white: White, axis: 'along' | 'across') =>
    partAt(items, white, axis).flatMap((part) => columnsOf(page, part));
  if (pause && pause.score >= Math.max(leastBreak, gutter?.score ?? 0)) return both(pause, 'across');
  if (gutter) return both(gutter, 'along');
  const opening = breaks
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostTried)
    .find((white) => partAt(items, white, 'across').some((part) => guttersOf(part, page).length > 0));
  if (opening) return both(opening, 'across');
  const blocks = inOrder(items, page);
  return blocks.length < 2 ? [[...items]] : blocks.flatMap((block) => columnsOf(page, block));
}

function strongest(whites: readonly White[]): White | undefined {
  return whites.reduce<White | undefined>(
    (best, white) => (best && best.score >= white.score ? best : white),
    undefined,
  );
}
