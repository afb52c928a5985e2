import type { Paragraph, PhrasingContent, Table, TableCell } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** Blanks between the cells of a printed row: one of a Chinese character's width, or several narrow ones. */
const betweenCells = /[ \t]*(?:\u3000+|\t+| {2,})[ \t]*/;

/**
 * 表格 that the source printed as lines: a paragraph of the role, whose lines have as many cells as the first, which
 * names the columns. Where a line has fewer, its cells stand below those of the others, and the missing ones are empty.
 * Undefined for any other: it stays lines, as no one can tell where its cells belong.
 */
export function linedTable({ data, children, position }: Paragraph): Table | undefined {
  if (data?.role !== 'table') return undefined;
  const rows = rowsOf(children);
  const columns = Math.max(...rows.slice(1).map(({ length }) => length), 0);
  const filled = filledRows(rows, columns);
  if (columns < 2 || !filled) return undefined;
  const [head = [], ...body] = filled.map((row) => row.map(({ children: own }) => cellOf(own)));
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
  const isEmpty = (cell: TableCell | undefined) => !cell || textOf(cell) === '';
  return columns.some(
    (column) =>
      body.every((row) => isEmpty(row[column]) || hasFigure(row[column])) &&
      body.some((row) => hasFigure(row[column])),
  );
}

/** A cell with its place in its line, in half widths. */
interface Placed {
  children: PhrasingContent[];
  start: number;
  end: number;
}

/** Rows of one length, the first perhaps without its corner; undefined where a cell is below none or several. */
function filledRows(rows: readonly Placed[][], columns: number): Placed[][] | undefined {
  const [head = [], ...body] = rows;
  if (head.length < columns - 1) return undefined;
  const whole = [head, ...body].filter((row) => row.length === columns);
  // Two lines at least tell where the columns are.
  if (whole.length < 2) return undefined;
  const spans = Array.from({ length: columns }, (_, column) => ({
    start: Math.min(...whole.map((row) => row[column]!.start)),
    end: Math.max(...whole.map((row) => row[column]!.end)),
  }));
  const least = Math.min(...rows.flatMap(gapsOf));
  // A single blank between cells tells no place: the wider ones in its line may be left out.
  const tellsPlace = (row: readonly Placed[]) =>
    least >= leastPadding || gapsOf(row).some((gap) => gap >= least + leastPadding);
  const filled = body.map((row) =>
    row.length === columns ? row : tellsPlace(row) ? fill(row, spans) : undefined,
  );
  return filled.every((row) => row !== undefined) ? [head, ...filled] : undefined;
}

/** Blanks that keep a place, in half widths. */
const leastPadding = 4;
const gapsOf = (row: readonly Placed[]) => row.slice(1).map(({ start }, index) => start - row[index]!.end);

/** A line with empty cells where it has none; undefined where its cells do not stand each below one column. */
function fill(row: readonly Placed[], spans: readonly Omit<Placed, 'children'>[]): Placed[] | undefined {
  const filled = spans.map((span): Placed => ({ ...span, children: [] }));
  let last = -1;
  for (const cell of row) {
    const below = spans.flatMap(({ start, end }, column) =>
      cell.start < end && start < cell.end ? [column] : [],
    );
    const [column = -1] = below;
    if (below.length !== 1 || column <= last) return undefined;
    filled[column] = cell;
    last = column;
  }
  return filled;
}

function rowsOf(children: readonly PhrasingContent[]): Placed[][] {
  const rows: Placed[][] = [[newCell(0)]];
  let at = 0;
  const add = (content: PhrasingContent, width: number) => {
    const cell = rows.at(-1)!.at(-1)!;
    cell.children.push(content);
    at += width;
    cell.end = at;
  };
  const next = () => {
    rows.push([newCell(0)]);
    at = 0;
  };
  for (const child of children) {
    if (child.type === 'break') next();
    else if (child.type !== 'text') add(child, widthOf(textOf(child)));
    else
      for (const [index, line] of child.value.split('\n').entries()) {
        if (index > 0) next();
        for (const [place, value] of line.split(new RegExp(`(${betweenCells.source})`)).entries()) {
          if (place % 2 === 0) {
            if (value !== '') add({ type: 'text', value }, widthOf(value));
            continue;
          }
          at += widthOf(value);
          rows.at(-1)!.push(newCell(at));
        }
      }
  }
  return rows;
}

const newCell = (at: number): Placed => ({ children: [], start: at, end: at });

/** 半角: Latin letters and figures take one, all else two. */
const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (char.codePointAt(0)! < 0x2000 ? 1 : 2), 0);

const cellOf = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });
