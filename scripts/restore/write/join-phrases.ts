import type { Line } from '../measure/lines.js';
import { storyNumbers } from '../numbers/structure.js';
import type { Rule } from '../rules/rule.js';

const { phraseReach: reach } = storyNumbers;

/** 并行: the lines of a headline are one text, with a space where a phrase begins. */
export const joinPhrases: Rule = {
  id: 'join-phrases',
  words: {
    reason: [
      '标题转行，两行之间空一字。',
      '標題轉行，兩行之間空一字。',
      'A headline of several lines is one, with a space between its phrases.',
    ],
  },
};

/**
 * True if the second of a headline's lines begins a phrase, so that a space is intended between them; false if it
 * continues a word: then three characters from both sides occur together in the text around.
 */
export function isNewPhrase(source: string, before: Line, line: Line): boolean {
  const row = before.text.replace(/\s/gu, '');
  const next = line.text.replace(/\s/gu, '');
  if (/[，、：；—…（“《「·]$/u.test(row)) return false;
  // No phrase is of one character.
  if ([...next].length < 2) return false;
  if (count(row, /[“「（《【]/gu) > count(row, /[”」）》】]/gu)) return false;
  const around = source.slice(Math.max(0, before.start - reach), line.end + reach);
  return !around.includes(row.slice(-2) + next[0]!) && !around.includes(row.at(-1)! + next.slice(0, 2));
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## two phrases of a headline
东渠昨日放水
沿渠九村燃放鞭炮

新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
---
headline: 东渠昨日放水　沿渠九村燃放鞭炮
paragraph: 新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮。
paragraph: 东渠全长二十三公里，历时两年建成，投入劳力四万人次。

## a headline that goes on in the middle of a word
全县水利工作会议昨日在东河镇召
开

全县水利工作会议昨日召开，各乡镇的代表
参加会议，听取东渠工程的报告，并且
到渠首察看。会议号召各乡镇学习东河
镇的经验。
---
paragraph: 全县水利工作会议昨日在东河镇召开
paragraph: 全县水利工作会议昨日召开，各乡镇的代表参加会议，听取东渠工程的报告，并且到渠首察看。会议号召各乡镇学习东河镇的经验。
`;
