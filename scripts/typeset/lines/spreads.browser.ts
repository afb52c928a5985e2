/**
 * Whether Chromium puts space before and behind a character when it spreads a line: ideographs, kana and full-width
 * marks, and signs that it counts among them; not ；, curly quotes, — … · and Latin. Measured on paper with its version
 * 147: between two characters there is a gap where one of them is such.
 */
export function spreads(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  return code < 0x2e80 ? signs.test(String.fromCharCode(code)) : !narrow.has(code);
}

const narrow = new Set([0xff0d, 0xff1b, 0xff1c, 0xff1e]); // － ； ＜ ＞
const signs = /[†‡‰※‼⁂⁇-⁉⁑℀℃℅℉ℊℓ№℡Å℻⅐-⅒⅖-⅚Ⅰ-Ⅻⅰ-ⅻⅿ↉①-⓿■-▢▪▫▱▲△▶-▽◀◁◆◇◉○◌◎-◓◢-◦◯◽◾☀-☃★☆☎♀♂]/u;
