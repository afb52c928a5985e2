/** Which edge of a page lies at the spine, seen upright. */
export type Edge = 'left' | 'right';

/** Cell: the room of one page on a side of a sheet. Millimetres from the lower left corner of that side as it is seen. */
export interface Cell {
  /** Index of the page in the book, from 0; undefined where the scheme leaves the room empty. */
  page: number | undefined;
  /** Lower left corner of the page's trim size. */
  xMm: number;
  yMm: number;
  /** Whether the page stands on its head. */
  turned: boolean;
  spine: Edge;
  /** 爬移: how far the page is moved towards its spine. */
  creepMm: number;
  /** Whether the spine is a fold that the neighbour shares, so that nothing may print beyond it. */
  isFolded: boolean;
}

/** A printed sheet. `back` is seen as the printer takes it: with the side's own left at the left. */
export interface Sheet {
  front: Cell[];
  /** Absent where sheets are printed on one side. */
  back?: Cell[];
  /** 帖: number of the signature, from 1. */
  signature: number;
  /** Place in the signature, from 0 outermost. */
  layer: number;
}

/** A line on the sheet along which it is folded or cut, in millimetres from the left or the lower edge. */
export interface Line {
  kind: 'fold' | 'cut';
  along: 'x' | 'y';
  atMm: number;
}

/** What a scheme makes of a book: sheets in the order of printing. */
export interface Plan {
  sheets: Sheet[];
  lines: Line[];
  widthMm: number;
  heightMm: number;
}

/** What a scheme is asked for. */
export interface Task {
  /** Number of pages; the scheme says with `multiple` which numbers it can take. */
  pages: number;
  trim: { widthMm: number; heightMm: number };
  /** Left: the spine of a recto is at its left, as in Western and horizontal Chinese books. */
  binding: Edge;
  sheet: { widthMm: number; heightMm: number };
  /** Two rows of pages on a side: all heads up, or those of both rows at each other in the middle. */
  heads: 'up' | 'together';
  /** Sheets that are folded into each other at the most; only signatures ask. */
  sheetsInSignature: number;
  /** Thickness of one sheet. */
  paperMm: number;
  /** White between two pages at the spine, for milling; and between pages that are cut apart. */
  spineGapMm: number;
  cutGapMm: number;
}
