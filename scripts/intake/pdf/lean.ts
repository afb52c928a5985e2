import type { OpenPage } from './glyphs.js';
import { objectKinds, objectsOf } from './rules.js';

/** PDFium leaves out a text object that is narrower, in points: `kSizeEpsilon` of its `cpdf_textpage.cpp`. */
const narrowest = 0.01;
/** Width in points that a flat object gets: no place of a character is wrong by more. */
const lean = 0.05;

/**
 * Makes text objects without a width lean a little, so that PDFium reads them. It computes the box of a vertical line
 * from the font; when the font is not embedded the box has no width, and the whole line would be lost.
 *
 * @returns the number of objects of one character, which have no height either and cannot be read
 */
export function leanFlatText(open: Pick<OpenPage, 'pdfium' | 'page' | 'scratch'>): number {
  let points = 0;
  const { pdfium, scratch } = open;
  const at = scratch.at;
  for (const { object, kind } of objectsOf(open)) {
    if (kind !== objectKinds.text) continue;
    if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = scratch.floats(4);
    if (right - left >= narrowest) continue;
    if (top - bottom < narrowest) {
      points++;
      continue;
    }
    const slope = lean / (top - bottom);
    pdfium._FPDFPageObj_Transform(object, 1, 0, slope, 1, -slope * bottom, 0);
  }
  return points;
}
