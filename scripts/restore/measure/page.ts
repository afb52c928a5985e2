import { searchNumbers } from '../numbers/fit.js';
import type { Line } from './lines.js';
import type { Setting } from './settings.js';
import type { Shape } from './shape.js';

export const { headingAfterHeading } = searchNumbers;
/** Cost of a change of settings, at a paragraph's border and inside one. */
export const runChange = { border: searchNumbers.changeAtBorder, inner: searchNumbers.changeInside } as const;

/** Run: consecutive lines set in one measure. */
export interface Run {
  /** First line and the one after the last. */
  from: number;
  to: number;
  setting: Setting;
  /** True if it began in the middle of a paragraph: the text runs round a picture. */
  isInner: boolean;
}

/** Data of a page for measuring. */
export interface Page {
  lines: readonly Line[];
  shape: Shape;
  evidence: Evidence;
}

/** Evidence of the characters, as log probabilities; it decides only where widths leave doubt. */
export interface Evidence {
  /** That a paragraph ends with this line's last character, had it been free to end anywhere. */
  end: Float64Array;
  /** That it continues instead. */
  stay: Float64Array;
  /** Log odds of this line's beginning at the start of a paragraph against inside one. */
  start: Float64Array;
  /** Log odds of this line as a heading (or another short part) against part of a paragraph. */
  heading: Float64Array;
  /** Log odds of the white space before this line before a new block against inside a paragraph. */
  gap: Float64Array;
  /** 1 where a story continues after a jump: its first line has no indent. */
  flush: Uint8Array;
}

/** Results of forward–backward for each line, as probabilities. */
export interface Gaps {
  /** That the line continues in the next one, in the same paragraph. */
  join: Float64Array;
  /** That the line is a block of its own: a heading or another short part. */
  heading: Float64Array;
}
