import type { Box } from '../../article/layout.js';
import { beginsBlank, endsBlank } from '../boxes.js';
import type { PrintedLine, PrintedPage } from '../printed-page.js';

/**
 * A line in the space of reading: `from … to` along the direction of writing, `near … far` from line to line. On a
 * vertical page the first runs down and the second to the left, so that both kinds of pages are read by one rule.
 */
export interface Item {
  line: PrintedLine;
  from: number;
  to: number;
  near: number;
  far: number;
  size: number;
}

/** A page in the space of reading. */
export interface ReadingPage {
  isVertical: boolean;
  items: Item[];
  /** The extent of all lines, running heads and folios included: a headline over columns is in its middle. */
  extent: Span;
  /** The rules between them; no size, no text. */
  rules: Span[];
  /** Pictures: the space that they take is no white. */
  pictures: Span[];
  /** Size of most characters. */
  body: number;
  /** Space between two lines of a column. */
  leading: number;
}

export type Span = Pick<Item, 'from' | 'to' | 'near' | 'far'>;

/** Turns a page so that its lines are read from left to right and from top to bottom. */
export function turn({ width, lines, rules, pictures = [] }: PrintedPage): ReadingPage {
  const isVertical = directionOf(lines) === 'vertical';
  const spanOf = ({ left, top, right, bottom }: Box): Span =>
    isVertical
      ? { from: top, to: bottom, near: width - right, far: width - left }
      : { from: left, to: right, near: top, far: bottom };
  const items = lines.map((line): Item => ({ line, size: line.size, ...spanOf(line.box) }));
  const body = bodySize(items);
  return {
    isVertical,
    items,
    extent: around(items),
    rules: rules.map(spanOf),
    pictures: pictures.map(spanOf),
    body,
    leading: usualLeading(items, body),
  };
}

function directionOf(lines: readonly PrintedLine[]): PrintedLine['direction'] {
  let balance = 0;
  // A single character may belong to either direction.
  for (const { direction, text } of lines)
    if (text.length > 1) balance += direction === 'vertical' ? text.length : -text.length;
  return balance > 0 ? 'vertical' : 'horizontal';
}

/** Sizes that differ by less are the same: recognition measures boxes, not type. */
const sizeStep = 1.06;

/** The size in which most characters are set. */
function bodySize(items: readonly Item[]): number {
  const counts = new Map<number, number>();
  const binOf = (size: number) => Math.round(Math.log(Math.max(size, 0.01)) / Math.log(sizeStep));
  for (const { size, line } of items)
    counts.set(binOf(size), (counts.get(binOf(size)) ?? 0) + line.text.length);
  let [best, most] = [0, 0];
  for (const bin of counts.keys()) {
    const near = [bin - 1, bin, bin + 1].reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
    if (near > most) [best, most] = [bin, near];
  }
  const own = items
    .filter(({ size }) => Math.abs(binOf(size) - best) <= 1)
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  return own[own.length >> 1] ?? 1;
}

/** Lines further apart than this many em are not lines of one column. */
const mostLeading = 2.5;

/** The space from a line of body text to the next under it: the median. */
function usualLeading(items: readonly Item[], body: number): number {
  const own = items.filter(({ size }) => isBody(size, body)).sort((a, b) => a.near - b.near);
  const rooms: number[] = [];
  own.forEach((item, index) => {
    for (let next = index + 1; next < own.length; next++) {
      const other = own[next]!;
      if (other.near - item.far > mostLeading * body) return;
      if (other.near > item.near + body / 2 && overlap(item, other) > 0.5) {
        rooms.push(other.near - item.far);
        return;
      }
    }
  });
  rooms.sort((a, b) => a - b);
  return rooms[rooms.length >> 1] ?? body / 2;
}

const isBody = (size: number, body: number) => size > 0.8 * body && size < 1.2 * body;

/** Headlines are larger than the text by more than this; decks are one or two sizes up: 五号 over 小五 is 1.17. */
const leastDisplay = 1.22;

export const isDisplay = ({ size }: Item, body: number): boolean => size > leastDisplay * body;

/** A line's extent without blank halves of marks at its ends, which may hang into the gutter. */
export function inkOf({ line: { text }, from, to, size }: Item): [from: number, to: number] {
  const ink: [number, number] = [
    beginsBlank(text) ? from + size / 2 : from,
    endsBlank(text) ? to - size / 2 : to,
  ];
  return ink[0] < ink[1] ? ink : [from, to];
}

/** Share of the shorter of two spans that overlaps with the other, along the line. */
export function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared / Math.max(Math.min(a.to - a.from, b.to - b.from), 1e-6);
}

/** The smallest span that encloses the given ones. */
export function around(spans: readonly Span[]): Span {
  const all: Span = {
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    near: Number.POSITIVE_INFINITY,
    far: Number.NEGATIVE_INFINITY,
  };
  for (const { from, to, near, far } of spans) {
    all.from = Math.min(all.from, from);
    all.to = Math.max(all.to, to);
    all.near = Math.min(all.near, near);
    all.far = Math.max(all.far, far);
  }
  return all;
}
