/** The edge of an upright page that is at the spine. */
export type Edge = 'left' | 'right';

/** Cell: the space of one page on a side of a sheet. Millimetres from the lower left corner of that side as seen. */
export interface Cell {
  /** Index of the page in the book, from 0; undefined where the scheme leaves the cell empty. */
  page: number | undefined;
  /** Lower left corner of the page's trim size. */
  xMm: number;
  yMm: number;
  /** True if the page is upside down. */
  turned: boolean;
  spine: Edge;
  /** 爬移: shift of the page towards its spine. */
  creepMm: number;
  /** True if the spine is a fold shared with the neighbour, so that nothing may print beyond it. */
  isFolded: boolean;
}

/** A printed sheet. `back` is seen like the printer sees it: with the side's own left at the left. */
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

/** Result of a scheme: sheets in the order of printing. */
export interface Plan {
  sheets: Sheet[];
  lines: Line[];
  widthMm: number;
  heightMm: number;
}

/** Input of a scheme. */
export interface Task {
  /** Number of pages; a multiple of the scheme's `multiple`. */
  pages: number;
  trim: { widthMm: number; heightMm: number };
  /** `left`: the spine of a recto is at its left, as in Western and horizontal Chinese books. */
  binding: Edge;
  sheet: { widthMm: number; heightMm: number };
  /** Two rows of pages on a side: all heads up, or the heads of both rows facing each other in the middle. */
  heads: 'up' | 'together';
  /** Maximum number of nested sheets; only signatures use it. */
  sheetsInSignature: number;
  /** Thickness of one sheet. */
  paperMm: number;
  /** White between two pages at the spine, for milling; and between pages that are cut apart. */
  spineGapMm: number;
  cutGapMm: number;
}
