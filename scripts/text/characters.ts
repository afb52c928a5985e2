/** Classes of characters in Chinese newspaper text. All take the character as a code point or a string of one. */

/** 々 and 〇, Extension A, the common block, compatibility ideographs, and planes 2 and 3: Extensions B to J on. */
const hanRanges: readonly (readonly [number, number])[] = [
  [0x3005, 0x3005],
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x3ffff],
];

/** The characters of `isHan` for patterns with the flag u: the content of a bracketed class. */
export const han = hanRanges
  .map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
  .join('');

/** 汉字, 〇 and the iteration mark 々 included; radicals (U+2E80–2FDF) are not characters of a text. */
export function isHan(char: string | number): boolean {
  const code = typeof char === 'number' ? char : codeOf(char);
  // Covers nearly all characters of a text.
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (code < 0x3400) return code === 0x3007 || code === 0x3005;
  // Full-width marks are behind all ranges of the first plane: most of what is asked here.
  if (code > 0xfaff && code <= 0xffff) return false;
  return hanRanges.some(([first, last]) => code >= first && code <= last);
}

/** The same of a UTF-16 unit. Halves of surrogate pairs are among them: the rarer characters are written so. */
export const isHanUnit = (unit: number): boolean => isHan(unit) || (unit >= 0xd800 && unit <= 0xdfff);

/** Compatibility ideographs of the first plane: forms that some other character set told apart. */
export const isCompatibilityHan = (unit: number): boolean => unit >= 0xf900 && unit <= 0xfaff;

const anyHan = new RegExp(`[${han}]`, 'u');
const onlyHan = new RegExp(`^[${han}]+$`, 'u');

export const hasHan = (text: string) => anyHan.test(text);
/** The runs of Han in a text; for `matchAll` and `replace` only, which do not use `lastIndex`. */
export const hanRun: RegExp = new RegExp(`[${han}]+`, 'gu');
/** True if a text consists of Han only, and is not empty. */
export const isAllHan = (text: string) => onlyHan.test(text);

/** White space of every kind that an extraction yields: blanks, newlines, U+3000, zero-width and soft marks. */
export function isSpace(char: string | number): boolean {
  const code = typeof char === 'number' ? char : codeOf(char);
  if (code > 0x3000 && code < 0xfeff) return false;
  return (
    (code >= 9 && code <= 13) ||
    code === 0x20 ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Code points that end a line, in every convention that extractions use. */
export function isNewline(char: string | number): boolean {
  const code = codeOf(char);
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Full-width marks of Chinese text (and ‘ ’ “ ” — … · which it shares with Latin text). */
export function isCjkPunctuation(char: string | number): boolean {
  const code = codeOf(char);
  return (
    (code >= 0x3001 && code <= 0x3003) ||
    (code >= 0x3008 && code <= 0x3020) ||
    code === 0x3030 ||
    code === 0x30fb ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xfe50 && code <= 0xfe6b) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65) ||
    code === 0x2014 ||
    code === 0x2015 ||
    code === 0x2026 ||
    code === 0x2025 ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0xb7 ||
    code === 0x2022
  );
}

export function isAsciiDigit(char: string | number): boolean {
  const code = codeOf(char);
  return code >= 0x30 && code <= 0x39;
}

/** Latin letters, with those that carry accents. */
export function isLatin(char: string | number): boolean {
  const code = codeOf(char);
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
  );
}

/** Printing ASCII, which a Chinese typesetter sets half-width. */
export function isAscii(char: string | number): boolean {
  const code = codeOf(char);
  return code > 0x20 && code < 0x7f;
}

/** Kana, bopomofo and Hangul: full-width letters that are not Han. */
export function isOtherWide(char: string | number): boolean {
  const code = codeOf(char);
  return (
    (code >= 0x3040 && code <= 0x312f) ||
    (code >= 0x31a0 && code <= 0x31ff) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0xac00 && code <= 0xd7af)
  );
}

/** 全角字母数字: full-width forms of ASCII letters and digits. */
export function isFullWidthAlphanumeric(char: string | number): boolean {
  const code = codeOf(char);
  return (
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  );
}

function codeOf(char: string | number): number {
  return typeof char === 'number' ? char : (char.codePointAt(0) ?? -1);
}
