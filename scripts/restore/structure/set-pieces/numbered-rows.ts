import { isHan } from '../../../text/characters.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';

const { leastNumberedRows, longestMove } = pieceNumbers;

const numbered = /^\d{1,3}[.．、] ?(?!\d)(.+)$/u;
const figure = /[\d一二三四五六七八九十]/u;

const known = new WeakMap<readonly Line[], boolean[]>();

/**
 * 着法: numbered rows of short cells with figures, as the moves of a game are: 7. 马八进七　车1进1？ Text may stand between
 * them; three on a page are enough. They are lines of their own, and no headlines.
 */
export function numberedRowsAt(lines: readonly Line[], from: number): Found {
  const rows = known.get(lines) ?? lines.map(isRow);
  known.set(lines, rows);
  let to = from;
  while (rows[to]) to++;
  const isFound = to > from && rows.filter(Boolean).length >= leastNumberedRows;
  return { to, isFound };
}

function isRow({ text }: Line): boolean {
  const rest = numbered.exec(text)?.[1];
  if (rest === undefined || !/[ \u3000]/u.test(rest) || /[，。；：]/u.test(rest)) return false;
  const cells = rest
    .replace(/(?<=[ \u3000])\d{1,3}[.．、] ?/gu, '')
    .trim()
    .split(/[ \u3000]+/u);
  if (cells.length < 2 || cells.some((cell) => cell.length > longestMove || !isHan(cell.codePointAt(0)!)))
    return false;
  return cells.filter((cell) => figure.test(cell)).length * 2 >= cells.length;
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## the moves of a game with comments
妙手擒王
　　两位大师在全国象棋个人赛上相遇，红方抢先布阵，双方很快
形成对攻，着法如下：
1. 炮二平五　马8进7　　2. 马二进三　车9平8
3. 车一平二　卒7进1　　4. 车二进六　马2进3
7. 马八进七　车1进1？
　　随手棋，应改走士4进5较为稳健。红方抓住机会，以下走出
一系列妙手。
8. 炮八平九　炮9平7　　9. 车三平四　车1平4
10. 车九平八　炮2平1　 11. 兵五进一！
　　冲中兵是取势的要着，黑方左翼空虚，难以应付。至此红方
已占优势，以下略着十三回合，红胜。
---
headline: 妙手擒王
paragraph: 两位大师在全国象棋个人赛上相遇，红方抢先布阵，双方很快形成对攻，着法如下：
list: 1. 炮二平五　马8进7　　2. 马二进三　车9平8
list: 3. 车一平二　卒7进1　　4. 车二进六　马2进3
list: 7. 马八进七　车1进1？
paragraph: 随手棋，应改走士4进5较为稳健。红方抓住机会，以下走出一系列妙手。
list: 8. 炮八平九　炮9平7　　9. 车三平四　车1平4
list: 10. 车九平八　炮2平1　11. 兵五进一！
paragraph: 冲中兵是取势的要着，黑方左翼空虚，难以应付。至此红方已占优势，以下略着十三回合，红胜。
`;
