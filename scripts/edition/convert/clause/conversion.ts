import type { FormRule } from '../../lexicon/rules/index.js';
import type { Story } from '../story.js';

/** Ways in which the form of a character was found; `risk-table.ts` knows how often each is wrong. */
export const reasons = {
  default: 0,
  word: 1,
  phrase: 2,
  part: 3,
  context: 4,
  name: 5,
  model: 6,
  own: 7,
} as const;

export interface Conversion {
  text: string;
  /** The form of each unit; the low half of a surrogate pair is empty. */
  out: string[];
  /** A value of `reasons` for each unit. */
  why: Uint8Array;
  /** Probability that the form of each unit is wrong; 0 where it is unknown. */
  risk: Float32Array;
  /** 1 where a word begins. */
  starts: Uint8Array;
  /** Matching rules of `lexicon/rules`, by offset. */
  rules: ReadonlyMap<number, FormRule>;
  /** The story of the text. */
  story: Story;
}
