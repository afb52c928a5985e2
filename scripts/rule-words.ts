import type { RuleWords } from './article/words/rule-words.js';
import { inLanguage, type Language } from './article/words/sentence.js';
import { doubtWords } from './edition/convert/doubt-words.js';
import { restoreWords } from './restore/all-rules.js';

/** 改在稿件里: the proof shows a person's changes in the manuscript as edits of this rule. */
const manuscript: RuleWords = {
  reason: ['有人在稿件里改过。', '有人在稿件裡改過。', 'A person changed it in the manuscript.'],
};

/** 规则说明: the sentences about each rule, by its id. */
export const ruleWords: Readonly<Record<string, RuleWords>> = {
  ...restoreWords,
  ...doubtWords,
  manuscript,
};

/** 校记: the short reason or question of a rule, by its id. Rules without such words are absent. */
export function briefsIn(language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ruleWords).flatMap(([id, { brief }]) =>
      brief ? [[id, inLanguage(brief, language)]] : [],
    ),
  );
}
