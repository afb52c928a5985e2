import type { RuleWords } from '../../article/words/rule-words.js';
import { inLanguage } from './say.browser.js';

let ruleWords: Readonly<Record<string, RuleWords>> = {};

/** Installs the sentences about rules. */
export function learnRules(words: typeof ruleWords): void {
  ruleWords = words;
}

/** The reason of a rule, in the desk's language. */
export function reasonOf(rule: string): string {
  const words = ruleWords[rule];
  return words ? inLanguage(words.reason) : '';
}

export function remedyOf(rule: string): string {
  const remedy = ruleWords[rule]?.remedy;
  return remedy ? inLanguage(remedy) : '';
}

/** A rule's question about a place; `otherwise` is used for rules without words on the desk. */
export function questionOf(
  rule: string,
  place: { text: string; candidates?: readonly string[] | undefined },
  otherwise: string,
): string {
  const asks = ruleWords[rule]?.asks;
  if (!asks) return otherwise;
  const candidates = (place.candidates ?? []).join(inLanguage(['或', '或', ' or ']));
  return inLanguage(asks)
    .replace('{reason}', () => otherwise)
    .replace('{text}', () => place.text)
    .replace('{candidates}', () => candidates);
}
