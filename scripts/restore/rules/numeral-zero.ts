import { type CharacterRule, changesOf } from './rule.js';

const numerals = '[一二三四五六七八九〇]';
/** A circle or a zero among Chinese numerals: 二○二五年. */
const zero = new RegExp(`(?<=${numerals}[○◯0０]?)[○◯0０](?=[○◯0０]?(?:${numerals}|年))`, 'gu');

/** 〇: the zero of Chinese numerals, for which ○ and 0 are often set. */
export const numeralZero: CharacterRule = {
  id: 'numeral-zero',
  words: {
    brief: ['“〇”误作他形', '「〇」誤作他形', 'another sign stood for 〇'],
    reason: ['汉字数目里的零写作〇。', '漢字數目裡的零寫作〇。', 'The zero among Chinese numerals is 〇.'],
  },
  signs: /[○◯0０]/,
  change: (text) => changesOf(text, zero, () => '〇'),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## circles and digits
二○二五年，二0二五年，一九○○年
---
二〇二五年，二〇二五年，一九〇〇年

## among Arabic digits it is a digit
2025年10月
---
2025年10月

## an answer sheet's circle
选○或打叉
---
选○或打叉
`;
