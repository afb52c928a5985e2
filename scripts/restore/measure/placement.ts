import type { Layout, PlacedLine } from '../../article/layout.js';
import { placementNumbers } from '../numbers/place.js';
import type { Line } from './lines.js';

const { heavier, indentFrom, indentTo, raised, regular, row, rowIn, sameEdge, sameSize } = placementNumbers;

/** Placement 位置: facts from the place of a line on paper; lengths in em of its own type. */
export interface Placement {
  line: PlacedLine;
  /** White before and after it in its column. */
  indent: number;
  slack: number;
  /** Its type size relative to that of most characters of its page. */
  ratio: number;
  /** True if it is heavier than the text. */
  isHeavy: boolean;
  /** Additional space before it, within its column. */
  extra: number;
  /** Heavy type: additional space before it, also where a column begins with it because of that space. */
  apart: number;
  /** Alone in its column: how long a full line would be is not known. */
  isLone: boolean;
  /** The first of its column. */
  isFirst: boolean;
  /** All lines near it in its column are larger than the text: it is a part of a title over columns. */
  isInTitle: boolean;
}

/** Finds the placement of each line of a text; none where the source has no layout. */
export function placementsOf(lines: readonly Line[], layout: Layout | undefined): (Placement | undefined)[] {
  if (!layout) return lines.map(() => undefined);
  const bodies = layout.pages.map((_, page) => bodyOf(layout.lines.filter((line) => line.page === page)));
  const placed = layout.lines.map((line, index) => place(layout, index, bodies[line.page]!));
  return lines.map(({ start, end }) => {
    const at = lineAt(layout.lines, start);
    const found = placed[at];
    if (!found || layout.lines[at]!.start > end) return undefined;
    // A part that a person cut off from a line begins at the cut.
    return found.line.start < start ? { ...found, indent: 0, extra: 0 } : found;
  });
}

interface Body {
  size: number;
  weight: number;
}

function place(layout: Layout, index: number, body: Body): Placement {
  const line = layout.lines[index]!;
  const near = neighboursOf(layout.lines, index, row);
  const [from, to] = edgesOf(layout, line);
  const [measureFrom, measureTo] = line.measure;
  const inset = (from - measureFrom) / line.size;
  // Paragraphs of one line each also begin at the same place.
  const isIndent = inset > indentFrom && inset < indentTo;
  const isHeavy = (line.weight ?? body.weight) > body.weight + heavier;
  const extra = extraBefore(layout, index, body);
  const isFirst = layout.lines[index - 1]?.column !== line.column;
  const edge = (side: 0 | 1, reach: number) => {
    const some = neighboursOf(layout.lines, index, reach);
    const edges = some.map((other) => edgesOf(layout, other)[side]);
    return localEdge(edges, some.indexOf(line), { size: line.size, least: reach });
  };
  return {
    line,
    indent: (from - (edge(0, isIndent ? rowIn : row) ?? measureFrom)) / line.size,
    slack: ((edge(1, row) ?? measureTo) - to) / line.size,
    ratio: line.size / body.size,
    isHeavy,
    extra,
    apart: isHeavy && isFirst ? spaceAbove(layout, line) / body.size : extra,
    isLone: near.length < 2,
    isInTitle: near.every(({ size }) => size >= raised * body.size),
    isFirst,
  };
}

/** Lines of the same column around a line, at most `reach` on each side, counting the line itself. */
function neighboursOf(lines: readonly PlacedLine[], index: number, reach: number): PlacedLine[] {
  const own = lines[index]!;
  return lines
    .slice(Math.max(0, index - reach + 1), index + reach)
    .filter(({ column }) => column === own.column);
}

/** Start and end of a line along the direction of its page. */
function edgesOf({ pages }: Layout, { box, page }: PlacedLine): [number, number] {
  return pages[page]!.direction === 'vertical' ? [box.top, box.bottom] : [box.left, box.right];
}

/** The edge of a separate measure: a line shares it with its neighbours, at least `least` lines in a row. */
function localEdge(
  edges: readonly number[],
  own: number,
  { size, least }: { size: number; least: number },
): number | undefined {
  let [first, last] = [own, own];
  const isSame = (at: number) =>
    edges[at] !== undefined && Math.abs(edges[at] - edges[own]!) < sameEdge * size;
  while (isSame(first - 1)) first--;
  while (isSame(last + 1)) last++;
  return last - first + 1 >= least ? edges[own] : undefined;
}

function extraBefore(layout: Layout, index: number, body: Body): number {
  const [before, own] = [layout.lines[index - 1], layout.lines[index]!];
  if (before?.column !== own.column) return 0;
  const room = roomOn(layout, own);
  const rooms = neighboursOf(layout.lines, index, row)
    .map((line, at, all) => (at > 0 ? room(all[at - 1]!, line) : Number.NaN))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return rooms.length < 2 ? 0 : (room(before, own) - rooms[0]!) / body.size;
}

/** The room from a line to one below it, on the page of a line. */
function roomOn({ pages }: Layout, { page }: PlacedLine): (above: PlacedLine, below: PlacedLine) => number {
  return pages[page]!.direction === 'vertical'
    ? ({ box: a }, { box: b }) => a.left - b.right
    : ({ box: a }, { box: b }) => b.top - a.bottom;
}

/** Space above a line, over that between the lines below it, wherever the line above it is; 0 if there is none. */
function spaceAbove(layout: Layout, own: PlacedLine): number {
  const room = roomOn(layout, own);
  const [from, to] = edgesOf(layout, own);
  const rooms = layout.lines.flatMap((line) => {
    const [start, end] = edgesOf(layout, line);
    const isOver = line.page === own.page && Math.min(end, to) > Math.max(start, from);
    return isOver && line !== own ? [[room(line, own), room(own, line)] as const] : [];
  });
  const nearest = (side: 0 | 1) =>
    Math.min(...rooms.map((both) => both[side]).filter((one) => one > -own.size / 2));
  const [above, below] = [nearest(0), nearest(1)];
  return Number.isFinite(above) && Number.isFinite(below) ? above - below : 0;
}

/** The size and the weight in which most characters of a page are set. */
function bodyOf(lines: readonly PlacedLine[]): Body {
  const sorted = lines.toSorted((a, b) => a.size - b.size);
  let [best, most] = [sorted[0], 0];
  for (const line of sorted) {
    let count = 0;
    for (const other of sorted)
      if (Math.max(other.size, line.size) < sameSize * Math.min(other.size, line.size))
        count += other.end - other.start;
    if (count > most) [best, most] = [line, count];
  }
  const weights = lines.map(({ weight = regular }) => weight).sort((a, b) => a - b);
  return { size: best?.size ?? 1, weight: weights[weights.length >> 1] ?? regular };
}

/** The last placed line that begins at or before an offset. */
function lineAt(lines: readonly PlacedLine[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
