import type { OpenPage } from './glyphs.js';
import { objectKinds, objectsOf } from './rules.js';

/** PDFium leaves out a narrower text object, in points: `kSizeEpsilon` of its `cpdf_textpage.cpp`. */
const narrowest = 0.01;
/** Fill and stroke, in `fpdf_edit.h`: the box of such an object is at least as large as its stroke. */
const stroked = 2;

/**
 * Gives a box to text objects without width or height, so that PDFium reads them. PDFium computes the box from the
 * glyph shapes, which it does not have if the font is not embedded. It would then leave out single characters, and take
 * lines with the same words for one line that is printed twice.
 *
 * @returns the number of objects that still have no box and cannot be read
 */
export function strokeFlatText(open: Pick<OpenPage, 'pdfium' | 'page' | 'scratch'>): number {
  let left = 0;
  const { pdfium } = open;
  for (const { object, kind } of objectsOf(open)) {
    if (kind !== objectKinds.text || !isFlat(open, object)) continue;
    pdfium._FPDFTextObj_SetTextRenderMode(object, stroked);
    // Moving an object makes PDFium compute its box again.
    pdfium._FPDFPageObj_Transform(object, 1, 0, 0, 1, 0, 0);
    // A blank of an embedded font has no shape either.
    if (isFlat(open, object) && pdfium._FPDFFont_GetIsEmbedded(pdfium._FPDFTextObj_GetFont(object)) !== 1)
      left++;
  }
  return left;
}

function isFlat({ pdfium, scratch }: Pick<OpenPage, 'pdfium' | 'scratch'>, object: number): boolean {
  const at = scratch.at;
  if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return false;
  const [left = 0, bottom = 0, right = 0, top = 0] = scratch.floats(4);
  return right - left < narrowest || top - bottom < narrowest;
}
