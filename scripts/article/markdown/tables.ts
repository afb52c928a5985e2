import type { Paragraph, Root, RootContent, Table, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../problem.js';
import { say } from '../words/say.js';

/**
 * 表格: all rows of a table get as many cells as the longest row. Filled rows, and lines that do not look like a row,
 * are reported with their line. In place.
 */
export function remarkTables() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'table', (table, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const behind = lazyRows(table, file);
      fillRows(table, file);
      (parent.children as RootContent[]).splice(index + 1, 0, ...behind);
      return [SKIP, index + 1];
    });
    visit(tree, 'paragraph', (node) => askForTable(node, file));
  };
}

/** Lines without | after the last row: text that Markdown takes for rows, because no blank line separates it. */
function lazyRows(table: Table, file: VFile): Paragraph[] {
  if ((table.children[0]?.children.length ?? 0) < 2) return [];
  const source = String(file);
  const isLazy = ({ children, position }: TableRow) =>
    children.length === 1 && !source.slice(position?.start.offset, position?.end.offset).includes('|');
  const from = table.children.findLastIndex((row) => !isLazy(row)) + 1;
  const rows = table.children.splice(from);
  if (rows.length === 0) return [];
  tell(file, say('line-behind-table'), {
    place: rows[0]!.position,
    ruleId: 'table',
    note: say('row-or-paragraph'),
  });
  return rows.map(({ children, position }) => ({
    type: 'paragraph',
    children: children[0]?.children ?? [],
    ...(position && { position }),
  }));
}

function fillRows({ children: rows }: Table, file: VFile): void {
  const head = rows[0]?.children.length ?? 0;
  const most = Math.max(...rows.map(({ children }) => children.length));
  for (const row of rows) {
    const { length } = row.children;
    if (length > head) tellLong(row, { length, head, file });
    while (row.children.length < most) row.children.push({ type: 'tableCell', children: [] });
  }
}

function tellLong(
  { position }: TableRow,
  { length, head, file }: { length: number; head: number; file: VFile },
) {
  tell(file, say('long-row', length, head), {
    place: position,
    ruleId: 'table',
    note: say('added-column'),
  });
}

/** Asks about lines of | … | that are not a table, because the second line rules a different number of columns. */
function askForTable(node: Paragraph, file: VFile): void {
  const lines = textOf(node).split('\n');
  const isRow = (line: string | undefined) => /^\s*\|.*\|\s*$/.test(line ?? '');
  if (lines.length < 2 || !isRow(lines[0]) || !isRow(lines[1])) return;
  const cells = (line: string) => line.trim().slice(1, -1).split('|').length;
  const isRuled = /^[\s|:-]+$/.test(lines[1]!);
  tell(file, isRuled ? say('unlike-rule', cells(lines[1]!), cells(lines[0]!)) : say('rows-without-rule'), {
    place: node.position,
    ruleId: 'table',
    note: say('set-as-paragraph'),
  });
}
