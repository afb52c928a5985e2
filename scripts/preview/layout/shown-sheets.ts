import type { Language } from '../../article/words/sentence.js';

/** Printed sheets for the desk: the pages of a book in their places before folding. Lengths in CSS px. */
export interface ShownSheets {
  width: number;
  height: number;
  sides: ShownSide[];
  /** Instructions for printing and binding them, in the languages of printers. */
  feed: Readonly<Record<Language, string>>;
}

export interface ShownSide {
  /** Number of the sheet, from 1, and its side. */
  sheet: number;
  isBack: boolean;
  cells: { page: number; left: number; top: number; turned: boolean }[];
}
