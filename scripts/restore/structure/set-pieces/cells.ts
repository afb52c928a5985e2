import { han } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { pattern } from '../../../text/pattern.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';

const { longestRow } = pieceNumbers;

/** Separators of cells: a tab, two spaces, an ideographic one; a single space where a row has no wider ones. */
export const wideGap = /\t+|[ \u3000]{2,}|\u3000/u;
/** Where cells stand far apart, one ideographic space spreads a name: 黄　瓜. */
export const farGap = /\t+|[ \u3000]{2,}/u;
export const anyGap = /[ \u3000\t]+/u;
/** 1 042, 12 880: three figures after a space belong to the same number. */
const thousands = /(?<![\d.])(\d{1,3}(?: \d{3})+)(?![\d])/gu;
/** 三時, 五時半, 九時一刻, 二元五角: a figure in Chinese numerals, with its unit. */
const counted = `(?:[一二三四五六七八九十百千万廿兩两半]{1,5}(?:[时時点點刻元角分厘斤石担擔两兩尺寸丈里号號次折半]{1,2})){1,3}[一二三四五六七八九半]?`;
const day =
  '(?:[\\d一二三四五六七八九〇○]{4}年)?[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十廿]{1,3}日?';
/** A value, with a remark behind it, or one of the marks for a missing value. */
const value = pattern(
  'u',
)`^(?:[-+−±↑↓▲▼$＄￥¥£€]{0,2}[\d０-９][\d０-９.,，/:：∶～~%％‰°℃ +−↑↓-]*(?:[%％‰°℃]|[${han}]{0,3})(?:[（(][^（）()]{1,12}[）)])?|[—–－-]{1,2}|…{1,2}|\.{2,3}|/|[√×✓✗]|${counted}|${day})$`;
/** A day, an hour, a sum, a decimal, a number of three figures: 3大平台 in a headline is none. */
const sureValue = pattern(
  'u',
)`^(?:[$＄￥¥£€]?\d[\d,，]{2,}(?:\.\d+)?|\d+\.\d+|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|${counted}|${day})[${han}]{0,2}$`;

/** Marks of clauses; 12,350 and 10：30 have none. */
const clause = /[。；！？]|，(?!\d)|(?<!\d)，|：(?!\d)|(?<!\d)：/u;

/** True for a figure, a sum, a time, or a mark for a missing value. */
export const isValue = (cell: string): boolean => value.test(cell);

/** Cells of a row; thousands stay together where single spaces separate cells. */
export function cellsOf({ text }: Pick<Line, 'text'>, gap: RegExp): string[] {
  if (!anyGap.test(text)) return [text];
  if (text.length > longestRow || clause.test(foldLine(text))) return [];
  const whole = gap === anyGap ? text.replace(thousands, (number) => number.replaceAll(' ', '\u00a0')) : text;
  return whole.split(gap).map((cell) => cell.replaceAll('\u00a0', ' '));
}

/** True for a day, an hour, a sum, or a number that no headline's phrase is. */
export const isSureValue = (cell: string): boolean => sureValue.test(cell);

/** 赵　鹏: a name of two characters that was spread to the width of three is one cell. */
export const wordsOf = ({ text }: Pick<Line, 'text'>): string[] =>
  anyGap.test(text) ? cellsOf({ text: text.replace(spreadName, '$1$2') }, wideGap) : [text];
const spreadName = pattern('gu')`(?<=^|[ \u3000\t])([${han}])[ \u3000]{1,2}([${han}])(?=$|[ \u3000\t])`;
