import { inOrder } from './blocks.js';
import { breaksOf, guttersOf, partAt, type White } from './gaps.js';
import { around, type Item, isDisplay, type ReadingPage, type Span } from './item.js';

/** White of at least this many em separates stories even where two columns could also be read through it. */
const leastBreak = 1.5;
/** From this score on, a break separates stories within a block. */
const leastParting = 1;
/** Maximum number of breaks that are tried; a page has fewer headlines. */
const mostTried = 40;

/** Lines below each other. */
export interface Block {
  items: Item[];
  /** A rule, or white across several columns, sets it apart from what is read before it. */
  opens: boolean;
}

/**
 * 分栏: the columns of a page in reading order. A block is cut where white or a rule runs through it: along the gutters
 * first, unless a break from edge to edge is the stronger sign; then above and below blocks that span its columns. A
 * block whose parts interlock cannot be cut; its parts are ordered by which is above or beside which.
 */
export function columnsOf(page: ReadingPage, items: readonly Item[] = page.items): Block[] {
  if (items.length < 2) return items.length === 0 ? [] : [{ items: [...items], opens: false }];
  const gutter = strongest(betweenHeads(items, guttersOf(items, page), page));
  const breaks = breaksOf(items, page);
  const pause = strongest(
    breaks.filter((white) => white.score < leastBreak || !goesOnBelow(items, { white, breaks }, page)),
  );
  const both = (white: White, axis: 'along' | 'across') =>
    partAt(items, white, axis).flatMap((part) => columnsOf(page, part));
  if (pause && pause.score >= Math.max(leastBreak, gutter?.score ?? 0)) return parted(pause, items, page);
  const crown = gutter && crownOf(items, { breaks, gutter }, page);
  if (crown) return both(crown, 'across');
  if (gutter) return both(gutter, 'along');
  const title = crownOf(items, { breaks }, page);
  if (title) return both(title, 'across');
  const opening = openingOf(breaks, (white) =>
    partAt(items, white, 'across').map((part) => hasGutter(part, page)),
  );
  if (opening) return both(opening, 'across');
  const blocks = inOrder(items, page);
  return blocks.length < 2
    ? [{ items: [...items], opens: false }]
    : blocks.flatMap((block) => columnsOf(page, block));
}

/** The parts above and below white between stories; white in a single column may belong to a picture. */
function parted(white: White, items: readonly Item[], page: ReadingPage): Block[] {
  const parts = partAt(items, white, 'across');
  const [above, below] = parts.map((part) => columnsOf(page, part)) as [Block[], Block[]];
  const isWide = white.isRuled || isTall(white, items, page) || parts.some((part) => hasGutter(part, page));
  if (isWide && below[0]) below[0] = { ...below[0], opens: true };
  return [...above, ...below];
}

/** Heads of stories beside each other begin within this many em of the top. */
const mostHead = 8;

/** The gutters between headlines beside each other, if there are any: all others are inside of one story or the other. */
function betweenHeads(
  items: readonly Item[],
  gutters: readonly White[],
  { body }: ReadingPage,
): readonly White[] {
  const { near } = around(items);
  const heads = items.filter((item) => isDisplay(item, body) && item.near < near + mostHead * body);
  const between = gutters.filter((gutter) => partAt(heads, gutter, 'along').every((side) => side.length > 0));
  const areCrossed = (gutter: White) =>
    heads.some(({ from, to }) => from < gutter.start - body && to > gutter.end + body);
  const clear = between.filter((gutter) => !areCrossed(gutter));
  if (clear.length === 0) return gutters;
  // Each headline is in the middle of its own columns.
  const offMiddle = (gutter: White) => {
    const [own, heading] = [items, heads].map((some) => partAt(some, gutter, 'along').map(around));
    return own!.reduce(
      (sum, side, at) => sum + Math.abs(side.from + side.to - heading![at]!.from - heading![at]!.to),
      0,
    );
  };
  const offs = clear.map(offMiddle);
  return [clear[offs.indexOf(Math.min(...offs))]!];
}

/** White in one column is more than a picture if it is higher than so many em, and than this many times its width. */
const [tallest, timesTall] = [15, 1.5];

