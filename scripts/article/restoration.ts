import type { Role } from './article.js';
import type { Edit, Range } from './ledger.js';

/** Text made from the source, and the ranges it was made of, in reading order. */
export interface Piece {
  text: string;
  ranges: Range[];
}

export interface Block extends Piece {
  role: Role;
}

/** One story as the restoration found it. What the source does not have is null: nothing is invented. */
export interface Story {
  headline: Piece | null;
  kicker: Piece | null;
  deck: Piece | null;
  byline: Piece | null;
  /** 电头: stays inside its block; its ranges lie inside that block's. */
  dateline: Piece | null;
  blocks: Block[];
  reset: Reset;
}

/** 重排: how many printed lines of a story end where they do when its restored text is set again in the inferred measure. */
export interface Reset {
  /** Lines whose end the measure decides: a paragraph's last line is none. */
  lines: number;
  /** Those that end in the same place. */
  same: number;
}

/**
 * Gap 行间: the border of two lines of the source and what was decided there. `certain` ones need no second look;
 * `open` ones are messages too.
 */
export interface Gap {
  /** `source[start, end)` lies between the lines: white space, and maybe furniture. */
  start: number;
  end: number;
  /** Whether the line goes on in the next one, in one block. */
  joined: boolean;
  /** Probability that the decision is right. */
  confidence: number;
  certainty: 'certain' | 'likely' | 'open';
}

/** Message 存疑: what a person must decide. */
export interface Doubt {
  start: number;
  end: number;
  ruleId: string;
  reason: string;
  /** What was done needs no decision; the reason says how one undoes it. */
  told?: true;
  /** Other readings of `source[start, end)`, likeliest first. */
  candidates?: string[];
}

/** How a run of lines was set: the measure in em and the punctuation style. */
export interface Measure {
  start: number;
  end: number;
  em: number;
  style: 'kaiming' | 'full' | 'squeezed' | 'half' | 'hanging' | 'unknown';
}

/**
 * All that restoring a source yields: the shape of `chongpai restore --json`.
 * Every non-space character of the source lies in exactly one range of `articles` or `furniture` (a dateline's
 * ranges repeat its block's), and `piece.text === replay(source, edits, piece.ranges)` for every piece.
 */
export interface Restoration {
  articles: Story[];
  furniture: Piece[];
  edits: Edit[];
  messages: Doubt[];
  measures: Measure[];
  /** All borders of lines, in the order of the source. */
  gaps: Gap[];
}
