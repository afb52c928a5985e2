/** Set piece: lines whose ends the author meant, not the measure: a poem's, a table's rows, a list of names. */
export interface SetPiece {
  /** First line and the one after the last. */
  from: number;
  to: number;
  /** `lines` are blocks of their own: a table of contents. `names` are one block. */
  label: 'verse' | 'table' | 'names' | 'lines';
  /** For a table that came a cell a line: how many cells make a row. */
  columns?: number;
  /** Rows that have not as many cells as the table's head: their cells cannot be told apart for certain. */
  uneven?: { line: number; cells: number; expected: number }[];
}

/** Looks for a set piece at a line. `to` is where it ends, or where lines of its form do that make none. */
export interface Found extends Omit<SetPiece, 'from' | 'label'> {
  isFound: boolean;
}
