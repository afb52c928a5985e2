/** A row of a table between bars, as in Markdown: an empty cell keeps its place. */
export const barredRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A table of figures and words has at least so many rows of two cells and more. */
const leastRows = 2;

/** True for rows and columns: not for a row alone, or lines under each other. */
export const areRows = (rows: readonly (readonly string[])[]): boolean =>
  rows.filter(({ length }) => length > 1).length >= leastRows;

/** Rows with empty cells at their ends, so that all have as many. */
export function evenRows(rows: readonly (readonly string[])[]): string[][] {
  const columns = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => '')]);
}

/** Rows of cells as lines: a table's between bars, a row alone with blanks between its cells as in print. */
export function writtenRows(rows: readonly (readonly string[])[]): string[] {
  const own = rows.filter((row) => row.some((cell) => cell !== ''));
  if (areRows(own)) return evenRows(own).map(barredRow);
  return own.map((row) => row.filter((cell) => cell !== '').join('\u3000\u3000'));
}
