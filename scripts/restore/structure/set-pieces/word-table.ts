import { hasHan } from '../../../text/characters.js';
import { opensWithDateline } from '../../../text/press/datelines.js';
import { isDay } from '../../../text/press/imprint.js';
import { isNumberedHeading } from '../../../text/press/items.js';
import { isByline, isCredit, isFigureTitle, opensWithReporter } from '../../../text/press/names.js';
import { looksLikeNames, namesStaff } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import { cellsOf, farGap, isSureValue, isValue, wordsOf } from './cells.js';
import type { Found, SetPiece } from './found.js';

const {
  leastCells,
  leastPairs,
  leastShortRows,
  mostShortCells,
  leastWordRows,
  leastFarRows,
  longestPair,
  longestWordCell,
  shortPair,
  shortWordCell,
} = pieceNumbers;

/**
 * 表 of words: three or more rows of as many cells, three at least, with wide blanks between: 柳志远　兰州大学　一社. Rows of
 * names alone are a list of names, which is looked for before.
 */
export function wordTableAt(lines: readonly Line[], from: number): Found {
  const count = wordsOf(lines[from]!).length;
  const uneven: NonNullable<SetPiece['uneven']> = [];
  let to = from;
  let short = 0;
  if (count >= leastCells)
    for (; to < lines.length; to++) {
      const row = wordsOf(lines[to]!);
      const isEven = isWordRow(row, count);
      // 第四节　英语　科学　道法　数学: a row that lacks cells.
      const lacks =
        to - from > 1 && row.length >= leastCells && row.length >= count - 2 && row.length < count;
      if (!isEven && !(lacks && isWordRow(row, row.length))) break;
      if (!isEven) uneven.push({ line: to, cells: row.length, expected: count });
      if (row.some((cell) => cell.length <= shortWordCell)) short++;
    }
  const rows = to - from;
  const isFound = rows - uneven.length >= leastWordRows && short * 2 >= rows;
  return { to, isFound, ...(uneven.length > 0 && { uneven }) };
}

/**
 * 词表: three or more rows of two short cells each: 日头　太阳. Parallel phrases of a headline are as long as each other, and
 * are few; names are a list of names or a byline.
 */
export function pairsAt(lines: readonly Line[], from: number): Found {
  let to = from;
  let short = 0;
  let even = 0;
  for (; to < lines.length; to++) {
    const row = pairOf(lines[to]!);
    if (!row) break;
    const [first, second] = row.map(visibleLength) as [number, number];
    if (Math.min(first, second) <= shortPair) short++;
    if (first === second && first > shortPair) even++;
  }
  const rows = to - from;
  return { to, isFound: rows >= leastPairs && short * 2 >= rows && even * 2 < rows };
}

