import type { Sentence } from './sentence.js';

/** What people are told of a rule. */
export interface RuleWords {
  /** Why an editor would do what the rule does, or why the machine stops there. */
  reason: Sentence;
  /** 校记: the same in a few words, for the printed notes of rules that change or question the wording. */
  brief?: Sentence;
  /** What it leaves open, where it does: `{text}` is the place, `{candidates}` its other readings. */
  asks?: Sentence;
  /** What a person can do then. */
  remedy?: Sentence;
}
