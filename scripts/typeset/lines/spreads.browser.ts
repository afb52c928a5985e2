import { isHan } from '../../text/characters.js';

/**
 * True if Chromium puts space before and after a character when it justifies a line: ideographs, kana, full-width
 * marks, and signs that it treats alike; not ；, curly quotes, — … · and Latin. Measured in print with version 147:
 * there is a gap between two characters if this is true of either.
 */
export function spreads(code: number): boolean {
  if (isHan(code)) return true;
  return code < 0x2e80 ? signs.test(String.fromCharCode(code)) : !narrow.has(code);
}

const narrow = new Set([0xff0d, 0xff1b, 0xff1c, 0xff1e]); // － ； ＜ ＞
const signs = /[†‡‰※‼⁂⁇-⁉⁑℀℃℅℉ℊℓ№℡Å℻⅐-⅒⅖-⅚Ⅰ-Ⅻⅰ-ⅻⅿ↉①-⓿■-▢▪▫▱▲△▶-▽◀◁◆◇◉○◌◎-◓◢-◦◯◽◾☀-☃★☆☎♀♂]/u;
