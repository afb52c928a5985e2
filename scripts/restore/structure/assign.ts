/**
 * The assignment of titles to bodies that maximises the sum of scores (Hungarian method, O(n²m)). A title may stay
 * without body at score 0. Returns for each row its column, or −1.
 */
export function assign(scores: readonly (readonly number[])[]): number[] {
  const rows = scores.length;
  const columns = scores[0]?.length ?? 0;
  const width = columns + rows;
  const cost = (row: number, column: number) => (column < columns ? -scores[row]![column]! : 0);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(width + 1);
  const match = new Int32Array(width + 1);
  const way = new Int32Array(width + 1);
  for (let row = 1; row <= rows; row++) {
    match[0] = row;
    let at = 0;
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(width + 1);
    do {
      used[at] = 1;
      const current = match[at]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= width; column++) {
        if (used[column]) continue;
        const reduced = cost(current - 1, column - 1) - rowPotential[current]! - columnPotential[column]!;
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
      at = next;
    } while (match[at] !== 0);
    do {
      const previous = way[at]!;
      match[at] = match[previous]!;
      at = previous;
    } while (at !== 0);
  }
  const result = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++)
    if (match[column]! > 0) result[match[column]! - 1] = column - 1;
  return result;
}
