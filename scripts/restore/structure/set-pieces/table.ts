import { han } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { pattern } from '../../../text/pattern.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/forms.js';
import type { Found, SetPiece } from './found.js';

const { leastCells, longestRow } = pieceNumbers;

/** Separators of cells: a tab, two spaces, an ideographic one; a single space where a row has no wider ones. */
export const wideGap = /\t+|[ \u3000]{2,}|\u3000/u;
/** Where cells stand far apart, one ideographic space spreads a name: 黄　瓜. */
const farGap = /\t+|[ \u3000]{2,}/u;
const anyGap = /[ \u3000\t]+/u;
/** 1 042, 12 880: three figures after a space belong to the same number. */
const thousands = /(?<![\d.])(\d{1,3}(?: \d{3})+)(?![\d])/gu;
/** A value, or one of the marks for a missing value. */
const value = pattern(
  'u',
)`^(?:[-+−±]?[\d０-９][\d０-９.,，/:：∶～~%％‰°℃ +−-]*(?:[%％‰°℃]|[${han}]{0,3})|[—–－-]{1,2}|…{1,2}|\.{2,3}|/)$`;

/** 表: two or more rows of equally many cells, three if single spaces separate them, with values in most of them. */
export function tableAt(lines: readonly Line[], from: number): Found {
  let to = from;
  for (const [gap, cells] of [
    [farGap, 3],
    [wideGap, 2],
    [anyGap, leastCells],
  ] as const) {
    const found = rowsAt(lines, from, { gap, cells });
    if (found.isFound) return found;
    to = Math.max(to, found.to);
  }
  return { to, isFound: false };
}

function rowsAt(lines: readonly Line[], from: number, { gap, cells }: { gap: RegExp; cells: number }): Found {
  const count = cellsOf(lines[from]!, gap).length;
  if (count < cells) return { to: from, isFound: false };
  const uneven: NonNullable<SetPiece['uneven']> = [];
  let to = from;
  let even = 0;
  let valued = 0;
  for (; to < lines.length; to++) {
    const row = cellsOf(lines[to]!, gap);
    const hasValue = row.some((cell) => value.test(cell));
    if (row.length === count) {
      even++;
      if (hasValue) valued++;
      // Under the head the first row may lack a cell: the rows below it tell.
    } else if (
      isUnevenRow(row, count) &&
      hasValue &&
      (even > 1 || (gap !== anyGap && isFollowed(lines, to, { gap, count })))
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
    isFound: even >= cells && valued * 2 >= even && valued >= 2,
    ...(uneven.length > 0 && { uneven }),
  };
}

/** True if two of the three lines below have so many cells, and a value. */
function isFollowed(
  lines: readonly Line[],
  at: number,
  { gap, count }: { gap: RegExp; count: number },
): boolean {
  const rows = lines.slice(at + 1, at + 4).map((line) => cellsOf(line, gap));
  return rows.filter((row) => row.length === count && row.some((cell) => value.test(cell))).length > 1;
}

/** True for a row with an empty cell or two, or with a cell that contains two spaces. */
function isUnevenRow(row: readonly string[], count: number): boolean {
  return row.length >= 2 && Math.abs(row.length - count) <= 2;
}

/** Cells of a row; thousands stay together where single spaces separate cells. */
export function cellsOf({ text }: Pick<Line, 'text'>, gap: RegExp): string[] {
  if (!anyGap.test(text)) return [text];
  if (text.length > longestRow || /[。，；！？]|：(?!\d)|(?<!\d)：/u.test(foldLine(text))) return [];
  const whole = gap === anyGap ? text.replace(thousands, (number) => number.replaceAll(' ', '\u00a0')) : text;
  return whole.split(gap).map((cell) => cell.replaceAll('\u00a0', ' '));
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
