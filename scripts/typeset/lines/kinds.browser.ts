import { isCjkPunctuation, isHan } from '../../text/characters.js';

/** Kinds of UTF-16 units, looked up by the million. A rare character is its high surrogate. */
export const [han, mark, letter, sign, point, blank, low, other] = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const kinds = new Uint8Array(0x10000);

/** The kind of a unit. */
export function kindOf(code: number): number {
  kinds[code] ||= findKind(code);
  return kinds[code]!;
}

function findKind(code: number): number {
  const char = String.fromCharCode(code);
  if (isHan(code) || (code >= 0xd800 && code < 0xdc00)) return han;
  if (isCjkPunctuation(code) || char === '\u3000') return mark;
  if (code >= 0xdc00 && code < 0xe000) return low;
  if (char === ' ') return blank;
  if (/[0-9A-Za-z\u00c0-\u052f]/.test(char)) return letter;
  if (spacedPoints.has(char)) return point;
  return code > 0x20 && code < 0x7f ? sign : other;
}

/** Signs that `text-autospace` spaces like letters; not those of brackets, quotes and sums. */
const spacedPoints = new Set('!#%&,.:;?@\\');

/**
 * True if Chromium puts space before and after a character when it justifies a line: ideographs, kana, full-width
 * marks, and signs that it treats alike; not ；, curly quotes, — … · and Latin. Measured in print with version 147:
 * there is a gap between two characters if this is true of either.
 */
export function spreads(code: number): boolean {
  if (isHan(code)) return true;
  return code < 0x2e80 ? signs.test(String.fromCharCode(code)) : !unspaced.has(code);
}

const unspaced = new Set([0xff0d, 0xff1b, 0xff1c, 0xff1e]); // － ； ＜ ＞
const signs = /[†‡‰※‼⁂⁇-⁉⁑℀℃℅℉ℊℓ№℡Å℻⅐-⅒⅖-⅚Ⅰ-Ⅻⅰ-ⅻⅿ↉①-⓿■-▢▪▫▱▲△▶-▽◀◁◆◇◉○◌◎-◓◢-◦◯◽◾☀-☃★☆☎♀♂]/u;
