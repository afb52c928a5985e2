import { symbolFont } from '../../text/symbol-font.js';
import { ruleNumbers } from '../numbers/forms.js';
import { type CharacterRule, changesOf } from './rule.js';

const symbols = new RegExp(`(?:\uf8e7|\uf0be)+|[${Object.keys(symbolFont).join('')}]`, 'gu');

/** 符号字体: characters of the fonts Symbol or Wingdings that a PDF extraction gave as private characters. */
export const symbolFontRule: CharacterRule = {
  id: 'symbol-font',
  words: {
    reason: [
      '原在 Symbol、Wingdings 字体中，PDF 只给出私用码位。',
      '原在 Symbol、Wingdings 字型中，PDF 只給出私用碼位。',
      'It was set in the font Symbol or Wingdings, for which the PDF has only a private code point.',
    ],
  },
  signs: new RegExp(`[${Object.keys(symbolFont).join('')}\uf8e7\uf0be]`),
  change: (text) => changesOf(text, symbols, ([symbol]) => symbolFont[symbol[0]!], ruleNumbers.symbolFont),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a dash
其實我當時反對這項計劃
---
其實——我當時反對——這項計劃

## a dash of two pieces
其實我當時反對這項計劃
---
其實——我當時反對這項計劃

## bullets and squares
修渠三條，建橋兩座
---
•修渠三條，■建橋兩座

## a character that nobody knows
赵县长
---
赵县长
`;
