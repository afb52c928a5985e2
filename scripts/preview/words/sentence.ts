/** A sentence in each language of the desk: 简体, 繁體, English. */
export type Sentence = readonly [hans: string, hant: string, en: string];

/** What people are told of a rule. */
export interface RuleWords {
  /** Why an editor would do what the rule does, or why the machine stops there. */
  reason: Sentence;
  /** What it leaves open, where it does: `{text}` is the place, `{candidates}` its other readings. */
  asks?: Sentence;
  /** What a person can do then. */
  remedy?: Sentence;
}
