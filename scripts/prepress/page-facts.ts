import type { PlacedPage } from '../typeset/assemble/place-pages.js';
import type { Book } from '../typeset/book/galley.js';
import type { Box } from './read/matrix.js';
import type { PdfPage, PdfReading } from './read/read-pdf.js';

/** 版心: a rectangle on a page, in points from its upper left corner. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Facts about a page that layout knows and the PDF does not contain. */
export interface PageFacts {
  /** Area of the page's text; heads and folios may be outside. Absent: anywhere on the page. */
  typeArea?: Area;
  /** The folio as printed, '' where none is printed. Absent: whatever is printed must be the page's label. */
  folio?: string;
  /** The running head as printed; '' if there is none. If absent, any running head of the book is accepted. */
  head?: string;
  /** DOM ids that begin on the page, and whether a story opens at its top. Absent: not known. */
  ids?: readonly string[];
  opens?: boolean;
}

/** A page of a layout, as far as it gives facts. */
export type FactPage = Pick<PlacedPage, 'folio' | 'running' | 'isBound' | 'ids' | 'opens'>;

/** An area as a box of the page's own coordinates. */
export function areaBox({ left, top, width, height }: Area, page: PdfPage): Box {
  const [x, , , y] = page.trim;
  return [x + left, y - top - height, x + left + width, y - top];
}

/**
 * The facts of a book's pages, in order: the type area by its margins on right and left pages where text keeps to it,
 * folio and head as printed, '' where there is none, and what begins there.
 */
export function pageFacts(book: Book, pages: readonly FactPage[]): PageFacts[] {
  return pages.map(({ folio, running, isBound, ids, opens }, index) => ({
    folio,
    head: running,
    ids,
    opens,
    ...(isBound && { typeArea: typeAreaOf(book, index) }),
  }));
}

function typeAreaOf({ typeArea, progression }: Book, index: number): Area {
  const { innerPt, outerPt, topPt, ems, emPt, lines, linePt } = typeArea;
  const isRecto = index % 2 === 0;
  // The spine is at the left of a recto that is bound left.
  const left = isRecto === (progression === 'ltr') ? innerPt : outerPt;
  return { left, top: topPt, width: ems * emPt, height: lines * linePt };
}

/**
 * Facts about a page of ours that follow from its file alone: text with arabic numbers, and contents, which are links,
 * are in the type area above a folio. Covers, title pages and blank pages may have none; for those nothing is assumed.
 */
export function factsInFile(
  book: Book,
  { labels, pages }: Pick<PdfReading, 'labels' | 'pages'>,
  { index, hasText }: { index: number; hasText: boolean },
): PageFacts | undefined {
  const label = labels?.[index];
  const isNumbered = label !== undefined && (/^\d+$/.test(label) || pages[index]!.links.length > 0);
  if (!isNumbered) return undefined;
  return { typeArea: typeAreaOf(book, index), ...(hasText && { folio: label }) };
}
