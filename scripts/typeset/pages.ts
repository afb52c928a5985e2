/** Where folio and running head go in a page's HTML: a comment with this text. */
export const furnitureMark = 'furniture';

/** One page of a galley after pagination: HTML of a Paged.js page box, without folio and running head. */
export interface PageBox {
  html: string;
  /** Nothing stands on it: it was left white so that what follows opens on the wanted side. */
  isBlank: boolean;
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
}

/** Pages 大样: a galley after pagination. Plain HTML, JSON-serialisable, cacheable. */
export interface Pages {
  galley: string;
  pages: PageBox[];
  troubles: LayoutTrouble[];
}

/** What a tab needs to paginate one galley. JSON-serialisable: it is sent to the browser. */
export interface PaginationJob {
  galley: string;
  html: string;
  /** Name of the `@page` rule that its pages follow; absent for the plain one. */
  pageName?: string;
  /** Whether its text must begin on a recto: a white page comes before it then, where needed. */
  start: 'recto' | 'any';
  /** The side of its first page, white or not: 1 is recto, 2 verso. */
  firstPage: 1 | 2;
}
