/** A row of a table between bars, as in Markdown: an empty cell keeps its place. */
export const barredRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
