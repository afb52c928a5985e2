import type { RuleWords } from './article/words/rule-words.js';
import { inLanguage, type Language } from './article/words/sentence.js';
import { doubtWords } from './edition/convert/doubt-words.js';
import { restoreWords } from './restore/words.js';

/** 规则说明: what people are told of each rule, by its id. */
export const ruleWords: Readonly<Record<string, RuleWords>> = { ...restoreWords, ...doubtWords };

/** 校记: why a rule changes the wording, or what it asks, in a few words, by its id. Rules without such words are absent. */
export function briefsIn(language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ruleWords).flatMap(([id, { brief }]) =>
      brief ? [[id, inLanguage(brief, language)]] : [],
    ),
  );
}
