import type { Gaps, Page, Run } from '../measure/page.js';
import type { Shared } from './shared-words.js';

/** Inputs of the features of a page's lines. */
export interface View {
  page: Page;
  gaps: Gaps;
  /** The run of a line. */
  runOf: (line: number) => Run;
  /** The number of newlines between lines of text. */
  usualNewlines: number;
  shared: Shared;
  /** Prefix of features about line ends, where punctuation is not modern. */
  punctuation: string;
}

/** Receives a feature of a line: a name and an amount. */
export type Add = (name: string, amount?: number) => void;
