import type { FontFace } from '../../article/edition.js';
import type { Trim } from './trim.js';
import type { TypeArea } from './type-area.js';

/** Galley 小样: one section as unpaginated HTML. Pages are made galley by galley, and cached by galley. */
export interface Galley {
  /** Short, ASCII, unique in the book: "front", "s1", "back". DOM ids in it start with it. */
  id: string;
  /** The children of <body>: semantic HTML, no scripts, no style sheets, all text final. */
  html: string;
  /** `recto` if its first page must be a right-hand page. */
  start: 'recto' | 'any';
  /** Name of the `@page` rule that its pages follow; absent for the plain one. */
  pageName?: string;
  /** Page numbers. Roman numbers continue over `none` pages, which show none; arabic ones begin at 1. */
  folios: 'none' | 'roman' | 'arabic';
  /** 对照: each of its rows in two languages is set over a spread, the first on the verso, the second on the recto. */
  facing?: boolean;
}

/**
 * Passage: text that must be printed, once and in this order; the proof compares the PDF with it.
 * The passages of a book are disjoint, in the order of the galleys' HTML, and together they are all of its
 * text outside aria-hidden elements (running heads, folios, TOC leaders and numbers, repeated table heads):
 * any other tagged text on a page is reported as not belonging there. No ::before/::after text: it is tagged.
 */
export interface Passage {
  /** DOM id of its element. */
  id: string;
  /** For messages: the manuscript file, or the part of the book that we generate. */
  name: string;
  /** The characters, without any white space. Taken from the manuscript's tree, never from the HTML. */
  text: string;
}

/** Requirements of a binding on the pages of a book. */
export interface BindingNeeds {
  /** The number of pages is a multiple of this. */
  multiple: number;
  /** True if the cover is a separate sheet: the inner pages are counted alone, and begin with a recto. */
  hasOwnCover: boolean;
}

/** Book: everything that layout needs to know about an issue in one edition. JSON-serialisable. */
export interface Book {
  /** Output name: issue id and edition id. */
  issue: string;
  edition: string;
  lang: string;
  title: string;
  author: string;
  subject: string;
  /** ISO date, if the issue has one. */
  date?: string;
  progression: 'ltr' | 'rtl';
  trim: Trim;
  /** 付印: for binding, the number of pages is a multiple of this. */
  binding?: BindingNeeds;
  typeArea: TypeArea;
  /** The `@page` rules, for Paged.js. */
  pageCss: string;
  /** Style sheets in cascade order: contents, not paths. Without `@page` and @font-face. */
  css: string[];
  /** In fallback order. */
  fonts: FontFace[];
  /** Every character that pages may show, including folios and running heads; the fonts must have them. */
  characters: string;
  /** Those that may be set in a face other than the first; all of them if absent. */
  displayCharacters?: string;
  /** Running head of pages without a story. */
  runningHead: string;
  /** The same for the pages in the second language of facing pages. */
  second?: { lang: string; runningHead: string };
  galleys: Galley[];
  passages: Passage[];
}
