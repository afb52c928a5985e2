import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { han } from '../../text/characters.js';

/** Lengths: the characters before a sign that decide its meaning; the longest formula, so that a lone $ ends. */
const lookBehind = 12;
const longestFormula = 400;

const [asterisk, dollar, backslash, closingBracket] = [42, 36, 92, 93] as const;

/** 2*3*4, 3米*4米, (a+b)*2: a figure, with a unit of length at most, or a closing bracket. */
const figureBefore = /(?:[\d０-９]\s?(?:[cdkm]?m|[厘分毫千公]?[米尺寸里分]|英寸|丈|[%％°′″²³])?|[)\]}）])$/u;
/** 长3米*宽4米: the name of a dimension may come before the next figure. */
const figureAfter = /^(?:[\d０-９.([{（√π]|[长長宽寬高深厚][\d０-９])/u;
/** a*b*c: single letters, as in formulas. */
const letterBefore = /(?<![\p{L}\p{N}])[A-Za-z]\d?$/u;
const letterAfter = /^[A-Za-z](?![A-Za-z])/;

/** 量: the names that formulas in words are made of; two of them beside a sign are multiplied: 长*宽*高, 单价*数量. */
const oneWord = '[长長宽寬高深厚底]';
const twoWords =
  '边长|邊長|面积|面積|体积|體積|底面积|底面積|半径|半徑|直径|直徑|周长|周長|单价|單價|数量|數量|总数|總數|人数|人數|天数|天數|户数|戶數|系数|係數|比例|税率|稅率|利率|速度|时间|時間|密度|产量|產量|亩数|畝數';
/** 增长* is no length: no other word stands before a name, except those that lead to a formula. */
const nameBefore = new RegExp(`(?:^|[^${han}]|[为為是即按于於])(?:${oneWord}|${twoWords})$`, 'u');
/** 长城 is not one either. */
const nameAfter = new RegExp(
  `^(?:${oneWord}(?!(?!的)[${han}])|${twoWords.replaceAll(/底面[积積]/g, '底面')})`,
  'u',
);

/** True if asterisks between these texts are a sign of multiplication. Two of them are a power: 2**3. */
export function isBetweenFigures(before: string, count: number, after: string): boolean {
  if (letterBefore.test(before) && letterAfter.test(after)) return true;
  if (count > 1) return /[\d)]$/.test(before) && /^[\d(]/.test(after);
  if (nameBefore.test(before)) return nameAfter.test(after) || figureAfter.test(after);
  return (
    figureBefore.test(before) &&
    (figureAfter.test(after) || (/[\d)]$/.test(before) && letterAfter.test(after)))
  );
}

/** The text before the tokenizer in its line. */
function behind(context: TokenizeContext): string {
  const end = context.now();
  const start = { ...end, _bufferIndex: Math.max(0, end._bufferIndex - lookBehind) };
  return context.sliceSerialize({ start, end });
}

/** 乘号: asterisks between figures are text. */
const tokenizeSign: Tokenizer = function (effects, ok, nok) {
  const before = behind(this);
  let count = 0;
  let after = '';
  const marks: State = (code) => {
    if (code !== asterisk) return look(code);
    effects.consume(code);
    count++;
    return marks;
  };
  const look: State = (code) => {
    // Two characters decide; they are then read again normally.
    if (code !== null && code >= 0 && after.length < 2) {
      after += String.fromCharCode(code);
      effects.consume(code);
      return look;
    }
    effects.exit('data');
    return isBetweenFigures(before, count, after) ? ok(code) : nok(code);
  };
  return (code) => {
    effects.enter('data');
    return marks(code);
  };
};

/** Consumes the marks as text, after `tokenizeSign` has decided. */
const sign: Construct = {
  name: 'figureSign',
  tokenize(effects, ok, nok) {
    const marks: State = (code) => {
      if (code !== asterisk) {
        effects.exit('data');
        return ok(code);
      }
      effects.consume(code);
      return marks;
    };
    return effects.check(
      { tokenize: tokenizeSign, partial: true },
      (code) => {
        effects.enter('data');
        return marks(code);
      },
      nok,
    );
  },
};

/** Signs of TeX: without one, the text between two $ is about money. */
const texSign = /[\\_^{]/;

/**
 * 公式: $\mathbf{S}_{b}$ and \(x_1\) are literal text, on one line. A formula has a sign of TeX, and no blank next to
 * its $ on the inside.
 */
const formula: Construct = {
  name: 'formula',
  tokenize(effects, ok, nok) {
    // A writer escapes as ]\( what would otherwise be a link.
    const isEscape = this.previous === closingBracket;
    let text = '';
    const inside: State = (code) => {
      if (isEnded(text)) {
        effects.exit('data');
        return texSign.test(text.replace(/^\\\(|\\\)$/g, '')) ? ok(code) : nok(code);
      }
      if (code === null || code < 0 || text.length > longestFormula) return nok(code);
      text += String.fromCharCode(code);
      effects.consume(code);
      return isOpening(text) ? inside : (next: Code) => nok(next);
    };
    return (code) => {
      if (isEscape && code === backslash) return nok(code);
      effects.enter('data');
      return inside(code);
    };
  },
};

const isOpening = (text: string): boolean => /^(?:\$\$?|\\)$|^\\\(|^\$\$?[^\s$]/.test(text);
const isEnded = (text: string): boolean =>
  /^\$[^\s$](?:[^$]*[^\s$])?\$$|^\$\$[^$]+\$\$$|^\\\([\s\S]+\\\)$/.test(text);

/** Signs between figures and in formulas are not markup. */
export const figureSigns: Extension = {
  text: { [asterisk]: sign, [dollar]: formula, [backslash]: formula },
};

/** Characters that a writer must escape so that text does not become a formula, whose escapes would be literal. */
export const formulaUnsafe = {
  character: '$',
  inConstruct: 'phrasing',
} as const;
