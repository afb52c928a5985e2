import type { Line } from './lines.js';
import type { Setting } from './settings.js';
import type { Shape } from './shape.js';

/** Run: consecutive lines set in one measure. */
export interface Run {
  /** First line and the one after the last. */
  from: number;
  to: number;
  setting: Setting;
  /** It began in the middle of a paragraph: the text runs round a picture. */
  isInner: boolean;
}

/** What the measuring of a page works with. */
export interface Page {
  lines: readonly Line[];
  shape: Shape;
  evidence: Evidence;
}

/** −log of how often the setting changes at a paragraph's border, and in mid-paragraph (text round a picture). */
export const runChange = { border: 3.5, inner: 8 } as const;
/** A heading follows a heading more readily than a paragraph. */
export const headingAfterHeading = 1.5;

/** Evidence of the characters, as log probabilities; it decides only what the width leaves open. */
export interface Evidence {
  /** That a paragraph ends with this line's last character, had it been free to end anywhere. */
  end: Float64Array;
  /** That it goes on instead. */
  stay: Float64Array;
  /** How much likelier this line's beginning is at the start of a paragraph than inside one. */
  start: Float64Array;
  /** How much likelier this line is as a heading (or another short part) than as part of a paragraph. */
  heading: Float64Array;
  /** How much likelier the white space before this line is before a new block than inside a paragraph. */
  gap: Float64Array;
  /** 1 where a story goes on after a jump: its first line has no indent. */
  flush: Uint8Array;
}

/** What forward–backward says of each line, as probabilities. */
export interface Gaps {
  /** That the line goes on in the next one, in the same paragraph. */
  join: Float64Array;
  /** That the line stands alone: a heading or another short part. */
  heading: Float64Array;
}
