import { foldLine } from '../../text/fold.js';
import { areFields } from '../../text/press/documents.js';
import type { Line } from '../measure/lines.js';
import { lateNumbers } from '../numbers/structure.js';

const { bareAround, bareShare, bareShort, cellIndent, longestPhrase } = lateNumbers;

/** 　　　　　张子豪　复旦大学 over a flush line: cells that stand in under those of the row above. */
export const isUnderCells = (before: Line, line: Line) =>
  before.indent >= cellIndent &&
  line.indent <= before.indent - cellIndent &&
  /^[^，。；：！？]{1,12}[ \u3000]+[^，。；：！？]{1,12}$/u.test(before.text);

/** 一等奖：5注　每注金额：7,832,156元, 红球：03　08　15: fields beside each other, and figures behind a label. */
export const isFields = (text: string) =>
  /[：:]/u.test(text) &&
  /[ \u3000]/u.test(text) &&
  (areFields(text) || /^\p{sc=Han}{2,8}：\d+(?: +\d+)+$/u.test(foldLine(text)));

/**
 * 今日荧屏 | 中央一套: on a page of rows and lists, of which hardly a line has a mark of prose, a line that is much shorter
 * than those around does not go on; three of equal length in a row are a narrow box.
 */
export function bareBreaks(story: readonly Line[], isSet: Uint8Array): (index: number) => boolean {
  if (!isSet.includes(1)) return () => false;
  const isProse = story.map(({ text }, index) => !isSet[index] && /[，。；、]|[,.;](?!\d)/u.test(text));
  if (isProse.filter(Boolean).length > story.length * bareShare) return () => false;
  const lengthOf = (at: number) => story[at]?.text.length ?? 0;
  const isBox = (at: number) => lengthOf(at) === lengthOf(at + 1) && lengthOf(at) === lengthOf(at + 2);
  return (index) => {
    const length = lengthOf(index - 1);
    if (length > longestPhrase || isBox(index - 3) || isBox(index - 2) || isBox(index - 1)) return false;
    const [from, to] = [Math.max(0, index - bareAround), index + bareAround];
    const widest = Math.max(...story.slice(from, to).map(({ text }) => text.length));
    return length < widest * bareShort && !isProse.slice(from, to).includes(true);
  };
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a programme without prose, and a draw
今日荧屏
中央一套
6:00　朝闻天下
8:35　电视剧：老酒馆（12—15）
12:00　新闻30分
彩票开奖
二等奖：128注　每注金额：201,335元
排列5第26128期
中奖号码：4　0　7　7　2
本期销量：12,345,678元
---
headline: 今日荧屏
crosshead: 中央一套
paragraph: 6:00　朝闻天下
paragraph: 8:35　电视剧：老酒馆（12—15）
paragraph: 12:00　新闻30分
crosshead: 彩票开奖
paragraph: 二等奖：128注　每注金额：201,335元
paragraph: 排列5第26128期
paragraph: 中奖号码：4　0　7　7　2
paragraph: 本期销量：12,345,678元
`;
