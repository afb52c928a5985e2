import { han } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { pattern } from '../../../text/pattern.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';

const { longestTally } = pieceNumbers;

const tally = pattern('u')`^[${han}·A-Z]{2,8}（[${han}A-Z]{2,8}）[ ：]*\d{1,4}(?:\.\d+)?[${han}]{1,2}$`;

/** 三世　忠　配王氏, 女　邬桂芬: generations and kin, each on its line. */
const kin = pattern('u')`^(?:[一二三四五六七八九十]{1,3}世|孝?[子女男媳婿孙妻弟兄姐妹侄甥]) +[${han}]`;

/** 射手榜: names with their clubs and a figure, two in a row: 武磊（海港）　14球. */
export function talliesAt(lines: readonly Line[], from: number): Found {
  let to = from;
  const isRow = isKin(lines[from]!) ? isKin : isTally;
  while (to < lines.length && isRow(lines[to]!)) to++;
  return { to, isFound: to - from > 1 };
}

const isKin = ({ text }: Line) =>
  text.length <= longestTally && /^.{1,4}[ \u3000]/u.test(text) && kin.test(foldLine(text));
const isTally = ({ text }: Line) =>
  text.length <= longestTally && /\d/u.test(text) && tally.test(foldLine(text));

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## who scored most
海港队客场1：1战平泰山队，积39分退居次席；申花
队主场2：0击败河南队，以40分升至榜首。
射手榜
武磊（海港）　14球
费南多（申花）11球
子　邬建国　邬建民
女　邬桂芬
---
paragraph: 海港队客场1：1战平泰山队，积39分退居次席；申花队主场2：0击败河南队，以40分升至榜首。
crosshead: 射手榜
paragraph: 武磊（海港）　14球
paragraph: 费南多（申花）11球
paragraph: 子　邬建国　邬建民
paragraph: 女　邬桂芬
`;
