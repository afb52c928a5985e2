import { han, hasHan } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/forms.js';
import type { Found } from './found.js';
import { cellsOf, wideGap } from './table.js';

const { leastCells, leastWordRows, longestWordCell, shortWordCell } = pieceNumbers;

/**
 * 表 of words: three or more rows of as many cells, three at least, with wide blanks between: 柳志远　兰州大学　一社. Rows of
 * names alone are a list of names, which is looked for before.
 */
export function wordTableAt(lines: readonly Line[], from: number): Found {
  const count = wordsOf(lines[from]!).length;
  let to = from;
  let short = 0;
  if (count >= leastCells)
    for (; to < lines.length; to++) {
      const row = wordsOf(lines[to]!);
      if (!isWordRow(row, count)) break;
      if (row.some((cell) => cell.length <= shortWordCell)) short++;
    }
  return { to, isFound: to - from >= leastWordRows && short * 2 >= to - from };
}

/** Rows of three cells or more, of different numbers: 香港音樂節　合唱　冠軍. Each is a line of its own, and no headline. */
export function cellRowsAt(lines: readonly Line[], from: number): Found {
  let to = from;
  for (; to < lines.length; to++) {
    const row = wordsOf(lines[to]!);
    if (row.length < leastCells || !isWordRow(row, row.length)) break;
  }
  return { to, isFound: to - from >= leastWordRows };
}

/** 赵　鹏: a name of two characters that was spread to the width of three is one cell. */
const wordsOf = ({ text }: Line) => cellsOf({ text: text.replace(spreadName, '$1$2') }, wideGap);
const spreadName = pattern('gu')`(?<=^|[ \u3000\t])([${han}])[ \u3000]{1,2}([${han}])(?=$|[ \u3000\t])`;

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
赵　鹏　甘肃农业大学　二社
***
headline: 图书馆新书推荐
table: 《乡土中国》　费孝通著　上海人民出版社
《平凡的世界》　路遥著　北京十月文艺出版社
《寂静的春天》　［美］蕾切尔·卡森著　上海译文出版社
《活着》　余华著　作家出版社
`;
