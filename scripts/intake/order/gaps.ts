import { emsOf } from '../boxes.js';
import { around, type Item, inkOf, isDisplay, overlap, type ReadingPage, type Span } from './item.js';

/** White between two parts of a block of lines. */
export interface White {
  /** Its extent, along the line for a gutter, across it for a break. */
  start: number;
  end: number;
  score: number;
  /** True if a rule runs along it. */
  isRuled?: boolean;
}

/** Skew and noise make boxes of neighbours touch: each is shrunk by this share of its size, on each side. */
const slack = 0.12;
/** 栏距: columns are at least this many em apart. */
const leastGutter = 0.6;
/** A gutter has running text on both sides; shorter text is a table's cell, a name, a letter-spaced headline. */
const leastText = 4;
/** A rule inside white counts as this many em of white. */
const ruleWorth = 3;
/** Penalty of white under a headline, which does not separate stories. */
const headPenalty = 2;
/** Minimum share of the white along which it must run. */
const ruleShare = 0.6;

/** 栏间: white that runs through a block from its near to its far side. */
export function guttersOf(items: readonly Item[], { body, rules }: ReadingPage): White[] {
  const all = around(items);
  const inkIn = (item: Item): [number, number] => {
    const [from, to] = inkOf(item);
    return [Math.max(from, item.from + slack * item.size), Math.min(to, item.to - slack * item.size)];
  };
  return whites(items, inkIn)
    .filter(({ start, end }) => end - start >= (leastGutter + slack) * body)
    .flatMap(({ start, end }) => {
      const isRuled = rules.some(
        (rule) =>
          rule.to - rule.from < rule.far - rule.near &&
          rule.from > start - body / 2 &&
          rule.to < end + body / 2 &&
          shared(rule.near, rule.far, all.near, all.far) >= ruleShare * (all.far - all.near),
      );
      const isText = [true, false].every((isBefore) =>
        isRunning(items.filter(({ to }) => to - slack * body <= (start + end) / 2 === isBefore)),
      );
      if (!isRuled && !isText) return [];
      return [{ start, end, score: (end - start) / body + (isRuled ? ruleWorth : 0) }];
    });
}

function isRunning(items: readonly Item[]): boolean {
  // Numbers of a table are half as wide as text of as many characters.
  const lengths = items.map(({ line }) => emsOf(line.text)).sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) >= leastText;
}

/** A headline at least so many times wider than the lines of the text spans several columns, … */
const timesWider = 1.25;
/** … and the white over it counts for so much more, however narrow it is. */
const overColumns = 3;

/** Kickers and decks are at least this factor larger than the text. */
const raised = 1.08;

/** Largest distance from a kicker's top to the headline's top, in em. */
const mostKicker = 3;

/** Usual width of full lines: eight of ten lines are no wider. */
function usualWidth(items: readonly Item[], body: number): number {
  const widths = items
    .filter((item) => !isDisplay(item, body) && item.line.text.length >= leastText)
    .map(({ from, to }) => to - from)
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.8)] ?? Number.POSITIVE_INFINITY;
}

/** 通栏空白: white that runs through a block from its left to its right; the score tells how well it separates stories. */
export function breaksOf(items: readonly Item[], { body, leading, rules, pictures }: ReadingPage): White[] {
  const all = around(items);
  const inside = pictures.filter(
    ({ from, to, near, far }) =>
      near > all.near && far < all.far && (from + to) / 2 > all.from && (from + to) / 2 < all.to,
  );
  const filled = inside.map(({ near, far }): [number, number] => [near, far]);
  const wide = timesWider * usualWidth(items, body);
  return whites(items, ({ near, far, size }) => [near + slack * size, far - slack * size], filled).map(
    ({ start, end }) => {
      const isRuled = rules.some(
        (rule) =>
          rule.far - rule.near < rule.to - rule.from &&
          rule.near > start - body / 2 &&
          rule.far < end + body / 2 &&
          shared(rule.from, rule.to, all.from, all.to) >= ruleShare * (all.to - all.from),
      );
      // Boxes were shrunk in proportion to their size, those of headlines more.
      const above = items.filter(({ far, size }) => far > start - body && far <= start + 2 * slack * size);
      const below = items.filter(({ near, size }) => near < end + body && near >= end - 2 * slack * size);
      const heads = below.filter((item) => isDisplay(item, body));
      // A kicker above a headline is small; beside it the headline of another story may begin.
      const isKicker =
        (below.length === 1 && below[0]!.to - below[0]!.from < wide / timesWider) ||
        (below.length > 0 && below.every(({ size }) => size >= raised * body));
      const next = isKicker
        ? [...heads, ...items.filter(({ near }) => near >= end && near < end + mostKicker * body)]
        : heads;
      // Such white also separates the parts of adjacent titles.
      const texts = above.filter(({ size }) => size < raised * body);
      // A column that runs on beside a headline is not parted by it.
      const runsOn = texts.some((item) =>
        below.some(
          (other) =>
            other.size < raised * body &&
            overlap(item, other) > 0.5 &&
            other.near - item.far < leading + body / 2,
        ),
      );
      const isUnderText = texts.length > 0 && !runsOn;
      const isOver = isUnderText && next.some((item) => isDisplay(item, body) && item.to - item.from > wide);
      // Text under a headline belongs to it.
      const isHead = above.length > 0 && above.every((item) => isDisplay(item, body));
      const extra = (end - start - leading) / body - 2 * slack;
      return {
        start,
        end,
        isRuled,
        score:
          extra +
          (isRuled ? ruleWorth : 0) +
          (heads.length > 0 ? 1 : 0) +
          (isOver && !isHead ? overColumns : 0) -
          (isHead ? headPenalty : 0),
      };
    },
  );
}

const shared = (a: number, b: number, c: number, d: number) => Math.min(b, d) - Math.max(a, c);

/** The white gaps that a sweep over intervals finds. */
function whites(
  items: readonly Item[],
  intervalOf: (item: Item) => [number, number],
  filled: readonly [number, number][] = [],
): White[] {
  const intervals = [...items.map(intervalOf), ...filled].sort((a, b) => a[0] - b[0]);
  const found: White[] = [];
  let reach = intervals[0]?.[1] ?? 0;
  for (const [start, end] of intervals) {
    if (start > reach) found.push({ start: reach, end: start, score: 0 });
    reach = Math.max(reach, end);
  }
  return found;
}

/** The items before a white and those after it. */
export function partAt(
  items: readonly Item[],
  { start, end }: White,
  axis: 'along' | 'across',
): [Item[], Item[]] {
  const middle = (start + end) / 2;
  const centre = (item: Span) => (axis === 'along' ? (item.from + item.to) / 2 : (item.near + item.far) / 2);
  return [items.filter((item) => centre(item) < middle), items.filter((item) => centre(item) >= middle)];
}
