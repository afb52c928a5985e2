import { addressBreaks, addressesIn } from './addresses.js';
import { han, isHan, isOtherWide } from './characters.js';
import { part, pattern } from './pattern.js';
import { bylineName } from './press/names.js';
import { isInseparablePair, lineEndProhibited, lineStartProhibited } from './prohibition.js';

/**
 * Kinds of line breaks between two characters. `year` is 2025年|2月, `discouraged` 2月|26日, `torn` 53037|元 and a word
 * of a web address: only where the line would otherwise have holes.
 */
export const breakKind = { never: 0, allowed: 1, year: 2, discouraged: 3, torn: 4 } as const;

/**
 * 断行: the places where a line of Chinese text may end. Entry `i` is for the place before character `i`; the first is
 * `never`.
 * Stricter than UAX #14: numbers stay with their units, dates and the names of a byline stay whole (GB/T 15834, and
 * what proof-readers mark). Never laxer: a browser would not follow.
 */
export function lineBreaks(text: string): Uint8Array {
  const kinds = new Uint8Array(text.length);
  let wasHan = false;
  for (let at = 0; at < text.length; at++) {
    const isHanNow = isCommonHan(text.charCodeAt(at));
    if (at > 0)
      kinds[at] =
        isHanNow && wasHan ? breakKind.allowed : breakBetween(text[at - 1]!, text[at]!, text[at + 1]);
    wasHan = isHanNow;
  }
  for (const { index, 0: opened } of text.matchAll(openedBlank))
    kinds[index + opened.length] = breakKind.never;
  for (const { sign, pattern, kind } of wholes)
    if (sign.test(text))
      for (const match of text.matchAll(pattern))
        for (let at = match.index + 1; at < match.index + match[0].length; at++)
          if (kinds[at] === breakKind.allowed) kinds[at] = kind;
  for (const { found, index } of addressesIn(text))
    for (const { at, isInner } of addressBreaks(found))
      kinds[index + at] = isInner ? breakKind.torn : breakKind.allowed;
  return kinds;
}

/** A character that joins the sign before it, or the next one to it. */
const joined = part`(?:\u200d|[\p{M}\p{Emoji_Modifier}])`;

/** Phrases that must or should stay whole; texts without their sign are not searched. */
const wholes: readonly { sign: RegExp; pattern: RegExp; kind: number }[] = [
  // 👨‍👩‍👧, 👍🏽, 🇨🇳, é of two code points: what is seen as one sign.
  {
    sign: /\u200d|[\p{M}\p{Emoji_Modifier}\p{RI}]/u,
    pattern: pattern('gsu')`\p{RI}{2}|.${joined}+(?:(?<=\u200d).${joined}*)*`,
    kind: breakKind.never,
  },
  // 620亿元, 3万多人, 第12届, 5月1日
  { sign: /\d/, pattern: pattern('gu')`\d[\d.,]*[十百千万亿萬億余餘多]+[${han}]`, kind: breakKind.never },
  { sign: /\d/, pattern: pattern('gu')`第\d+[${han}]?`, kind: breakKind.never },
  // １．５５％, １２００亩: being wide, they would leave holes if they never broke.
  {
    sign: /[０-９]/,
    pattern: pattern('gu')`[０-９]+(?:[．，][０-９]+)*(?:[％‰]|[十百千万亿萬億余餘多]*[${han}])?`,
    kind: breakKind.discouraged,
  },
  { sign: /\d/, pattern: /\d+月\d+[日号號]/gu, kind: breakKind.discouraged },
  { sign: /\d/, pattern: /\d+年\d+月/gu, kind: breakKind.year },
  // 记者　李峰, 记者文星乃　刘璐: a name is whole.
  {
    sign: /[者员員]/,
    pattern: bylineName,
    kind: breakKind.never,
  },
];

/** Opening marks that may not end a line, followed by a space: still no break. */
const openedBlank = /[（【《〈「『〔〖［｛‘“([{￥$] +/gu;

function breakBetween(before: string, after: string, next: string | undefined): number {
  const { never, allowed, discouraged, torn } = breakKind;
  if (after === ' ' || after === '\u3000' || isLowSurrogate(after)) return never;
  if (before === ' ') return lineStartProhibited.has(after) ? never : allowed;
  if (lineStartProhibited.has(after) || lineEndProhibited.has(before)) return never;
  if (isInseparablePair(before, after) || neverFirst.has(after) || neverLast.has(before)) return never;
  // Browsers do not break beside a quote with Latin on its other side (“2+4”): see `isQuoteBreak`.
  if (isClosingQuote(before)) return allowed;
  if (isOpeningQuote(after)) return '—…'.includes(before) ? never : allowed;
  // 53037|元, 2025|年: a number and what it counts.
  if (isDigit(before) && isWide(after))
    return isHan(after) ? torn : lineEndProhibited.has(after) ? allowed : never;
  if (before === '—' || before === '～') return isDigit(after) ? never : allowed;
  if (after === '—') return isDigit(before) || next !== '—' ? never : discouraged;
  return isWide(before) || isWide(after) ? allowed : never;
}

/** More marks than `lineStartProhibited` that never begin a line; the last ones because of browsers. */
const neverFirst = new Set('…‥々〻ーァィゥェォッャュョぁぃぅぇぉっゃゅょ/.．-|\\\'℃゛゜"');
/** Signs before a number, and characters that a browser does not separate from the next. */
const neverLast = new Set('+±№＄￡￥¥£€#"');

/**
 * True if a break before character `at` is one that a browser may not allow: UAX #14 (LB19) treats “ and ” as either
 * opening or closing, and breaks beside them only between Chinese characters.
 */
export function isQuoteBreak(text: string, at: number): boolean {
  const [inner, before, after, next] = [text[at - 2], text[at - 1], text[at], text[at + 1]].map(
    (char) => char ?? ' ',
  );
  if (isClosingQuote(before!)) return !isWide(inner!) || !isWide(after!) || isOpeningQuote(after!);
  return isOpeningQuote(after!) && (!isWide(before!) || !isWide(next!));
}

/** True if a break before character `at` is inside of a web address, where browsers have their own rules. */
export const isAddressBreak = (text: string, at: number) =>
  isVisibleAscii(text[at - 1]) && isVisibleAscii(text[at]);

const isVisibleAscii = (char = ' ') => char > ' ' && char < '\x7f';

/** True for nine of ten characters. */
const isCommonHan = (code: number) => code >= 0x4e00 && code <= 0x9fa5;

const isDigit = (char: string) => char >= '0' && char <= '9';
const isClosingQuote = (char: string) => char === '”' || char === '’';
const isOpeningQuote = (char: string) => char === '“' || char === '‘';

const isLowSurrogate = (char: string) => char >= '\udc00' && char <= '\udfff';

/** True for letters and marks one em wide. Surrogates count as rare characters, which are Han. */
function isWide(char: string): boolean {
  return isHan(char) || isOtherWide(char) || wideMark.test(char);
}

const wideMark = /[\u2014\u2018-\u201d\u2026\u2460-\u24ff\u3000-\u303f\ud800-\udfff\uff00-\uff60]/;
