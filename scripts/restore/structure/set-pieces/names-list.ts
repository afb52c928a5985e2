import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import { opensWithReporter } from '../../../text/press/names.js';
import { hasSurname } from '../../../text/press/surnames.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import { isValue } from './cells.js';
import type { Found } from './found.js';

const {
  leastNames,
  leastNameRows: leastRows,
  leastGrid,
  leastKnown,
  longestNames,
  longestUnit,
  mostSpread,
} = pieceNumbers;

/** 王秀英（女，回族）, 司马义·买买提, and half of a name that was spread to the width of three: 丁　某. */
const name = pattern('u')`^(?:[${han}]{1,4}|[${han}]{1,6}(?:·[${han}]{1,6})+)(?:[（(][^（）()]{1,12}[）)])?$`;

/** 名单: rows of names separated by spaces and row ends. */
export function namesAt(lines: readonly Line[], from: number): Found {
  let to = from;
  const rows: string[][] = [];
  for (; to < lines.length; to++) {
    const row = namesOf(lines[to]!.text, rows.length === 0 ? leastNames : 2);
    if (!row) break;
    rows.push(row);
  }
  const isList =
    rows.length >= leastRows
      ? !isGrid(rows) && areNames(rows) && !areUnits(rows)
      : rows.length === 1 && isUnitsRow(lines, from);
  return { to, isFound: isList };
}

/** True for a possible name of a unit above its people: short, without marks. */
export const isUnit = (text: string) => text.length <= longestUnit && !/[，。；：！？、—…]/u.test(text);

/** A single row of names, if the names of another unit are two lines before or after it. */
function isUnitsRow(lines: readonly Line[], at: number): boolean {
  if (!arePeople(lines[at]!.text)) return false;
  return [-1, 1].some((side) => {
    const [unit, row] = [lines[at + side]?.text, lines[at + 2 * side]?.text];
    return unit !== undefined && row !== undefined && isUnit(unit) && arePeople(row);
  });
}

/** True if every word of a row is a name with a surname; a spread name is in two parts: 李 娜. */
function arePeople(text: string): boolean {
  const row = namesOf(text, 2) ?? [];
  const whole = row.join(' ').replace(loneCharacters, '$1$2').split(' ');
  return whole.length > 1 && whole.every((one) => one.length > 1 && hasSurname(one.replace(/[（(].*$/u, '')));
}
const loneCharacters = pattern('gu')`(?<=^| )([${han}]) ([${han}])(?=$| )`;

function namesOf(text: string, least: number): string[] | undefined {
  if (text.length > longestNames || /[，。；：！？](?![^（）]*）)/u.test(text)) return undefined;
  // 记者 李文 is a byline, and what is spread character by character a heading.
  if (opensWithReporter(text)) return undefined;
  const row = text.split(/[ \u3000\t]+/u);
  if (row.length > mostSpread && row.every((cell) => cell.length === 1)) return undefined;
  // 三點, 五點半: hours and prices are no names.
  if (row.filter(isValue).length > 1) return undefined;
  return row.length >= least && row.every((one) => name.test(one)) ? row : undefined;
}

/** True unless most cells have no surname, and are no names of another people either: 太古行　怡生　由汕頭來. */
function areNames(rows: readonly string[][]): boolean {
  const cells = rows.flatMap((row) => row.join(' ').replace(loneCharacters, '$1$2').split(' '));
  const known = cells.filter((cell) => cell.length === 1 || hasSurname(cell.replace(/[（(].*$/u, '')));
  return known.length >= cells.length * leastKnown;
}

/** 财政局　王秀兰　赵刚: rows that begin with a unit stay rows. */
function areUnits(rows: readonly string[][]): boolean {
  return rows.filter(([first]) => unitEnd.test(first!)).length * 2 > rows.length;
}
const unitEnd = /.[局委办辦室部处處科股站所院校学學厂廠镇鎮乡鄉村社区區县縣组組队隊班]$/u;

/** True if cells of columns recur, as in a table (男, 女, 汉族); a name occurs once. */
function isGrid(rows: readonly string[][]): boolean {
  const [first] = rows;
  if (!first || rows.length < leastGrid || rows.some((row) => row.length !== first.length)) return false;
  return first.some(
    (_, column) => new Set(rows.slice(1).map((row) => row[column])).size * 2 <= rows.length - 1,
  );
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## two-character names spread to three
大会选举产生了县政协第十届常务委员会委员（按姓氏笔画为序）：
马建国　王秀英（女，回族）　丁　某　方　圆
司马义·买买提（维吾尔族）　安小武　许大明
李　甲　李小乙　杨　慧（女）　欧阳丙　宋　丁
---
paragraph: 大会选举产生了县政协第十届常务委员会委员（按姓氏笔画为序）：
paragraph: 马建国　王秀英（女，回族）　丁　某　方　圆　司马义·买买提（维吾尔族）　安小武　许大明　李　甲　李小乙　杨　慧（女）　欧阳丙　宋　丁

## names in Traditional, single blanks
出席委員如下：
陳大文 李國強 黃 英 張學良
王小明 鄧麗君 林 語
---
paragraph: 出席委員如下：
paragraph: 陳大文　李國強　黃　英　張學良　王小明　鄧麗君　林　語

## names under their units
全县“最美护士”名单
县人民医院
李 娜　王晓燕　陈桂芳
赵 静　孙丽萍
县中医院
周 敏　吴海霞　郑秀英
县妇幼保健院
钱 红　冯玉兰
以上名单自即日起公示五个工作日，如有异议，请向县卫生局反映。
---
headline: 全县“最美护士”名单
crosshead: 县人民医院
paragraph: 李　娜　王晓燕　陈桂芳　赵　静　孙丽萍
crosshead: 县中医院
paragraph: 周　敏　吴海霞　郑秀英
crosshead: 县妇幼保健院
paragraph: 钱　红　冯玉兰
paragraph: 以上名单自即日起公示五个工作日，如有异议，请向县卫生局反映。
`;
