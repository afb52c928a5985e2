import type { Leaf } from '../expect/written.js';
import { type Line, linesOf } from './lines-of.js';
import type { Paper } from './paper.js';
import { type PartedTables, partedTables, pieceOf } from './parted-tables.js';

/**
 * Text that is repeated where tables continue, by the indices of those pages: the header cells, and for tables split
 * between columns also the first column and the heads of each piece.
 */
export function tableHeadsByPage(paper: Paper): Map<number, string> {
  const parted = partedTables(paper);
  const heads = new Map<number, string>();
  for (const [table, pages] of continuing(paper, parted)) {
    const text = tableHeadText(paper, table, parted);
    for (const page of pages) heads.set(page, `${heads.get(page) ?? ''}\n${text}`);
  }
  return heads;
}

/**
 * Tables with the pages on which they may continue: in another column or on the next pages, of which the last one may
 * have no text.
 */
function continuing(paper: Paper, parted: PartedTables): Map<number, Set<number>> {
  const tables = new Map<number, Set<number>>();
  const last = new Map<number, Line>();
  for (const line of linesOf(paper)) {
    const table = paper.written.leaves[line.leaf]!.cell?.table;
    if (table === undefined) continue;
    const above = last.get(table);
    last.set(table, line);
    const pages = tables.get(table) ?? new Set();
    tables.set(table, pages.add(line.page + 1));
    const isOn = above && (above.page !== line.page || line.bottom > above.top);
    if (isOn || parted.has(table)) pages.add(line.page);
  }
  return tables;
}

/** The characters, and behind them the readings that stand above them: in print these are words of their own. */
function tableHeadText({ written }: Paper, table: number, parted: PartedTables): string {
  const { characters, leafAt, leaves, readings } = written;
  const texts = new Map<number, string>();
  const said = new Map<number, string>();
  const add = (to: Map<number, string>, leaf: number, text: string) => {
    if (leaves[leaf]!.cell?.table === table) to.set(leaf, (to.get(leaf) ?? '') + text);
  };
  for (const [index, leaf] of leafAt.entries()) add(texts, leaf, characters[index]!);
  for (const { start, text } of readings) add(said, leafAt[start]!, text);
  const textOf = (isWanted: (leaf: Leaf) => boolean) =>
    [texts, said]
      .map((of) => [...of].flatMap(([leaf, text]) => (isWanted(leaves[leaf]!) ? text : '')).join(''))
      .join('\n');
  const isHead = ({ tags }: Leaf) => tags.includes('thead');
  const ends = parted.get(table);
  if (!ends) return textOf(isHead);
  const pieces = [...new Set(ends)].map((piece) =>
    textOf((leaf) => isHead(leaf) && (leaf.cell!.column === 0 || pieceOf(parted, leaf.cell) === piece)),
  );
  return [textOf(isHead), ...pieces, textOf(({ cell }) => cell!.column === 0)].join('\n');
}
