import type { Box } from '../../article/layout.js';
import type { BoxedLine } from '../boxed.js';

/** A line of ink and a recognised one are the same if they share so much of the lower one's height. */
const sameLine = 0.5;
/** Engines lose marks at the end of a line, and with them up to so many em of its box. */
const mostLost = 1.3;
/** Of large type engines leave out whole words: ink of so many em that no box covers is read again, … */
const leastGap = 3;
/** … if so much of it is ink, and not white between words. */
const inkShare = 0.5;

/**
 * Recognised lines with the edges of the ink that they were read from: engines draw boxes into the lines above and
 * below, and leave marks at their ends out. All are of one tile, with level lines.
 *
 * @param rows lines of ink, or parts of them
 * @returns the lines, and the ink of which the engine has read nothing: lines, or the gaps in them
 */
export function snapped(
  lines: readonly BoxedLine[],
  rows: readonly Box[],
): { lines: BoxedLine[]; unread: Box[] } {
  const inks = rowsOf(rows);
  const under = lines.map(({ box, text }) =>
    box && /\S/u.test(text) ? inks.filter((ink) => isOn(ink, box)) : [],
  );
  const read = new Set(under.flat());
  const found = lines.map((line, index): BoxedLine => {
    const { box } = line;
    const [ink, ...others] = under[index]!;
    if (!box || !ink || others.length > 0) return line;
    // Ink of several lines is none of theirs: a row of type that crosses the page's direction is read as columns.
    if (lines.some((other, at) => under[at]![0] === ink && shared(other.box!, box) <= 0)) return line;
    const most = mostLost * (ink.bottom - ink.top);
    return {
      ...line,
      box: {
        top: ink.top,
        bottom: ink.bottom,
        left: Math.abs(box.left - ink.left) < most ? ink.left : Math.max(box.left, ink.left),
        right: Math.abs(box.right - ink.right) < most ? ink.right : Math.min(box.right, ink.right),
      },
    };
  });
  const gaps = inks.flatMap((ink) => {
    const own = found.flatMap(({ box }, index) => (box && under[index]!.includes(ink) ? [box] : []));
    return gapsIn(ink, own).filter((gap) => isInk(gap, rows));
  });
  return { lines: found, unread: [...inks.filter((ink) => !read.has(ink)), ...gaps] };
}

/** The stretches of a line of ink, of which some was read, that no box covers. */
function gapsIn(ink: Box, boxes: readonly Box[]): Box[] {
  if (boxes.length === 0) return [];
  const gaps: Box[] = [];
  let { left } = ink;
  for (const box of [...boxes.toSorted((a, b) => a.left - b.left), { left: ink.right, right: ink.right }]) {
    if (box.left - left > leastGap * (ink.bottom - ink.top)) gaps.push({ ...ink, left, right: box.left });
    left = Math.max(left, box.right);
  }
  return gaps;
}

function isInk(gap: Box, rows: readonly Box[]): boolean {
  const along = rows
    .filter((row) => shared(row, gap) > sameLine * (row.bottom - row.top))
    .reduce(
      (sum, row) => sum + Math.max(0, Math.min(row.right, gap.right) - Math.max(row.left, gap.left)),
      0,
    );
  return along > inkShare * (gap.right - gap.left);
}

/** Parts beside each other as one line. */
function rowsOf(parts: readonly Box[]): Box[] {
  const rows: Box[] = [];
  for (const part of parts.toSorted((a, b) => b.bottom - b.top - (a.bottom - a.top))) {
    const own = rows.find((row) => shared(row, part) > sameLine * (part.bottom - part.top));
    if (!own) rows.push({ ...part });
    else {
      own.left = Math.min(own.left, part.left);
      own.right = Math.max(own.right, part.right);
      own.top = Math.min(own.top, part.top);
      own.bottom = Math.max(own.bottom, part.bottom);
    }
  }
  return rows;
}

const shared = (a: Box, b: Box) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);

function isOn(ink: Box, box: Box): boolean {
  if (Math.min(ink.right, box.right) <= Math.max(ink.left, box.left)) return false;
  return shared(ink, box) > sameLine * Math.min(ink.bottom - ink.top, box.bottom - box.top);
}
