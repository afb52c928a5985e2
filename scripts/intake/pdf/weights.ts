import type { Pdfium, Scratch } from './pdfium.js';

/** Fonts of headlines: 黑体, 标宋, 大标宋, 粗宋 of Founder and others. */
const heavy = /bold|heavy|black|hei(?!ght)|^(?:[A-Z]{6}\+)?FZ(?:XBS|DBS|HT|CS|CH|DH|ZDH|XDX|ZZ)|-[789]00/iu;
const nameBytes = 128;

/** A font's weight by its name, else by PDFium; the same for all characters of one text object. */
export function newWeights({
  pdfium,
  text,
  scratch,
}: {
  pdfium: Pdfium;
  text: number;
  scratch: Scratch;
}): (index: number) => number | undefined {
  const known = new Map<number, number | undefined>();
  return (index) => {
    const object = pdfium._FPDFText_GetTextObject(text, index);
    if (!known.has(object)) {
      const length = pdfium._FPDFText_GetFontInfo(text, index, scratch.at, nameBytes, scratch.at + nameBytes);
      const bytes = pdfium.HEAPU8.subarray(
        scratch.at,
        scratch.at + Math.min(Math.max(length - 1, 0), nameBytes),
      );
      const told = pdfium._FPDFText_GetFontWeight(text, index);
      const name = new TextDecoder().decode(bytes);
      known.set(object, heavy.test(name) ? 700 : told >= 100 && told <= 900 ? told : undefined);
    }
    return known.get(object);
  };
}
