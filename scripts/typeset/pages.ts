/** Placeholder of folio and running head in a page's HTML: a comment with this text. */
export const furnitureMark = 'furniture';

/** Side of a leaf: recto 单页 has the odd number, verso 双页 the even one. */
export type Side = 'any' | 'recto' | 'verso';

/**
 * One page of a galley after pagination: HTML of a Paged.js page box, without side, folio and running head. Those are
 * given at assembly: type areas of both sides are of one size, so a galley is laid out alike wherever it begins.
 */
export interface PageBox {
  html: string;
  /** The side on which it must be; `any` for nearly all. */
  side: Side;
  /** Text of the running head: the title of the first story on the page. */
  head?: string;
  /** True if a section or a story opens at the top of this page, so that its title needs no running head above it. */
  opens: boolean;
  /** DOM ids on this page, in order. */
  ids: string[];
}

/** Something that layout could not do as asked; the text is printed anyway, or the proof reports that it is not. */
export interface LayoutTrouble {
  /** Index of the page in its galley. */
  page: number;
  /** The block, by its first words. */
  block: string;
  reason: string;
  /** DOM id of its story, and its line in the manuscript, where the block has it. */
  story?: string;
  line?: number;
}

/** Pages 大样: a galley after pagination. Plain HTML, JSON-serialisable, cacheable. */
export interface Pages {
  galley: string;
  pages: PageBox[];
  /** An empty page of this galley: 白页, for where the side of the next page requires it. */
  white: string;
  troubles: LayoutTrouble[];
  /** Why the browser broke the lines of this galley by itself: what had no room on its page with our lines. */
  plainFor?: LayoutTrouble;
  /** True if its pages would be others, had the first one been on the other side: feet are level spread by spread. */
  isSided?: true;
}

/** Input of a tab for paginating one galley. JSON-serialisable: it is sent to the browser. */
export interface PaginationJob {
  galley: string;
  html: string;
  /** Name of the `@page` rule that its pages follow; absent for the plain one. */
  pageName?: string;
  /** Its rows are set over spreads; see `Galley`. */
  facing?: boolean;
  /** The side of its first page; absent where pages do not face each other. */
  side?: 'recto' | 'verso';
  /** The browser breaks the lines instead of us. */
  plainLines?: true;
}

/** Output of Paged.js for a set of `@page` rules. */
export interface PageRules {
  /** Its style sheets: sizes, margins and named pages, for page boxes of its kind. */
  css: string;
  /** HTML of an empty page box, whose `.type-area` is to be filled. */
  blank: string;
}
