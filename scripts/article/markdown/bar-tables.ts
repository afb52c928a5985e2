import type { Paragraph, PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast';
import type { VFile } from 'vfile';
import { cutText } from './paragraphs.js';

/**
 * 表格 whose cells stand between bars: the machine writes so what a page's notation had as a table, since an empty cell
 * keeps its place between two bars. The lines of a paragraph with the role of tables that all have as many bars are
 * rows, the first of them the head; other lines stay lines. In place.
 */
export function remarkBarTables() {
  return (tree: Root, file: VFile): void => {
    tree.children = tree.children.map(
      (block): RootContent =>
        block.type === 'paragraph' && block.data?.role === 'table' ? (tableOf(block, file) ?? block) : block,
    );
  };
}

/** A bar with the blanks around it, which are looked at once: a row may have thousands. */
const bar = /(?<![ \t\u3000])[ \t\u3000]*\|[ \t\u3000]*/u;

function tableOf({ children, position }: Paragraph, file: VFile): Table | undefined {
  const rows: TableCell[][] = [[cellOf()]];
  for (const child of children) {
    if (child.type === 'break') rows.push([cellOf()]);
    else addTo(rows.at(-1)!, child, file);
  }
  const [head = []] = rows;
  if (rows.length < 2 || head.length < 2 || rows.some(({ length }) => length !== head.length))
    return undefined;
  return {
    type: 'table',
    children: rows.map((cells) => ({ type: 'tableRow', children: cells })),
    ...(position && { position }),
  };
}

/** Adds text to the last cell of a row, and a cell for each bar in it. */
function addTo(row: TableCell[], child: PhrasingContent, file: VFile): void {
  let rest = child;
  for (;;) {
    const found = rest.type === 'text' ? bar.exec(rest.value) : null;
    if (!found || rest.type !== 'text') break;
    const [words, after] = cutText(rest, found.index, file);
    if (words.value !== '') row.at(-1)!.children.push(words);
    row.push(cellOf());
    [, rest] = cutText(after, found[0].length, file);
  }
  if (rest.type !== 'text' || rest.value !== '') row.at(-1)!.children.push(rest);
}

const cellOf = (): TableCell => ({ type: 'tableCell', children: [] });
