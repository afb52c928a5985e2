import type { TableRules } from './table-rules.js';

/** Kinds of gap before a character in the manuscript. */
export const before = { nothing: 0, blank: 1, line: 2 } as const;

/**
 * A cell: the numbers of its table and its row in the book, its place in the row, and the rows and columns it takes.
 */
export interface Cell {
  table: number;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

/** A stretch of characters in the same elements. */
export interface Leaf {
  /** Roles around it that a tagged PDF has a type for, from the outside: "L LI LBody P". */
  roles: string;
  /** Its galley, and on facing pages its language as well: no two share a page. */
  galley: number;
  /** Names of the elements around it, inner ones last. */
  tags: readonly string[];
  /** Their classes, each with its dot. */
  classes: readonly string[];
  /** The block that it belongs to: a number of its own for each paragraph, heading, cell, item. */
  block: number;
  /** The table cell around it; undefined outside of tables. */
  cell: Cell | undefined;
  /** Its language as written, where it is not the book's. */
  lang: string;
  /** DOM id of the footnote that it belongs to. */
  note: string | undefined;
  /** DOM id of the footnote that it calls. */
  calls: string | undefined;
  /** True if its spaces are kept as written. */
  isCode: boolean;
}

/** A stretch of the book's characters, [start, end). */
export interface Range {
  start: number;
  end: number;
}

/** The characters of an element that other places lead to. */
export interface Target extends Range {
  /** Index of the picture that precedes its first character. */
  picture?: number;
}

/** 注音 over a stretch of characters. */
export interface Reading extends Range {
  text: string;
}

/** A picture between two characters. */
export interface WrittenPicture {
  /** Index of the character after it. */
  at: number;
  src: string;
  alt: string;
  /** True if it is inside a line. */
  isInline: boolean;
  /** 跨页图: half of the picture is on a verso, the other half on the facing recto. */
  isSpread?: true;
}

/** A link over a stretch of characters. */
export interface WrittenLink extends Range {
  href: string;
}

/** The number or the bullet before an item of a list. */
export interface WrittenLabel {
  /** Index of the item's first character. */
  at: number;
  /** Undefined for a bullet. */
  number: number | undefined;
}

/** A heading, with its level for a reader: no level is skipped. */
export interface WrittenHeading extends Range {
  /** Its words, with the descriptions of its pictures. */
  title: string;
  /** 1 … 6, as the book has it. */
  rank: number;
  level: number;
}

/**
 * Written: a book from its galleys, character by character in the order of its passages: print is compared with it
 * where the plain text of the passages is not enough.
 */
export interface Written {
  characters: string[];
  /** For each character: index of its leaf. */
  leafAt: number[];
  /** For each character the gap before it: a value of `before`. */
  gapAt: number[];
  /** Blanks before a character of code, by its index. */
  blanks: Map<number, number>;
  leaves: Leaf[];
  readings: Reading[];
  pictures: WrittenPicture[];
  links: WrittenLink[];
  labels: WrittenLabel[];
  headings: WrittenHeading[];
  /** The characters of the element with a DOM id. */
  ids: Map<string, Target>;
  /** The first and the last row of each table by its number, in a book's numbers of rows: a row may be blank. */
  tables: Map<number, { first: number; last: number }>;
  /** The places at which sheets give tables rules (`tableRulesOf`). */
  tableRules: TableRules | undefined;
  /** True if a style sheet puts readings below their characters. */
  isReadBelow: boolean;
  /** Text that is printed and not read aloud: leaders, numbers in the contents. */
  unread: string[];
  /** Titles of stories, for heads of pages. */
  heads: string[];
}
