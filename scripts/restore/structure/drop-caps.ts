import { isHan } from '../../text/characters.js';
import { isNumberAlone } from '../../text/press/items.js';
import { closers, lineStartProhibited, sentenceEnds } from '../../text/prohibition.js';
import type { Line } from '../measure/lines.js';
import { edgeNumbers } from '../numbers/structure.js';

/**
 * 首字下沉: true if a line is the large first character of the paragraph that goes on behind it: one character alone,
 * with nothing left open before it. Text without today's marks has such lines at the ends of its paragraphs.
 *
 * @param usual number of characters in the page's lines
 */
export function isDropCap(lines: readonly Line[], index: number, usual: number): boolean {
  const { text } = lines[index]!;
  const next = lines[index + 1]?.text;
  if (text.length !== 1 || !isHan(text) || isNumberAlone(text) || next === undefined) return false;
  if (next.length < usual * edgeNumbers.leastBeside || lineStartProhibited.has(next[0]!)) return false;
  const before = lines[index - 1]?.text;
  // 桥 over a text about a bridge is its title.
  if (before === undefined && next.includes(text)) return false;
  // In a column of one character a line nothing is large.
  if (before?.length === 1) return false;
  if (before === undefined || before.length < usual * edgeNumbers.shortBefore) return true;
  const last = closers.has(before.at(-1)!) ? before.at(-2) : before.at(-1);
  return sentenceEnds.has(last ?? '');
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## under a headline
古树下的守望

村

口那棵老槐树有六百年了，树干空了

一半，可每年五月照样开花，香飘半个村

子。

守树的老人叫段有福，今年八十一

岁，他给老槐树浇水、除虫，一守就是三

十年。
---
headline: 古树下的守望
paragraph: 村口那棵老槐树有六百年了，树干空了一半，可每年五月照样开花，香飘半个村子。
paragraph: 守树的老人叫段有福，今年八十一岁，他给老槐树浇水、除虫，一守就是三十年。
`;
