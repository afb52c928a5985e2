import { justificationSpace } from './justification-space.js';
import { letterSpacing } from './letter-spacing.js';
import { phraseSpace } from './phrase-space.js';
import type { CharacterRule } from './rule.js';

/** 校勘规则: the character rules in the order in which they are applied. */
export const characterRules: readonly CharacterRule[] = [letterSpacing, justificationSpace, phraseSpace];
