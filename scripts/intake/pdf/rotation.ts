import { isHan } from '../../text/characters.js';
import type { Pdfium, Scratch } from './pdfium.js';

/** Characters that stand in each of the four directions. */
type Quarters = [number, number, number, number];

/** Quarters of a turn against the clock, from a matrix of type. */
export function quarterOf(a: number, b: number): number {
  if (Math.abs(b) > Math.abs(a)) return b > 0 ? 1 : 3;
  return a < 0 ? 2 : 0;
}

/**
 * 横竖颠倒: the quarters of a turn, clockwise, after which most Chinese characters of a page stand upright, or most letters
 * of one without any. Files tell it as the page's rotation, unless it was scanned or imposed sideways; lines of vertical
 * text have upright characters.
 */
export function rotationOf(
  { pdfium, text, scratch }: { pdfium: Pdfium; text: number; scratch: Scratch },
  told: number,
): number {
  const han: Quarters = [0, 0, 0, 0];
  const letters: Quarters = [0, 0, 0, 0];
  const count = pdfium._FPDFText_CountChars(text);
  for (let index = 0; index < count; index++) {
    const char = String.fromCodePoint(pdfium._FPDFText_GetUnicode(text, index) & 0xffff);
    const counts = isHan(char) ? han : /\p{L}/u.test(char) ? letters : undefined;
    if (!counts) continue;
    pdfium._FPDFText_GetMatrix(text, index, scratch.at);
    const [a = 1, b = 0] = scratch.floats(2);
    counts[quarterOf(a, b)]!++;
  }
  const counts = Math.max(...han) > 0 ? han : letters;
  const most = Math.max(...counts);
  return most === 0 || counts[told] === most ? told : counts.indexOf(most);
}
