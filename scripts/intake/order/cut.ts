import { inOrder } from './blocks.js';
import { breaksOf, guttersOf, headPenalty, partAt, type White } from './gaps.js';
import type { Item, ReadingPage } from './item.js';

/** White of at least this many em separates stories even where two columns could also be read through it. */
const leastBreak = 1.5;
/** Maximum number of breaks that are tried; a page has fewer headlines. */
const mostTried = 40;

/**
 * 分栏: the columns of a page in reading order. A block is cut where white or a rule runs through it: along the gutters
 * first, unless a break from edge to edge is the stronger sign; then above and below blocks that span its columns. A
 * block whose parts interlock cannot be cut; its parts are ordered by which is above or beside which.
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
    .toSorted((a, b) => openingScore(b) - openingScore(a))
    .slice(0, mostTried)
    .find((white) => partAt(items, white, 'across').some((part) => guttersOf(part, page).length > 0));
  if (opening) return both(opening, 'across');
  const blocks = inOrder(items, page);
  return blocks.length < 2 ? [[...items]] : blocks.flatMap((block) => columnsOf(page, block));
}

/** A headline spans its columns, so the white under it is the likeliest to open them. */
const openingScore = ({ score, isUnderHead }: White) => score + (isUnderHead ? 2 * headPenalty : 0);

function strongest(whites: readonly White[]): White | undefined {
  return whites.reduce<White | undefined>(
    (best, white) => (best && best.score >= white.score ? best : white),
    undefined,
  );
}
