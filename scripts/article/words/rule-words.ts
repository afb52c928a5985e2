import type { Sentence } from './sentence.js';

/** The sentences of a rule for people. */
export interface RuleWords {
  /** The reason that an editor would do the same, or that the machine asks. */
  reason: Sentence;
  /** 校记: the same in a few words, for the printed notes of rules that change or question the wording. */
  brief?: Sentence;
  /** Its question, if it leaves something open: `{text}` is the place, `{candidates}` its other readings, `{reason}` what was found. */
  asks?: Sentence;
  /** The remedy for that. */
  remedy?: Sentence;
}
