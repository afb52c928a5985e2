import type { PlacedPage } from '../../typeset/assemble/place-pages.js';
import type { Book } from '../../typeset/compose/galley.js';
import type { CoverPages } from './cover-sheet.js';
import { pointsPerMm } from './marks.js';
import type { Edge } from './schemes/sheet.js';

/** What imposing must know of a reading PDF besides its bytes. JSON-serialisable: it is kept beside a cached PDF. */
export interface BoundPages {
  title: string;
  trim: { widthMm: number; heightMm: number };
  binding: Edge;
  /** White at the spine of a page, in mm. */
  innerMm: number;
  /** Pages between the covers, from 0; with a cover that is printed with them, all pages. */
  inside: number[];
  /** White pages among those. */
  whites: number;
  /** The cover that is a sheet of its own. */
  cover?: CoverPages;
}

export function boundPages(book: Book, pages: readonly PlacedPage[]): BoundPages {
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
