import type { RuleWords } from '../article/words/rule-words.js';
import { pageRules } from './doubts/index.js';
import { forms } from './notation/index.js';
import { characterRules } from './rules/index.js';
import type { Rule } from './rules/rule.js';
import { replace } from './write/corrections.js';
import { hyphenation } from './write/hyphenation.js';
import { joinPhrases } from './write/join-phrases.js';
import { keepLines } from './write/keep-lines.js';
import { rejoin } from './write/rejoin.js';

/** 规则: all rules of restoring, about notations, lines, characters and the page. */
export const allRules: readonly Rule[] = [
  ...forms,
  rejoin,
  joinPhrases,
  keepLines,
  hyphenation,
  replace,
  ...characterRules,
  ...pageRules,
];

/** 规则说明: what people are told of each rule, by its id. */
export const restoreWords: Readonly<Record<string, RuleWords>> = Object.fromEntries(
  allRules.map(({ id, words }) => [id, words]),
);
