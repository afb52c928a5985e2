/** Where folio and running head go in a page's HTML: a comment with this text. */
export const furnitureMark = 'furniture';

/** Which side of a leaf: recto 单页 has the odd number, verso 双页 the even one. */
export type Side = 'any' | 'recto' | 'verso';

/**
 * One page of a galley after pagination: HTML of a Paged.js page box, without side, folio and running head. Those are
 * given at assembly: type areas of both sides are of one size, so a galley is laid out alike wherever it begins.
 */
export interface PageBox {
  html: string;
  /** The side on which it must stand; `any` for nearly all. */
  side: Side;
  /** What the running head says here: the title of the first story on the page. */
  head?: string;
  /** A story opens at the top of this page, so that its headline needs no running head above it. */
  opens: boolean;
  /** DOM ids that stand on this page, in order. */
  ids: string[];
}

/** Something that layout could not do as asked; the text is on paper all the same, or the proof says that it is not. */
export interface LayoutTrouble {
  /** Index of the page in its galley. */
  page: number;
  /** Which block, by its first words. */
  block: string;
  reason: string;
  /** DOM id of its story, and its line in the manuscript, where the block says it. */
  story?: string;
  line?: number;
}

/** Pages 大样: a galley after pagination. Plain HTML, JSON-serialisable, cacheable. */
export interface Pages {
  galley: string;
  pages: PageBox[];
  /** A page of this galley with nothing on it: 白页, for where the side of the next one asks for it. */
  white: string;
  troubles: LayoutTrouble[];
}

/** What a tab needs to paginate one galley. JSON-serialisable: it is sent to the browser. */
export interface PaginationJob {
  galley: string;
  html: string;
  /** Name of the `@page` rule that its pages follow; absent for the plain one. */
  pageName?: string;
  /** Its rows are set over spreads; see `Galley`. */
  facing?: boolean;
  /** The browser breaks lines by itself, not we. */
  plainLines?: true;
}

/** What Paged.js makes of a set of `@page` rules. */
export interface PageRules {
  /** Its style sheets: sizes, margins and named pages, for page boxes of its kind. */
  css: string;
  /** HTML of an empty page box, whose `.type-area` is to be filled. */
  blank: string;
}
