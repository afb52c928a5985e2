import type { Gaps, Page, Run } from '../measure/page.js';
import type { Shared } from './shared-words.js';
import type { TitleWords } from './title-words.js';

/** Looks of a line that matter to its neighbours: names of its beginning and its end, and of what it is like. */
export interface LineLooks {
  begins: string;
  ends: string;
  side: readonly string[];
}

/** Inputs of the features of a page's lines. */
export interface View {
  page: Page;
  gaps: Gaps;
  /** The run of a line. */
  runOf: (line: number) => Run;
  /** The number of newlines between lines of text. */
  usualNewlines: number;
  shared: Shared;
  titles: TitleWords;
  /** Of lines that may be titles, how alike the texts before and behind are; else −1. */
  across: Float64Array;
  /** Lines of text between a line and the one before, or behind, that may be a title. */
  textBefore: Int32Array;
  textBehind: Int32Array;
  /** How often the two characters at the border before a line stand side by side inside the page's lines. */
  sewn: Uint16Array;
  /** 1 for lines whose widths prove that they are inside a paragraph; no other feature is computed for them. */
  sure: Uint8Array;
  /** Looks of the lines that matter to their neighbours; filled as asked. */
  looks: (LineLooks | undefined)[];
  /** Told before what a line ends with, where punctuation is not today's. */
  punctuation: string;
}

/** Receives a feature of a line: a name and an amount. */
export type Add = (name: string, amount?: number) => void;
