import { textOf } from '../../article/words/say.js';
import { inLanguage, type Language, type Sentence } from '../../article/words/sentence.js';
import type { OpenQuestion } from '../../report.js';
import { ruleWords } from '../../rule-words.js';

const or: Sentence = ['或', '或', ' or '];

/** A question in a language: its own words, or those of its rule, or else the English reason in the report. */
export function questionIn(language: Language, question: OpenQuestion): string {
  const { rule, reason, said, text, candidates = [] } = question;
  if (said) return textOf(said, language);
  const asks = ruleWords[rule ?? '']?.asks;
  if (!asks || (text === undefined && asks[0].includes('{text}'))) return reason;
  return inLanguage(asks, language)
    .replace('{reason}', () => reason)
    .replace('{text}', () => text ?? '')
    .replace('{candidates}', () => candidates.filter((one) => one !== text).join(inLanguage(or, language)));
}
