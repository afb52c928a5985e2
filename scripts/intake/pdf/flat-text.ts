import type { OpenPage } from './glyphs.js';
import { objectKinds, objectsOf } from './rules.js';

/** PDFium leaves out a text object that is narrower, in points: `kSizeEpsilon` of its `cpdf_textpage.cpp`. */
const narrowest = 0.01;
/** Filled and stroked text, by `fpdf_edit.h`: an object's box is then as large as its stroke at least. */
const stroked = 2;

/**
 * Gives text objects without a width or a height a box, so that PDFium reads them: it computes the box from the shapes
 * of the font, and of a font that is not in the file it knows none. Text of one character has then no width and is left
 * out, and lines with the same words are taken for one line that is printed twice.
 *
 * @returns the number of objects that still have no box and cannot be read
 */
export function strokeFlatText(open: Pick<OpenPage, 'pdfium' | 'page' | 'scratch'>): number {
  let left = 0;
  const { pdfium } = open;
  for (const { object, kind } of objectsOf(open)) {
    if (kind !== objectKinds.text || !isFlat(open, object)) continue;
    pdfium._FPDFTextObj_SetTextRenderMode(object, stroked);
    // The box is computed anew when an object is moved.
    pdfium._FPDFPageObj_Transform(object, 1, 0, 0, 1, 0, 0);
    if (isFlat(open, object)) left++;
  }
  return left;
}

function isFlat({ pdfium, scratch }: Pick<OpenPage, 'pdfium' | 'scratch'>, object: number): boolean {
  const at = scratch.at;
  if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return false;
  const [left = 0, bottom = 0, right = 0, top = 0] = scratch.floats(4);
  return right - left < narrowest || top - bottom < narrowest;
}