/** apple　苹果, How are you?　你好吗？ */
const bilingual = /^([A-Za-z][A-Za-z ,.'’?!-]{1,40}?)(?:[ \u3000]{2,}|\u3000)(\p{sc=Han}[^A-Za-z]{0,24})$/u;

function pairOf(line: Line): string[] | undefined {
  const { text } = line;
  const translated = bilingual.exec(text);
  if (translated) return ['', translated[2]!];
  const row = wordsOf(line);
  if (!isWordRow(row, 2) || row.some((cell) => cell.length > longestPair)) return undefined;
  if (isKnown(text) || isNumberedHeading(text) || isDay(text) || looksLikeNames(text)) return undefined;
  return row.every(hasHan) ? row : undefined;
}

/**
 * 编剧　王伟 | 主演　张小燕　刘强: four or more rows of two to five short cells, of different numbers. Each is a line of its
 * own.
 */
export function shortRowsAt(lines: readonly Line[], from: number): Found {
  let to = from;
  let short = 0;
  let phrases = 0;
  for (; to < lines.length; to++) {
    const { text } = lines[to]!;
    const row = wordsOf(lines[to]!);
    if (row.length < 2 || row.length > mostShortCells || !isWordRow(row, row.length)) break;
    // Rows of figures are a table, and what stands over them is its name.
    if (isKnown(text) || isNumberedHeading(text) || isFigureTitle(text)) break;
    if (row.filter(isValue).length * 2 >= row.length) break;
    if (row.some((cell) => visibleLength(cell) <= shortPair)) short++;
    if (row.length === 2 && row.every((cell) => visibleLength(cell) > shortPair)) phrases++;
  }
  const rows = to - from;
  return { to, isFound: rows >= leastShortRows && short * 2 >= rows && phrases * 2 < rows };
}

/**
 * Rows of three cells or more, of different numbers: 香港音樂節　合唱　冠軍. Each is a line of its own, and no headline.
 * Two rows are enough, and two cells, where the cells stand far apart: 虎標萬金油　　功能提神醒腦. If figures stand in most of
 * them, the rows are a table that lacks cells.
 */
export function cellRowsAt(lines: readonly Line[], from: number): Found {
  let to = from;
  let far = 0;
  let valued = 0;
  const counts: number[] = [];
  for (; to < lines.length; to++) {
    const row = wordsOf(lines[to]!);
    const isFar = cellsOf(lines[to]!, farGap).length > 1;
    // 县委办公室　李强 among rows whose cells stand far apart.
    const isAmong = far > 0 || isOverFar(lines[to]!, lines[to + 1]);
    const least = isFar || isAmong || rowAlone(lines[to]!) ? 2 : leastCells;
    if (row.length < least || !isWordRow(row, row.length) || isKnown(lines[to]!.text)) break;
    if (isFar) far++;
    if (row.filter(isValue).length * 2 >= row.length - 1) valued++;
    counts.push(row.length);
  }
  const rows = to - from;
  const isFound =
    rows >= leastWordRows || (rows >= leastFarRows && far === rows) || (rows > 0 && rowAlone(lines[from]!));
  if (!isFound || valued < rows || rows < 2) return { to, isFound };
  return { to, isFound, ...unevenOf(counts, from) };
}

/** The first of rows that stand far apart may have narrower gaps; over a table it is the name of that. */
function isOverFar({ text }: Line, next: Line | undefined): boolean {
  const row = next ? cellsOf(next, farGap) : [];
  return row.length > 1 && !row.some(isValue) && !isFigureTitle(text);
}

/** 張志明先生　劉美蘭女士　五月一日: a row of three cells with a day or a sum, or a time and a name, is never text. */
function rowAlone(line: Line): boolean {
  const row = wordsOf(line);
  if (row.length < 2 || !row.some(isSureValue)) return false;
  return row.length >= leastCells || /^\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/u.test(row[0]!);
}

/** A table of rows with figures: those that have not as many cells as most, or as the first, are uneven. */
function unevenOf(counts: readonly number[], from: number): Pick<Found, 'label' | 'uneven'> {
  const times = (count: number) => counts.filter((one) => one === count).length;
  const expected = counts.reduce((best, count) => (times(count) > times(best) ? count : best));
  const uneven: NonNullable<SetPiece['uneven']> = [];
  counts.forEach((cells, row) => {
    if (cells !== expected) uneven.push({ line: from + row, cells, expected });
  });
  return { label: 'table', ...(uneven.length > 0 && { uneven }) };
}

/** Lines of a newspaper's forms, which are no rows of words. */
const isKnown = (text: string) =>
  isByline(text) || isCredit(text) || opensWithReporter(text) || opensWithDateline(text) || namesStaff(text);

/** Cells of words: not of one character each, as in a spread line, and not clauses. */
const isWordRow = (row: readonly string[], count: number) =>
  row.length === count &&
  row.some((cell) => cell.length > 1) &&
  row.every(
    (cell) => cell.length <= longestWordCell && !/、$/u.test(cell) && (hasHan(cell) || /\d/u.test(cell)),
  );

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## words in columns
考上大学的学生名单公布如下，村里为他们每人发了五百元奖学金。
柳志远　西北农林科技大学　一社
王佳怡　兰州大学　二社
赵　鹏　甘肃农业大学　二社

图书馆新书推荐
《乡土中国》　费孝通著　上海人民出版社
《平凡的世界》　路遥著　北京十月文艺出版社
《寂静的春天》　［美］蕾切尔·卡森著　上海译文出版社
《活着》　余华著　作家出版社
---
paragraph: 考上大学的学生名单公布如下，村里为他们每人发了五百元奖学金。
table: 柳志远　西北农林科技大学　一社
王佳怡　兰州大学　二社
赵鹏　甘肃农业大学　二社
***
headline: 图书馆新书推荐
table: 《乡土中国》　费孝通著　上海人民出版社
《平凡的世界》　路遥著　北京十月文艺出版社
《寂静的春天》　［美］蕾切尔·卡森著　上海译文出版社
《活着》　余华著　作家出版社
`;
