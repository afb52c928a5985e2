import { type CharacterRule, changesOf } from './rule.js';

const numerals = '[一二三四五六七八九〇]';
/** A circle or a zero among Chinese numerals: 二○二五年. */
const zero = new RegExp(`(?<=${numerals}[○◯0０]?)[○◯0０](?=[○◯0０]?(?:${numerals}|年))`, 'gu');

/** 〇: the zero of Chinese numerals, for which ○ and 0 are often set. */
export const numeralZero: CharacterRule = {
  id: 'numeral-zero',
  change: (text) => changesOf(text, zero, () => '〇'),
};
