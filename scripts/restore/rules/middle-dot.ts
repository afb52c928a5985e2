import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { type CharacterRule, changesOf } from './rule.js';

const dots = pattern('gu')`(?<=[${han}])[•・‧∙⋅･](?=[${han}])`;

/** 间隔号 between the parts of a name or title, in any of its code points. Between kana ・ is right. */
export const middleDot: CharacterRule = {
  id: 'middle-dot',
  words: {
    reason: [
      '人名书名的间隔号是 U+00B7。',
      '人名書名的間隔號是 U+00B7。',
      'The dot between the parts of a name is U+00B7.',
    ],
  },
  signs: /[•・‧∙⋅･]/,
  change: (text) => changesOf(text, dots, () => '·'),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## bullets and the Japanese dot
卡尔•马克思，列奥纳多・达・芬奇
---
卡尔·马克思，列奥纳多·达·芬奇

## in Japanese it is right
アルベルト・アインシュタイン
---
アルベルト・アインシュタイン

## an item's bullet is none
•工业
---
•工业
`;
