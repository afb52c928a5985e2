import { characterOfRadical } from '../../text/radicals.js';
import { type CharacterRule, changesOf } from './rule.js';

/** 部首: a radical's code point where the text means the character (⽉ for 月); the PDF's font shared the glyph. */
export const radical: CharacterRule = {
  id: 'radical',
  words: {
    reason: [
      '误用部首的码位，本意是汉字。',
      '誤用部首的碼位，本意是漢字。',
      'The code point is that of a radical, but the character is meant.',
    ],
  },
  signs: /[\u2e80-\u2fdf]/,
  // A text about writing names radicals as such.
  change: (text) =>
    changesOf(text, /[\u2e80-\u2fdf](?!部首|字头|字旁|旁)/gu, ([char]) => characterOfRadical(char)),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## Kangxi block
⽉⼈⽇⼤
---
月人日大

## the supplement, which NFKC leaves alone
⺠族，⻓江，⻅闻
---
民族，长江，见闻

## a text about writing
⺮字头的字
---
⺮字头的字
`;
