/** Box 框: edges in the unit of its page (points of a PDF, pixels of a scan), from the page's top left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A printed line of the source with its place on paper. */
export interface PlacedLine {
  /** Offsets into the source's text. */
  start: number;
  end: number;
  /** Index into `Layout.pages`. */
  page: number;
  box: Box;
  direction: 'horizontal' | 'vertical';
  /** Type size, in the unit of the page. */
  size: number;
  /** 100 … 900 as in CSS, if known. */
  weight?: number;
  /** Confidence of the recognition in its characters, 0 … 1, if there was one. */
  confidence?: number;
  /**
   * 行长: start and end of lines of its column, along the direction of writing, in the unit of the page; counted from
   * the page's left edge, or from its top where the page is vertical.
   */
  measure: readonly [from: number, to: number];
  /** Lines with the same number are under each other in one column. */
  column: number;
  /** True for the first line of a part of a page: a rule, or white across several columns, separates it from above. */
  opens?: true;
  /** 版面杂质 by its place on the page. */
  edge?: 'running-head' | 'page-number';
}

/** Layout 版面: the pages that a source was printed on, and its lines in reading order. */
export interface Layout {
  pages: {
    width: number;
    height: number;
    direction: PlacedLine['direction'];
    /** Degrees, clockwise, by which its lines were askew. Boxes are those of the page turned back about its middle. */
    angle?: number;
  }[];
  lines: PlacedLine[];
}
