import { type CharacterRule, changesOf } from './rule.js';

/** 全角字母数字: full-width forms of letters and digits, with the point or sign between digits. */
export const fullWidthAlphanumeric: CharacterRule = {
  id: 'full-width-alphanumeric',
  words: {
    reason: [
      '横排中数字和拉丁字母用半角。',
      '橫排中數字和拉丁字母用半形。',
      'Digits and Latin letters are half-width in horizontal text.',
    ],
  },
  signs: /[０-９Ａ-Ｚａ-ｚ]/,
  change: (text, { page }) =>
    page.digitsAreFull
      ? []
      : changesOf(text, /[０-９Ａ-Ｚａ-ｚ]+(?:[．／－＋][０-９]+)*/gu, ([match]) =>
          match.replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
        ),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a year and a percentage
２０２５年增长３．５
---
2025年增长3.5

## letters
ＭＥＳ系统，Ａ级
---
MES系统，A级
`;
