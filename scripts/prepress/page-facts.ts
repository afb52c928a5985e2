import type { Book } from '../typeset/galley.js';
import type { Box } from './matrix.js';
import type { PdfPage } from './read-pdf.js';

/** 版心: a rectangle on a page, in points from its upper left corner. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What layout knows of a page and the PDF does not say. */
export interface PageFacts {
  /** Where the page's text must stand; heads and folios may stand outside of it. Absent: anywhere on the page. */
  typeArea?: Area;
  /** The folio as printed, '' where none is printed. Absent: whatever is printed must be the page's label. */
  folio?: string;
}

/** An area as a box of the page's own coordinates. */
export function areaBox({ left, top, width, height }: Area, page: PdfPage): Box {
  const [x, , , y] = page.trim;
  return [x + left, y - top - height, x + left + width, y - top];
}

/**
 * The facts of a book's pages, in their order: the type area of its margins on right and left pages where text is bound
 * to it, and the folio as printed, '' where none is.
 */
export function pageFacts(
  { typeArea, progression }: Book,
  pages: readonly { folio: string; isBound: boolean }[],
): PageFacts[] {
  const { innerPt, outerPt, topPt, ems, emPt, lines, linePt } = typeArea;
  return pages.map(({ folio, isBound }, index) => {
    if (!isBound) return { folio };
    const isRecto = index % 2 === 0;
    // The spine is at the left of a recto that is bound left.
    const left = isRecto === (progression === 'ltr') ? innerPt : outerPt;
    return { folio, typeArea: { left, top: topPt, width: ems * emPt, height: lines * linePt } };
  });
}