/** True for white in which the file has no picture, and which is higher than one would be. */
function isTall({ start, end }: White, items: readonly Item[], { body, pictures }: ReadingPage): boolean {
  const { from, to } = around(items);
  if (end - start < Math.max(tallest * body, timesTall * (to - from))) return false;
  return !pictures.some((one) => one.far > start && one.near < end && one.to > from && one.from < to);
}

/** A centred line is off the middle of its columns by fewer em: the first line of a paragraph by one. */
const offCentre = 0.85;
/** Lines of a head part: kicker, deck, byline, of up to two lines each. */
const mostCrown = 5;

/**
 * The break under lines that stand over columns: each is centred, or runs across a gutter of what is below. A cut along
 * a gutter would put them into the middle of the text.
 *
 * @param gutter the strongest one, if there is one
 */
function crownOf(
  items: readonly Item[],
  { breaks, gutter }: { breaks: readonly White[]; gutter?: White },
  page: ReadingPage,
): White | undefined {
  const first = breaks.slice(0, mostCrown);
  return first.findLast((white) => {
    const [above, below] = partAt(items, white, 'across');
    if (above.length > mostCrown || above.length >= below.length) return false;
    // Headlines beside each other belong to two stories.
    if (gutter && partAt(above, gutter, 'along').every((side) => side.length > 0)) return false;
    const gutters = guttersOf(below, page).map(({ start, end }) => (start + end) / 2);
    if (gutters.length === 0) return false;
    const isOver = (item: Item) => gutters.some((middle) => item.from < middle && item.to > middle);
    const whole = around(items);
    // The last columns of a story may be empty: its headline shows where its middle is.
    const isCentred = ({ from, to }: Item, middles: readonly Span[]) =>
      from > whole.from + page.body &&
      middles.some((middle) => Math.abs(from + to - middle.from - middle.to) < 2 * offCentre * page.body);
    const isHead = (item: Item) =>
      isDisplay(item, page.body) && (isOver(item) || isCentred(item, [whole, page.extent]));
    const middles = [whole, ...above.filter(isHead)];
    return above.every((item) => isOver(item) || isHead(item) || isCentred(item, middles));
  });
}

/** White in a column of text, in em, that is too small for a picture. */
const mostInside = 3;

/**
 * True if white across columns belongs to a picture: from it to the next white that separates stories, only one column
 * goes on, aligned with one of several columns above, without a rule or a headline.
 */
function goesOnBelow(
  items: readonly Item[],
  { white, breaks }: { white: White; breaks: readonly White[] },
  { body }: ReadingPage,
): boolean {
  if (white.isRuled) return false;
  const [above, rest] = partAt(items, white, 'across');
  const next = breaks.find(({ start, score }) => start > white.start && score >= leastBreak);
  const below = next ? partAt(rest, next, 'across')[0] : rest;
  const own = around(below);
  if (below.some((item) => item.near < own.near + body && isDisplay(item, body))) return false;
  const isIn = ({ from, to }: Item) => from > own.from - body && to < own.to + body;
  const column = above.filter((item) => isIn(item)).sort((a, b) => b.far - a.far);
  if (!column[0] || Math.abs(column[0].from - own.from) > mostInside * body) return false;
  let top = column[0].near;
  for (const item of column) {
    if (isDisplay(item, body) || top - item.far > mostInside * body) break;
    top = Math.min(top, item.near);
  }
  return above.some((item) => item.far > top && (item.to < own.from || item.from > own.to));
}

const hasGutter = (items: readonly Item[], page: ReadingPage) => guttersOf(items, page).length > 0;

/**
 * The break that opens columns: one that parts stories; else the first with columns below it, so that a headline and a
 * byline stay above all of theirs; else the last with columns above it.
 */
function openingOf(
  breaks: readonly White[],
  gutters: (white: White) => readonly boolean[],
): White | undefined {
  const parting = breaks
    .filter(({ score }) => score >= leastParting)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostTried)
    .find((white) => gutters(white).includes(true));
  if (parting) return parting;
  return (
    breaks.slice(0, mostTried).find((white) => gutters(white)[1]) ??
    breaks.slice(-mostTried).findLast((white) => gutters(white)[0])
  );
}

function strongest(whites: readonly White[]): White | undefined {
  return whites.reduce<White | undefined>(
    (best, white) => (best && best.score >= white.score ? best : white),
    undefined,
  );
}
