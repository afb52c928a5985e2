import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { type CharacterRule, changesOf, isParted } from './rule.js';

/** Lookalikes of 破折号 in pairs, and a pair split by a line end. */
const pairs = pattern(
  'gu',
)`(?:──+|―{2,}|－{2,}|(?<=[${han}”》，。：])[ ]?-{2,}[ ]?(?=[${han}“《\d])|—[ \u3000]—|(?<=[${han}”》])--+$|^--+(?=[${han}“《]))`;

/** 破折号: two em dashes, however the extraction wrote them. */
export const dash: CharacterRule = {
  id: 'dash',
  words: {
    reason: ['中文破折号占两字。', '中文破折號占兩字。', 'A dash in Chinese text is two em dashes.'],
  },
  signs: /[─―－—-]/,
  // In a table each — is a cell without a value.
  change: (text, { kind }) => (isParted(kind) ? [] : changesOf(text, pairs, () => '——')),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## box-drawing lines and horizontal bars
成绩单──厚重，蓝图――崭新
---
成绩单——厚重，蓝图——崭新

## hyphens in a row
这是一份成绩单--厚重提气
---
这是一份成绩单——厚重提气

## a range of numbers
1949—2025年，北京—上海
---
1949—2025年，北京—上海
`;
