import type { Cell } from '../expect/written.js';
import { type Line, linesOf } from './lines-of.js';
import type { Paper } from './paper.js';

/** For each table that print splits between its columns, the piece of each column, from 0. */
export type PartedTables = ReadonlyMap<number, readonly number[]>;

/**
 * 分段: a table too wide for its measure is printed in pieces one below the other, each with some of its columns. Its
 * first row tells where it is split: a cell there is below the one before it, or on a later page.
 */
export function partedTables(paper: Paper): PartedTables {
  const found = known.get(paper) ?? readParted(paper);
  known.set(paper, found);
  return found;
}

/** Several comparisons need them. */
const known = new WeakMap<Paper, PartedTables>();

function readParted(paper: Paper): PartedTables {
  const { leaves } = paper.written;
  const first = new Map<number, { row: number; cells: Map<number, Line> }>();
  for (const line of linesOf(paper)) {
    const { cell } = leaves[line.leaf]!;
    if (!cell) continue;
    const head = first.get(cell.table) ?? { row: cell.row, cells: new Map<number, Line>() };
    first.set(cell.table, head);
    if (cell.row === head.row && !head.cells.has(cell.column)) head.cells.set(cell.column, line);
  }
  const parted = new Map<number, number[]>();
  for (const [table, { cells }] of first) {
    const pieces = piecesOf(cells);
    if (pieces.at(-1)! > 0) parted.set(table, pieces);
  }
  return parted;
}

function piecesOf(cells: ReadonlyMap<number, Line>): number[] {
  const pieces: number[] = [];
  let [piece, last] = [0, undefined as Line | undefined];
  for (const [column, line] of [...cells].sort(([one], [other]) => one - other)) {
    if (last && isBelow(line, last)) piece++;
    // An empty cell belongs to the one before it.
    while (pieces.length < column) pieces.push(pieces.at(-1) ?? 0);
    pieces.push(piece);
    last = line;
  }
  return pieces;
}

/** True if below it in its column, or overleaf; not at the head of the page's next column. */
const isBelow = (line: Line, { page, bottom, left }: Line) =>
  line.page > page || (line.page === page && line.top < bottom && line.left <= left + 1);

export const pieceOf = (parted: PartedTables, cell: Cell | undefined): number =>
  (cell && parted.get(cell.table)?.[cell.column]) ?? 0;

/** Lines of a page in printed order: pieces of a table one after the other. */
export function inPieces(paper: Paper, parted: PartedTables, lines: readonly Line[]): readonly Line[] {
  if (parted.size === 0) return lines;
  const cellOf = ({ leaf }: Line) => paper.written.leaves[leaf]!.cell;
  const places = lines.map((line, index) => ({ line, index, cell: cellOf(line) }));
  // Each table's lines are consecutive.
  const starts = new Map<number, number>();
  for (const { index, cell } of places) if (cell && !starts.has(cell.table)) starts.set(cell.table, index);
  const keyOf = ({ index, cell }: (typeof places)[number]) =>
    cell && parted.has(cell.table) ? starts.get(cell.table)! : index;
  return places
    .sort(
      (one, other) =>
        keyOf(one) - keyOf(other) ||
        pieceOf(parted, one.cell) - pieceOf(parted, other.cell) ||
        one.index - other.index,
    )
    .map(({ line }) => line);
}
