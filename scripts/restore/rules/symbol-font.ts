import { symbolFont } from '../../text/symbol-font.js';
import { type CharacterRule, changesOf } from './rule.js';

const symbols = new RegExp(`(?:\uf8e7|\uf0be)+|[${Object.keys(symbolFont).join('')}]`, 'gu');

/** 符号字体: what stood in the fonts Symbol or Wingdings, and came out of a PDF as a private character. */
export const symbolFontRule: CharacterRule = {
  id: 'symbol-font',
  words: {
    reason: [
      '原在 Symbol、Wingdings 字体中，PDF 只给出私用码位。',
      '原在 Symbol、Wingdings 字型中，PDF 只給出私用碼位。',
      'It stood in the font Symbol or Wingdings, of which the PDF gives a private code point only.',
    ],
  },
  change: (text) => changesOf(text, symbols, ([symbol]) => symbolFont[symbol[0]!], 0.9),
};
