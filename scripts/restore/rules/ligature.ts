import { type CharacterRule, changesOf } from './rule.js';

/** 连字: ﬁ and similar ligatures are two letters that a font drew as one. */
export const ligature: CharacterRule = {
  id: 'ligature',
  words: {
    reason: [
      '字体把两个字母连成一个，文中是两个。',
      '字型把兩個字母連成一個，文中是兩個。',
      'A font drew two letters as one; the text has two.',
    ],
  },
  signs: /[\ufb00-\ufb06]/,
  change: (text) => changesOf(text, /[\ufb00-\ufb06]/gu, ([sign]) => sign.normalize('NFKC')),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## fi and ffl
ﬁnance and waﬄe
---
finance and waffle
`;
