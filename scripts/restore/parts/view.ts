import type { Gaps, Page, Run } from '../measure/page.js';
import type { Feature } from './feature.js';
import type { Shared } from './shared-words.js';
import type { TitleWords } from './title-words.js';

/** A look of a line: the feature that it is, and those of its neighbours that have such a line before or behind. */
export interface Look {
  own: Feature;
  before: Feature;
  after: Feature;
}

/** How a line ends: the same, by the place of the page's marks in `punctuations`. */
export interface End {
  own: readonly Feature[];
  before: readonly Feature[];
}

/** Looks of a line that matter to its neighbours: its beginning, its end, and what it is like. */
export interface LineLooks {
  begins: Pick<Look, 'own' | 'after'>;
  ends: End;
  side: readonly Look[];
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

/** Receives a feature of a line and its amount, 1 if it is not told. */
export type Add = (feature: Feature, amount?: number) => void;
