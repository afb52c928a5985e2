import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import { anyGap, cellsOf, farGap, isValue, wordsOf } from './cells.js';
import { isEntry } from './entries.js';
import type { Found, SetPiece } from './found.js';

const { leastCells, longestCornerRow, longestPair } = pieceNumbers;

/** A way to read the cells of a row: by its far gaps, by its wide ones, or by all. */
interface Reader {
  /** The possible readings of a row, the likeliest first. */
  read: (line: Line) => string[][];
  /** The cells of the first row. */
  count: number;
  /** Cells and rows of such a table at least. */
  least: number;
  isSpaced: boolean;
}

/**
 * 表: two or more rows of equally many cells, three if single spaces separate them, with values in most of them. In a
 * row with far gaps one wide blank may part cells as well (批发价（元）　比上周), or spread a name (黄　瓜): a row has as many
 * cells as the others if it has by either reading.
 */
export function tableAt(lines: readonly Line[], from: number): Found {
  // An entry of a chronicle is no row, and may go on in the next line.
  if (isLongEntry(lines[from]!)) return { to: from, isFound: false };
  let to = from;
  let best: Found | undefined;
  for (const reader of readersAt(lines[from]!)) {
    const found = rowsAt(lines, from, reader);
    to = Math.max(to, found.to);
    if (!found.isFound || (best && (reader.isSpaced || !isBetter(found, best)))) continue;
    best = found;
  }
  return best ?? { to, isFound: false };
}

const isBetter = (found: Found, other: Found) =>
  found.to >= other.to && (found.uneven?.length ?? 0) < (other.uneven?.length ?? 0);

function readersAt(line: Line): Reader[] {
  if (!anyGap.test(line.text)) return [];
  const [far, wide, any] = [cellsOf(line, farGap).length, wordsOf(line).length, cellsOf(line, anyGap).length];
  const read = (row: Line) => [cellsOf(row, farGap), wordsOf(row)];
  return [
    ...(far >= leastCells ? [{ read, count: far, least: 2, isSpaced: false }] : []),
    ...(wide >= 2 && wide !== far ? [{ read, count: wide, least: 2, isSpaced: false }] : []),
    ...(far === 2 ? [{ read, count: far, least: 2, isSpaced: false }] : []),
    ...(any >= leastCells
      ? [{ read: (row: Line) => [cellsOf(row, anyGap)], count: any, least: leastCells, isSpaced: true }]
      : []),
  ];
}

function rowsAt(lines: readonly Line[], from: number, reader: Reader): Found {
  const { read, count, least, isSpaced } = reader;
  const uneven: NonNullable<SetPiece['uneven']> = [];
  let to = from;
  let even = 0;
  let valued = 0;
  for (; to < lines.length; to++) {
    const readings = read(lines[to]!);
    const row = readings.find((cells) => cells.length === count) ?? nearest(readings, count);
    const hasValue = readings.some((cells) => cells.some(isValue));
    if (row.length === count) {
      even++;
      if (hasValue) valued++;
      // Under the head the first row may lack a cell: the rows below it tell.
    } else if (
      (isUnevenRow(row, count) && hasValue && (even > 1 || (!isSpaced && isFollowed(lines, to, reader)))) ||
      (to === from + 1 && isSecondHead(lines, to, reader))
    ) {
      uneven.push({ line: to, cells: row.length, expected: count });
    } else break;
  }
  // Different rows at a table's end belong to another table, or are a note.
  while (uneven.at(-1)?.line === to - 1 && uneven.length > even) {
    uneven.pop();
    to--;
  }
  return {
    to,
    isFound: even >= least && valued * 2 >= even && valued >= 2,
    ...(uneven.length > 0 && { uneven }),
  };
}

const isLongEntry = (line: Line) =>
  isEntry(line) && line.text.length > longestPair && !isValue(line.text.split(anyGap).at(-1)!);

/** The reading with the number of cells that is nearest to the other rows'. */
const nearest = (readings: readonly string[][], count: number) =>
  readings.reduce((best, cells) =>
    Math.abs(cells.length - count) < Math.abs(best.length - count) ? cells : best,
  );

/** True if two of the three lines below have so many cells, and a value. */
function isFollowed(lines: readonly Line[], at: number, { read, count }: Reader): boolean {
  const rows = lines.slice(at + 1, at + 4).map((line) => read(line).find((cells) => cells.length === count));
  return rows.filter((row) => row?.some(isValue)).length > 1;
}

/** True for a row with an empty cell or two, or with a cell that contains two spaces. */
function isUnevenRow(row: readonly string[], count: number): boolean {
  return row.length >= 2 && Math.abs(row.length - count) <= 2;
}

/** 双层表头: a line that stands in under a table's head, with fewer cells than the rows below it. */
function isSecondHead(lines: readonly Line[], at: number, reader: Reader): boolean {
  const { text, indent } = lines[at]!;
  const [head, next] = [lines[at - 1]!, lines[at + 1]];
  if (reader.isSpaced || !next || text.length > longestCornerRow) return false;
  const cells = nearest(reader.read(lines[at]!), reader.count);
  const standsIn = indent >= Math.max(head.indent, next.indent) + pieceNumbers.secondHeadIndent;
  return standsIn && cells.length < reader.count && !cells.some(isValue) && isFollowed(lines, at, reader);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## rows parted by tabs
各县区今年上半年主要经济指标完成情况如下，增速均高于全省平均水平。

县区\u0009产值\u0009增速

金川区\u00091986\u000926.1%

永昌县\u0009309\u000913.6%
---
paragraph: 各县区今年上半年主要经济指标完成情况如下，增速均高于全省平均水平。
table: 县区　产值　增速
金川区　1986　26.1%
永昌县　309　13.6%

## thin thousands and cells without a value
全县历年户数、人口与耕地如下表，单位为户、人、亩。
年份   户数   人口   耕地
1949   980   4 210   12 880
1951   —   4 402   12 900 亩
1952   1 042   —   —
1954   1 066   4 610   13 002
---
paragraph: 全县历年户数、人口与耕地如下表，单位为户、人、亩。
table: 年份　户数　人口　耕地
1949　980　4 210　12 880
1951　—　4 402　12 900 亩
1952　1 042　—　—
1954　1 066　4 610　13 002

## a head over a row that lacks its last cell
收支情况如下，请村民监督。
序号　项目　收入（元）　支出（元）　备注
1　上季结余　18620.50　—
2　土地流转　46000.00　—　李家滩
3　修缮水渠　—　12380.00　二社
4　重阳慰问　—　5600.00　28户
---
paragraph: 收支情况如下，请村民监督。
table: 序号　项目　收入（元）　支出（元）　备注
1　上季结余　18620.50　—
2　土地流转　46000.00　—　李家滩
3　修缮水渠　—　12380.00　二社
4　重阳慰问　—　5600.00　28户

## scores between their teams
当日其他比赛结果如下，甘肃队暂列榜首。
辽宁 98：92 山东
新疆 121：110 浙江
北京 88：90 上海
---
paragraph: 当日其他比赛结果如下，甘肃队暂列榜首。
table: 辽宁　98：92　山东
新疆　121：110　浙江
北京　88：90　上海

## a cell a line
各乡镇上半年粮食产量统计如下，单位为吨。
乡镇
产量
增幅
东河镇
3210
4.5%
西岭乡
2 876
—
南湾镇
4102
5.1%
---
paragraph: 各乡镇上半年粮食产量统计如下，单位为吨。
table: 乡镇　产量　增幅
东河镇　3210　4.5%
西岭乡　2 876　—
南湾镇　4102　5.1%
`;
