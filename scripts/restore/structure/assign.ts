/** State of the Hungarian method; row and column 0 are its scaffold, so both count from 1. */
interface Matching {
  scores: readonly (readonly number[])[];
  columns: number;
  /** Number of columns, including one for each row that means "without body". */
  width: number;
  rowPotential: Float64Array;
  columnPotential: Float64Array;
  /** The row of each column, and the column before it on the current path. */
  match: Int32Array;
  way: Int32Array;
}

/**
 * The assignment of titles to bodies that maximises the sum of scores (Hungarian method, O(n²m)). A title may stay
 * without body at score 0. Returns for each row its column, or −1.
 */
export function assign(scores: readonly (readonly number[])[]): number[] {
  const rows = scores.length;
  const columns = scores[0]?.length ?? 0;
  const width = columns + rows;
  const matching: Matching = {
    scores,
    columns,
    width,
    rowPotential: new Float64Array(rows + 1),
    columnPotential: new Float64Array(width + 1),
    match: new Int32Array(width + 1),
    way: new Int32Array(width + 1),
  };
  for (let row = 1; row <= rows; row++) addRow(matching, row);
  const result = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++)
    if (matching.match[column]! > 0) result[matching.match[column]! - 1] = column - 1;
  return result;
}

/** Finds the cheapest path from a row to a free column, and gives every column on it its new row. */
function addRow(matching: Matching, row: number): void {
  const { match, way, width } = matching;
  const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
  const used = new Uint8Array(width + 1);
  match[0] = row;
  let at = 0;
  do {
    used[at] = 1;
    at = stepTo(matching, at, { least, used });
  } while (match[at] !== 0);
  do {
    const previous = way[at]!;
    match[at] = match[previous]!;
    at = previous;
  } while (at !== 0);
}

/** The nearest column that the path has not used, with the potentials adjusted so that it costs nothing. */
function stepTo(matching: Matching, at: number, { least, used }: { least: Float64Array; used: Uint8Array }) {
  const { scores, columns, width, rowPotential, columnPotential, match, way } = matching;
  const current = match[at]!;
  const own = scores[current - 1]!;
  let delta = Number.POSITIVE_INFINITY;
  let next = 0;
  for (let column = 1; column <= width; column++) {
    if (used[column]) continue;
    const cost = column <= columns ? -own[column - 1]! : 0;
    const reduced = cost - rowPotential[current]! - columnPotential[column]!;
    if (reduced < least[column]!) {
      least[column] = reduced;
      way[column] = at;
    }
    if (least[column]! < delta) {
      delta = least[column]!;
      next = column;
    }
  }
  for (let column = 0; column <= width; column++) {
    if (used[column]) {
      rowPotential[match[column]!] = rowPotential[match[column]!]! + delta;
      columnPotential[column] = columnPotential[column]! - delta;
    } else least[column] = least[column]! - delta;
  }
  return next;
}
