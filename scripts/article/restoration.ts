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
}

/** Message 存疑: what a person must decide. */
export interface Doubt {
  start: number;
  end: number;
  ruleId: string;
  reason: string;
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
}
