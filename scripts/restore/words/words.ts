import type { RuleWords } from '../../article/words/rule-words.js';
import { characterRules } from '../rules/index.js';
import { notationWords } from './notation.js';
import { structureWords } from './structure.js';

/** 规则说明: what people are told of each rule of restoring, by its id. */
export const restoreWords: Readonly<Record<string, RuleWords>> = {
  ...Object.fromEntries(characterRules.map(({ id, words }) => [id, words])),
  ...structureWords,
  ...notationWords,
};
