import type { Role } from './article.js';
import type { Edit, Range } from './ledger.js';

/** Text made from the source, and the ranges it was made of, in reading order. */
export interface Piece {
  text: string;
  ranges: Range[];
  /** The number of its entry of `add:` in the overrides, from 0: a person added it, and it has no ranges. */
  entry?: number;
}

export interface Block extends Piece {
  role: Role;
}

/** One story as the restoration found it. Parts that the source lacks are null: nothing is invented. */
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

/** 重排: how many printed lines end in the same place when the restored text is set in the inferred measure. */
export interface Reset {
  /** Number of lines whose end the measure decides: not the last line of a paragraph. */
  lines: number;
  /** The number of those that end in the same place. */
  same: number;
}

/**
 * Gap 行间: the border between two lines of the source and the decision there. `certain` ones need no second look;
 * `open` ones are messages too.
 */
export interface Gap {
  /** `source[start, end)` is the text between the lines: white space, and perhaps furniture. */
  start: number;
  end: number;
  /** True if the line continues in the next one, in the same block. */
  joined: boolean;
  /** Probability that the decision is right. */
  confidence: number;
  certainty: 'certain' | 'likely' | 'open';
}

/** Message 存疑: a question for a person. */
export interface Doubt {
  start: number;
  end: number;
  ruleId: string;
  reason: string;
  /** A report that needs no decision; the reason says how to undo the change. */
  told?: true;
  /** Other readings of `source[start, end)`, likeliest first. */
  candidates?: string[];
}

/** Setting of a run of lines: the measure in em and the punctuation style. */
export interface Measure {
  start: number;
  end: number;
  em: number;
  style: 'kaiming' | 'full' | 'squeezed' | 'half' | 'hanging' | 'unknown';
}

/**
 * The result of restoring a source: the shape of `chongpai restore --json`.
 * Every non-space character of the source lies in exactly one range of `articles` or `furniture` (a dateline's
 * ranges repeat its block's), and `piece.text === replay(source, edits, piece.ranges)` for every piece that has ranges;
 * a piece without any was added by a person.
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
