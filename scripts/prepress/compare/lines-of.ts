import { isRightToLeft } from '../check/reading-order.js';
import { before, type Leaf } from '../expect/written.js';
import { areaBox } from '../page-facts.js';
import { isDown, placesInLine } from './lying.js';
import type { Paper, Place } from './paper.js';

/** A line, or a piece of one, in reading order; a vertical line is given as if its page were rotated (`lying`). */
export interface Line {
  page: number;
  /** Index of its first character, and of the one after its last. */
  start: number;
  end: number;
  left: number;
  right: number;
  bottom: number;
  top: number;
  /** Base line of its first character. */
  y: number;
  size: number;
  leaf: number;
  /** True for calls of notes and other raised or lowered marks. */
  isRaised: boolean;
  /** True if it has right-to-left letters. */
  isTurned: boolean;
  /** True for a vertical line. */
  isDown: boolean;
}

/** A character begins this far before the one in front of it, in em, where letters are drawn together. */
const mostBack = 0.1;

/**
 * The lines of the book's text in logical order; a block, a line break of the manuscript, a change of base line and a
 * step back begin a new one.
 */
export function linesOf(paper: Paper): readonly Line[] {
  const found = known.get(paper) ?? readLines(paper);
  known.set(paper, found);
  return found;
}

/** Several comparisons need them. */
const known = new WeakMap<Paper, readonly Line[]>();
const knownByPage = new WeakMap<Paper, ReadonlyMap<number, readonly Line[]>>();

/** The lines of a page, by its index. */
export function linesOn(paper: Paper, page: number): readonly Line[] {
  const pages = knownByPage.get(paper) ?? byPage(linesOf(paper));
  knownByPage.set(paper, pages);
  return pages.get(page) ?? [];
}

function byPage(lines: readonly Line[]): Map<number, Line[]> {
  const pages = new Map<number, Line[]>();
  for (const line of lines) {
    const own = pages.get(line.page);
    if (own) own.push(line);
    else pages.set(line.page, [line]);
  }
  return pages;
}

function readLines(paper: Paper): Line[] {
  const { runs, starts, written } = paper;
  const fromRight = blocksFromRight(paper);
  const isFromRight = (at: number) => fromRight.has(written.leaves[written.leafAt[at]!]!.block);
  const lines: Line[] = [];
  const raised = written.leaves.map(isRaised);
  let line: Line | undefined;
  let lastX = 0;
  for (const [index, run] of runs.entries()) {
    const isRunDown = isDown(paper, run);
    const placeOf = placesInLine(paper, run);
    for (let at = 0; at < run.characters.length; at++) {
      const character = starts[index]! + at;
      const place = placeOf(at);
      const x = lastX;
      lastX = place.x;
      const goesOn =
        line &&
        line.page === place.page &&
        line.isDown === isRunDown &&
        written.gapAt[character] !== before.line &&
        raised[written.leafAt[character]!]! === line.isRaised &&
        Math.abs(place.y - line.y) < 0.3 * Math.max(place.size, line.size) &&
        (place.x >= x - mostBack * place.size ||
          line.isTurned ||
          isRightToLeft(run.characters[at]!) ||
          isAccent(run.characters[at]!));
      if (!goesOn || !line) {
        const { page, left, right, bottom, top, y, size } = place;
        line = {
          page,
          left,
          right,
          bottom,
          top,
          y,
          size,
          start: character,
          end: character + 1,
          leaf: written.leafAt[character]!,
          isRaised: raised[written.leafAt[character]!]!,
          isTurned: isRightToLeft(run.characters[at]!) || isFromRight(character),
          isDown: isRunDown,
        };
        lines.push(line);
        continue;
      }
      line.end = character + 1;
      line.isTurned ||= isRightToLeft(run.characters[at]!);
      line.left = Math.min(line.left, place.left);
      line.right = Math.max(line.right, place.right);
      line.bottom = Math.min(line.bottom, place.bottom);
      line.top = Math.max(line.top, place.top);
      line.size = Math.max(line.size, place.size);
    }
  }
  return lines;
}

/** The blocks whose letters all run from the right: a line of them may have figures and marks only. */
function blocksFromRight({ written: { characters, leaves, leafAt } }: Paper): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < characters.length; at++)
    if (isRightToLeft(characters[at]!)) found.add(leaves[leafAt[at]!]!.block);
  if (found.size === 0) return found;
  for (let at = 0; at < characters.length; at++) {
    const { block } = leaves[leafAt[at]!]!;
    if (found.has(block) && isLetter.test(characters[at]!) && !isRightToLeft(characters[at]!))
      found.delete(block);
  }
  return found;
}

const isLetter = /\p{L}/u;

/** Columns are at least this far apart, in em. */
const leastGutter = 0.9;
/** Lines begin at one edge, but for marks with white in front of them, in em. */
const mostOffEdge = 0.3;

/**
 * 并栏: true if two characters of one base line stand in columns beside each other: white parts them, and other lines
 * of the page begin where the second stands, or columns of one width do in the page's type area.
 */
export function isNextColumn(paper: Paper, one: Place, other: Place): boolean {
  const gap = other.x - one.x - one.advance;
  if (one.page !== other.page || gap < leastGutter * other.size) return false;
  const off = mostOffEdge * other.size;
  const isEdge = (edge: number) => Math.abs(edge - other.x) < off;
  if (linesOn(paper, other.page).some(({ y, left }) => Math.abs(y - other.y) > off && isEdge(left)))
    return true;
  const area = paper.facts[other.page]?.typeArea;
  if (!area) return false;
  const [left] = areaBox(area, paper.reading.pages[other.page]!);
  // The line before may end a little short of its column.
  const edges = (gutter: number, count: number, at: number) => left + (at * (area.width + gutter)) / count;
  return columns.some(([at, count]) => {
    const least = edges(gap - mostShort * other.size, count, at);
    return other.x > least - off && other.x < edges(gap, count, at) + off;
  });
}

/** A line is shorter than its column by less than a wide letter, in em. */
const mostShort = 0.6;

/** The columns of a page that are not its first, of two, three or four. */
const columns = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
] as const;

const isRaised = ({ calls, tags }: Leaf) => calls !== undefined || tags.some((tag) => /^su[bp]$/.test(tag));

/** True for accents, which are above their letter. */
const isAccent = (character: string) => /^\p{M}/u.test(character);
