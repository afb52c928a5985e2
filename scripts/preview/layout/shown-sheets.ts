/** Printed sheets as the desk shows them: the pages of a book where they lie before folding. Lengths in CSS px. */
export interface ShownSheets {
  width: number;
  height: number;
  sides: ShownSide[];
  /** How to print and bind them, in the languages that a printer reads. */
  feed: { 'zh-Hans': string; en: string };
}

export interface ShownSide {
  /** Number of the sheet, from 1, and which side of it. */
  sheet: number;
  isBack: boolean;
  cells: { page: number; left: number; top: number; turned: boolean }[];
}
