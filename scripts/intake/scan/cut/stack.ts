import type { Box } from '../../../article/layout.js';

/** Lines of one column are at most so many em apart, … */
const mostLeading = 1.4;
/** … and are of one size, give or take what marks and brackets do. */
const mostHeights = 1.35;

/** No column is so many em narrow: its characters are those of a line that crosses. */
export const narrowest = 1.5;
/** Marks are at most so many em wide and high. */
const largestMark = 0.7;
/** Lines with brackets reach into each other's white by so many em. */
const slack = 0.3;

/** Lines under each other, and the box around them. */
export interface Stack {
  box: Box;
  rows: Box[];
}

/**
 * Lines under each other as one tile: engines read a column better than its lines. Tiles meet no other line.
 *
 * @param em of the text, in the unit of the boxes
 */
export function stacked(segments: readonly Box[], em: number): Stack[] {
  const sorted = segments.toSorted((a, b) => a.top - b.top || a.left - b.left);
  const stacks: (Stack & { last: Box })[] = [];
  for (const segment of sorted) {
    const own =
      stacks.find(({ box }) => isInside(segment, box)) ?? stacks.find((stack) => goesOn(stack, segment));
    if (!own) {
      stacks.push({ box: segment, rows: [segment], last: segment });
      continue;
    }
    own.box = around(own.box, segment);
    own.rows.push(segment);
    own.last = isBeside(own.last, segment) ? around(own.last, segment) : segment;
  }
  return stacks.map(({ box, rows }) => ({ box, rows }));

  function goesOn({ box, last }: Stack & { last: Box }, segment: Box): boolean {
    const white = segment.top - last.bottom;
    const [low, high] = [heightOf(last, em), heightOf(segment, em)].sort((a, b) => a - b) as [number, number];
    // Characters of a line that crosses touch here and there.
    const isNarrow = Math.max(widthOf(last), widthOf(segment)) < narrowest * em;
    if (white > mostLeading * em || white < -low / 2) return false;
    if (high > mostHeights * low && !isNarrow) return false;
    if (Math.min(last.right, segment.right) <= Math.max(last.left, segment.left)) return false;
    const both = around(box, segment);
    return !sorted.some(
      (other) =>
        other !== segment &&
        meets(both, other, em * slack) &&
        !isInside(other, box) &&
        !isMark(other, both, em),
    );
  }
}

/** A mark of a line that does not touch the rest of it. */
const isMark = (other: Box, both: Box, em: number) =>
  isInside(other, both) && Math.max(widthOf(other), other.bottom - other.top) < largestMark * em;

const widthOf = ({ left, right }: Box) => right - left;

/** A stroke such as 一 is not as high as its line. */
const heightOf = ({ top, bottom }: Box, em: number): number => Math.max(bottom - top, em);

/** True for parts of one row. */
const isBeside = (a: Box, b: Box) => Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);

const isInside = (a: Box, b: Box) =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

const meets = (one: Box, other: Box, slack: number) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom - slack &&
  other.top < one.bottom - slack;
