import type { Gaps, Page, Run } from '../measure/page.js';
import type { Shared } from './shared-words.js';

/** What the features of a page's lines are made of. */
export interface View {
  page: Page;
  gaps: Gaps;
  /** For each line its run. */
  runOf: (line: number) => Run;
  /** The number of newlines between lines of text. */
  usualNewlines: number;
  shared: Shared;
  /** Told before what a line ends with, where punctuation is not today's. */
  punctuation: string;
}

/** Receives a feature of a line: a name, and how much of it there is. */
export type Add = (name: string, amount?: number) => void;
