import { isCjkPunctuation, isHan, isOtherWide } from './characters.js';
import { lineStartProhibited, openers } from './prohibition.js';

/**
 * 标点宽度: the width of a character, in quarter ems, by punctuation style.
 * - `kaiming` 开明式: 。！？ 1 em, other marks ½ em; of two touching marks the first ½ em
 * - `full` 全角式: every mark 1 em; `squeezed` the same with touching pairs at 1½ em
 * - `half`: every mark ½ em
 */
export type WidthStyle = 'kaiming' | 'full' | 'squeezed' | 'half';

/**
 * 1: Han and other full-width letters; 2: ASCII; 3: marks; 4: sentence-ending marks; 5: opening marks; 6: double-length
 * dashes and dots.
 */
export type WidthClass = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const cache = new Uint8Array(0x10000);

/** The width class of a code point. 0 has no width: zero-width and control characters. */
export function widthClass(code: number): WidthClass {
  if (code > 0xffff) return code >= 0xe0000 ? 0 : 1;
  const known = cache[code]!;
  if (known) return (known - 1) as WidthClass;
  const found = classify(code);
  cache[code] = found + 1;
  return found;
}

function classify(code: number): WidthClass {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad || isZeroWidth(code)) return 0;
  if (isHan(code) || isOtherWide(code)) return 1;
  if (code < 0x250 && code !== 0xb7) return 2;
  const char = String.fromCodePoint(code);
  if (code === 0x2014 || code === 0x2015 || code === 0x2026) return 6;
  if (char === '。' || char === '！' || char === '？' || char === '．') return 4;
  if (openers.has(char)) return 5;
  if (isCjkPunctuation(code) && (lineStartProhibited.has(char) || code === 0x2022 || code === 0xff0f)) {
    return char === '％' || char === '～' ? 1 : 3;
  }
  return 1;
}

function isZeroWidth(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xd800 && code <= 0xdfff)
  );
}

/** Width of a character of class `kind` that is followed by one of class `next` (0 at a line's end). */
export function widthOf(kind: WidthClass, next: WidthClass, style: WidthStyle): number {
  return widthTables[style][kind * widthClasses + next]!;
}

function computeWidth(kind: number, next: number, style: WidthStyle): number {
  if (kind === 0) return 0;
  if (kind === 2) return 2;
  if (kind === 1 || kind === 6) return 4;
  if (style === 'half') return 2;
  if (style === 'full') return 4;
  const touches = kind === 5 ? next === 5 : next === 3 || next === 4 || next === 5;
  if (style === 'squeezed') return touches ? 2 : 4;
  return kind === 4 && !touches ? 4 : 2;
}

/** How many classes there are. */
export const widthClasses = 7;
const tableOf = (style: WidthStyle) =>
  Uint8Array.from({ length: widthClasses * widthClasses }, (_, at) =>
    computeWidth(Math.floor(at / widthClasses), at % widthClasses, style),
  );
/**
 * All widths, computed once, at `kind * widthClasses + next`: each character of a text is asked for in each style, and
 * loops over many take the table of theirs first.
 */
export const widthTables: Readonly<Record<WidthStyle, Uint8Array>> = {
  kaiming: tableOf('kaiming'),
  full: tableOf('full'),
  squeezed: tableOf('squeezed'),
  half: tableOf('half'),
};
