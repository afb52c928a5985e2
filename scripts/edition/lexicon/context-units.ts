import { isHan } from '../../text/characters.js';

/** Reduces the characters around an ambiguous one to what evidence was counted for. */

/** Before and behind a text a mark is assumed, and so is for every character of no other kind. */
const mark = '，'.charCodeAt(0);

const kinds = kindsOfUnits();

/** Pattern by pattern, 65,536 units would take a tenth of a second of every start. */
function kindsOfUnits(): Uint16Array {
  const found = new Uint16Array(65_536).fill(mark);
  const put = (kind: string, characters: string) => {
    for (const char of characters) found[char.charCodeAt(0)] = kind.charCodeAt(0);
  };
  for (let unit = 0; unit < found.length; unit++) if (isHan(unit)) found[unit] = unit;
  put('“', '“”‘’「」『』《》〈〉（）()[]【】〔〕"');
  put('0', '0123456789０１２３４５６７８９');
  // The letters of ASCII, and the full-width ones.
  for (const first of ['A', 'a', 'Ａ', 'ａ']) {
    const code = first.charCodeAt(0);
    found.fill('A'.charCodeAt(0), code, code + 26);
  }
  // White space, as patterns know it.
  put(' ', '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff');
  found.fill(0x20, 0x2000, 0x200b);
  return found;
}

/** The unit at an offset: Han as it stands, others as a digit, a letter, a quote or bracket, a space, a mark. */
export function contextUnit(text: string, at: number): number {
  if (at < 0 || at >= text.length) return mark;
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return kinds[unit]!;
  const isSecond = unit >= 0xdc00;
  const code = text.codePointAt(isSecond ? at - 1 : at) ?? 0;
  return code > 0xffff && isHan(code) ? unit : mark;
}

/** A text whose characters other than Han are reduced to their kinds. */
export function contextText(text: string): string {
  return Array.from(text.split(''), (_, at) => String.fromCharCode(contextUnit(text, at))).join('');
}
