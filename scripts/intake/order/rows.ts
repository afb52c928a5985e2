import { around, type Item, type ReadingPage } from './item.js';
import { blankBefore } from './join-pieces.js';

/** A printed line of a column: its pieces from left to right, with white between them. */
export interface Row {
  text: string;
  pieces: Item[];
  from: number;
  to: number;
}

/** A column with its rows from top to bottom. */
export interface Column {
  rows: Row[];
  /** 行长: the edges at which lines begin and end. */
  measure: [from: number, to: number];
  /** A rule, or white across several columns, sets it apart from what is read before it. */
  opens: boolean;
}

/** Pieces of one row share this much of their height. */
const sameRow = 0.5;
/** Puts the pieces of a column into rows. */
export function rowsOf(items: readonly Item[]): Row[] {
  const rows: Item[][] = [];
  for (const item of items.toSorted((a, b) => a.near + a.far - b.near - b.far)) {
    const last = rows.at(-1);
    if (last && isBeside(last, item)) last.push(item);
    else rows.push([item]);
  }
  return rows.map((pieces) => {
    pieces.sort((a, b) => a.from - b.from);
    const { from, to } = around(pieces);
    return { text: textOf(pieces), pieces, from, to };
  });
}

function isBeside(row: readonly Item[], item: Item): boolean {
  const { near, far } = around(row);
  const shared = Math.min(far, item.far) - Math.max(near, item.near);
  if (shared < sameRow * Math.min(far - near, item.far - item.near)) return false;
  // Pieces above each other are two lines, even if their boxes touch.
  return row.every(({ from, to }) => Math.min(to, item.to) - Math.max(from, item.from) < item.size / 2);
}

const textOf = (pieces: readonly Item[]) =>
  pieces.map((piece, index) => blankBefore(piece, pieces[index - 1]) + piece.line.text).join('');

/** Edges that several lines share, within this many em, are the column's. */
const sameEdge = 0.6;

/** A paragraph's first line stands in by two em, give or take this. */
const offIndent = 0.5;

/**
 * 行长 of a column, from its own lines: the outermost edges that two lines share, unless more than one line is outside. A
 * single line outside of first lines is the second of its paragraph.
 */
export function measureOf(rows: readonly Row[], { body }: ReadingPage): [number, number] {
  const outermost = (edges: number[]) => {
    const at = edges.findIndex(
      (edge, index) => Math.abs((edges[index + 1] ?? edge + body) - edge) < sameEdge * body,
    );
    const isOutermost =
      at === 0 || (at === 1 && Math.abs(edges[1]! - edges[0]! - 2 * body) > offIndent * body);
    return rows.length > 3 && isOutermost ? edges[at]! : edges[0]!;
  };
  const from = outermost(rows.map((row) => row.from).sort((a, b) => a - b));
  const to = outermost(rows.map((row) => row.to).sort((a, b) => b - a));
  return [from, to];
}
