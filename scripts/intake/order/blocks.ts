import { around, type Item, overlap, type ReadingPage, type Span } from './item.js';

/** Lines of one block are at most this many em further apart than usual. */
const mostExtra = 0.8;
/** … and overlap horizontally by at least this share. */
const leastOverlap = 0.5;
/** Maximum number of blocks that are ordered pairwise: a page has some dozens. */
const mostBlocks = 400;

/**
 * Blocks that interlock, in reading order: one precedes another if it is above it, or left of it with nothing
 * between them that is below the one and above the other (after Breuel, High performance document layout analysis,
 * 2003). A single block means that the lines cannot be separated.
 */
export function inOrder(items: readonly Item[], page: ReadingPage): Item[][] {
  const blocks = blocksOf(items, page);
  if (blocks.length < 2 || blocks.length > mostBlocks) return [[...items]];
  const spans = blocks.map(around);
  const before = spans.map((a, one) => spans.map((b, other) => one !== other && isBefore(a, b, spans)));
  const isDone = new Uint8Array(blocks.length);
  const result: Item[][] = [];
  const visit = (at: number) => {
    if (isDone[at]) return;
    isDone[at] = 1;
    for (let other = 0; other < blocks.length; other++) if (before[other]![at]) visit(other);
    result.push(blocks[at]!);
  };
  const order = spans.map((_, index) => index).sort((a, b) => spans[a]!.near - spans[b]!.near);
  for (const at of order) visit(at);
  return result;
}

function isBefore(a: Span, b: Span, all: readonly Span[]): boolean {
  const beside = Math.min(a.to, b.to) - Math.max(a.from, b.from) > 0;
  if (beside) return (a.near + a.far) / 2 < (b.near + b.far) / 2;
  if (a.to > b.from) return false;
  // Something wide between them puts the left one above it and the right one below, or the reverse.
  return !all.some(
    (c) =>
      c !== a &&
      c !== b &&
      Math.min(c.to, a.to) > Math.max(c.from, a.from) &&
      Math.min(c.to, b.to) > Math.max(c.from, b.from) &&
      (c.near + c.far) / 2 < (a.near + a.far) / 2 &&
      (c.near + c.far) / 2 > (b.near + b.far) / 2,
  );
}

/** Groups of lines under each other, of one size, at a column's distance. */
function blocksOf(items: readonly Item[], { body, leading }: ReadingPage): Item[][] {
  const sorted = items.toSorted((a, b) => a.near - b.near);
  const blocks: Item[][] = [];
  for (const item of sorted) {
    const near = blocks.filter((block) => {
      const last = block.at(-1)!;
      const isOfSize = Math.max(last.size, item.size) < 1.25 * Math.min(last.size, item.size);
      const room = item.near - last.far;
      const isRow = room < -0.5 * Math.min(last.size, item.size);
      return isOfSize && !isRow && room < leading + mostExtra * Math.max(body, item.size);
    });
    const own =
      near.find((block) => overlap(around(block.slice(-3)), item) > leastOverlap) ??
      near.find((block) => isUnderFirst(block, item));
    if (own) own.push(item);
    else blocks.push([item]);
  }
  return blocks;
}

/** A paragraph's first line stands in by up to so many em. */
const mostIndent = 3;

/** True for a line under first lines: if it is the last of its paragraph, it may end before they begin. */
function isUnderFirst(block: readonly Item[], item: Item): boolean {
  const { from, to } = around(block.slice(-3));
  const indent = from - item.from;
  return indent > 0 && indent < mostIndent * item.size && item.to < to + item.size;
}
