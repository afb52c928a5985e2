import type { Paragraph, PhrasingContent, Table, TableCell } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** Blanks between the cells of a printed row: one of a Chinese character's width, or several narrow ones. */
const betweenCells = /[ \t]*(?:\u3000+|\t+| {2,})[ \t]*/;

/**
 * 表格 that the source printed as lines: a paragraph of the role, whose lines have as many cells as the first, which
 * names the columns. Undefined for any other: it stays lines, as no one can tell where its cells belong.
 */
export function linedTable({ data, children, position }: Paragraph): Table | undefined {
  if (data?.role !== 'table') return undefined;
  const rows = rowsOf(children);
  const [head = [], ...body] = rows;
  const columns = body[0]?.length ?? 0;
  if (columns < 2 || body.some((row) => row.length !== columns)) return undefined;
  // The corner above the names of rows is often empty.
  const heads = head.length === columns - 1 ? [cellOf([]), ...head] : head;
  if (heads.length !== columns || !namesColumns(heads, body)) return undefined;
  return {
    type: 'table',
    children: [heads, ...body].map((cells) => ({ type: 'tableRow', children: cells })),
    ...(position && { position }),
  };
}

/** True for words above figures: names of columns have none, and a column of figures stands below. */
function namesColumns(heads: readonly TableCell[], body: readonly TableCell[][]): boolean {
  const isFigure = (cell: TableCell | undefined) =>
    /^[\d.,:：%％+−-]*\d|^[一二三四五六七八九十〇廿]+[月日年点點]/.test(cell ? textOf(cell) : '');
  if (heads.some(isFigure)) return false;
  // 李浩 11.42, 週一09:00 and 七月五日 have figures as well, below 第一名, 時間 and 日期.
  const hasFigure = (cell: TableCell | undefined) =>
    /\d|[一二三四五六七八九十〇零廿卅百千]+[年月日时時点點分元]/.test(cell ? textOf(cell) : '');
  const columns = heads.flatMap((head, column) => (hasFigure(head) ? [] : [column]));
  return columns.some((column) => body.every((row) => hasFigure(row[column])));
}

function rowsOf(children: readonly PhrasingContent[]): TableCell[][] {
  const rows: PhrasingContent[][][] = [[[]]];
  for (const child of children) {
    if (child.type === 'break') rows.push([[]]);
    else if (child.type !== 'text') rows.at(-1)!.at(-1)!.push(child);
    else
      child.value.split('\n').forEach((line, index) => {
        if (index > 0) rows.push([[]]);
        line.split(betweenCells).forEach((value, place) => {
          const row = rows.at(-1)!;
          if (place > 0) row.push([]);
          if (value !== '') row.at(-1)!.push({ type: 'text', value });
        });
      });
  }
  return rows.map((cells) => cells.map(cellOf));
}

const cellOf = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });
