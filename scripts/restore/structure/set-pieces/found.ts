/** Set piece: lines whose ends the author decided, not the measure: a poem's, a table's rows, a list of names. */
export interface SetPiece {
  /** First line and the one after the last. */
  from: number;
  to: number;
  /** `lines` are separate blocks: a table of contents. `names` and a `speech` are one block. */
  label: 'verse' | 'table' | 'names' | 'lines' | 'speech';
  /** For a table with one cell per line: number of cells in a row. */
  columns?: number;
  /** Rows with a different number of cells than the table's head: their cells are uncertain. */
  uneven?: { line: number; cells: number; expected: number }[];
}

/** Looks for a set piece at a line. `to` is its end, or that of similar lines that are not one. */
export interface Found extends Omit<SetPiece, 'from' | 'label'> {
  isFound: boolean;
  /** Its label, if it is not the usual one of the form. */
  label?: SetPiece['label'];
  /** Ends of its stanzas, the last of which is `to`: each is a piece of its own. */
  ends?: number[];
}
