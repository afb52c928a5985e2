import type { PlacedPage } from '../../typeset/assemble/place-pages.js';
import type { Book } from '../../typeset/book/galley.js';
import type { CoverPages } from './cover-sheet.js';
import { pointsPerMm } from './marks.js';
import type { Edge } from './schemes/sheet.js';

/** Facts about a reading PDF that imposing needs besides its bytes. JSON-serialisable: cached beside the PDF. */
export interface BoundPages {
  title: string;
  trim: { widthMm: number; heightMm: number };
  binding: Edge;
  /** White at the spine of a page, in mm. */
  innerMm: number;
  /** Pages between the covers, from 0; all pages where the cover is printed with them. */
  inside: number[];
  /** Number of blank pages among those. */
  whites: number;
  /** The cover, if it is a separate sheet. */
  cover?: CoverPages;
}

export function boundPages(book: Book, pages: readonly Omit<PlacedPage, 'html'>[]): BoundPages {
  const hasOwnCover = book.binding?.hasOwnCover ?? false;
  const all = pages.map((page, index) => ({ ...page, index }));
  const inside = hasOwnCover ? all.filter(({ isCover }) => !isCover) : all;
  const find = (id: string) => all.find(({ isCover, ids }) => isCover && ids.includes(id))?.index;
  const [front, spine, back] = ['cover', 'spine', 'back-cover'].map(find);
  return {
    title: book.title,
    trim: book.trim,
    binding: book.progression === 'ltr' ? 'left' : 'right',
    innerMm: book.typeArea.innerPt / pointsPerMm,
    inside: inside.map(({ index }) => index),
    whites: inside.filter(({ isBlank }) => isBlank).length,
    ...(hasOwnCover &&
      front !== undefined && {
        cover: { front, ...(spine !== undefined && { spine }), ...(back !== undefined && { back }) },
      }),
  };
}
