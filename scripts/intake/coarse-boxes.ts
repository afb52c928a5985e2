import { type Placed, sidesOf } from './placed.js';

/** Boxes in whole units tell a line's size badly where its type is at most so many units high: whole points. */
const coarse = 14;
/** Rounding both edges changes a height by at most so many units; so it does the white between two lines. */
const rounding = 1;
/** Lines under each other share this much of the shorter one. */
const leastShared = 0.5;
/** Lines are searched for the next one below up to this many heights. */
const reach = 2.5;

/**
 * Thickness of each line across its direction. Where boxes are rounded to units that are large for the type, lines of one
 * block have the mean of its lines, and a line alone that of most lines, if it differs by no more than rounding.
 *
 * @param lines all of one direction and page
 */
export function thicknessOf(lines: readonly Placed[]): number[] {
  const own = lines.map((line) => sidesOf(line).thickness);
  const usual = own.toSorted((a, b) => a - b)[own.length >> 1];
  const isWhole = lines.every(({ box }) => Object.values(box).every(Number.isInteger));
  if (usual === undefined || usual > coarse || !isWhole) return own;
  const blocks = blocksOf(lines, own);
  const means = new Map<number, { sum: number; count: number }>();
  blocks.forEach((block, index) => {
    const { sum, count } = means.get(block) ?? { sum: 0, count: 0 };
    means.set(block, { sum: sum + own[index]!, count: count + 1 });
  });
  // The mean of the largest block is the text's.
  const largest = [...means.values()].reduce((a, b) => (b.count > a.count ? b : a));
  return blocks.map((block, index) => {
    const { sum, count } = means.get(block)!;
    if (count > 1) return sum / count;
    return Math.abs(own[index]! - usual) <= rounding ? largest.sum / largest.count : own[index]!;
  });
}

/** For each line the first line of its block: of one height, as far below each other as most lines. */
function blocksOf(lines: readonly Placed[], thickness: readonly number[]): number[] {
  const spans = lines.map(({ box, direction }) =>
    direction === 'vertical'
      ? { near: -box.right, far: -box.left, from: box.top, to: box.bottom }
      : { near: box.top, far: box.bottom, from: box.left, to: box.right },
  );
  const order = spans.map((_, index) => index).sort((a, b) => spans[a]!.near - spans[b]!.near);
  const below = new Map<number, { next: number; white: number }>();
  order.forEach((index, at) => {
    const own = spans[index]!;
    for (const other of order.slice(at + 1)) {
      const span = spans[other]!;
      if (span.near > own.near + reach * thickness[index]!) return;
      const shared = Math.min(own.to, span.to) - Math.max(own.from, span.from);
      const isBelow = span.near + span.far > own.far + own.near + thickness[index]!;
      if (!isBelow || shared < leastShared * Math.min(own.to - own.from, span.to - span.from)) continue;
      below.set(index, { next: other, white: span.near - own.far });
      return;
    }
  });
  const whites = [...below.values()].map(({ white }) => white).sort((a, b) => a - b);
  const usual = whites[whites.length >> 1] ?? 0;
  const first = lines.map((_, index) => index);
  for (const index of order) {
    const found = below.get(index);
    if (!found || found.white > usual + rounding) continue;
    if (Math.abs(thickness[found.next]! - thickness[index]!) <= rounding) first[found.next] = first[index]!;
  }
  return first;
}
