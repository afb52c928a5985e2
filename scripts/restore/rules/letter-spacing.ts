import { isSpread } from '../../text/spread.js';
import type { Change } from '../draft.js';
import { ruleNumbers } from '../numbers/forms.js';
import { blankSign, type CharacterRule, changesOf, isParted } from './rule.js';

/** 字距: a line set wide to fill its measure, extracted with a space after every character. */
export const letterSpacing: CharacterRule = {
  id: 'letter-spacing',
  words: {
    reason: [
      '为撑满一行而拉开字距，字间空格无义。',
      '為撐滿一行而拉開字距，字間空格無義。',
      'The line was letter-spaced to fill its measure; the spaces between its characters have no meaning.',
    ],
  },
  signs: blankSign,
  change: (text, { lineStarts, kind }) =>
    (isParted(kind) ? [] : lineStarts).flatMap((start, index) => {
      const line = text.slice(start, lineStarts[index + 1] ?? text.length);
      return isSpread(line) ? collapse(line, start) : [];
    }),
};

/** Removes spaces, except wider ones, which separate the phrases of a letter-spaced headline. */
function collapse(line: string, offset: number): Change[] {
  let usual = Number.POSITIVE_INFINITY;
  for (const [blank] of line.trim().matchAll(/[^\S\n]+/gu)) usual = Math.min(usual, widthOf(blank));
  return changesOf(line, /[^\S\n]+/gu, ([blank]) => (widthOf(blank) > usual ? '\u3000' : '')).map(
    (change) => ({
      ...change,
      start: change.start + offset,
      end: change.end + offset,
    }),
  );
}

/** Width in spaces; U+3000 counts as four. */
function widthOf(blank: string): number {
  return blank.length + (ruleNumbers.wideBlank - 1) * (blank.match(/\u3000/gu)?.length ?? 0);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## headline set as wide as the other (display)
加 快 建 设 幸 福 美 好 现 代 化 金 昌
---
加快建设幸福美好现代化金昌

## wider blanks still part the phrases (display)
强 龙 头   推 动 产 业 转 型
---
强龙头　推动产业转型

## with numbers in it
2 0 2 5 年 工 作 重 点
---
2025年工作重点

## names of two characters beside others are no spaced line (display)
李 峰　王海涛
---
李 峰　王海涛

## the phrases of a headline stay apart (display)
强龙头 推动产业转型跨越发展
---
强龙头 推动产业转型跨越发展
`;
