import type { Named } from '../lexicon/people/named-before.js';
import { isCantonese } from '../lexicon/rules/index.js';

/** 篇章: what the blocks of one story tell of each other. */
export interface Story extends Named {
  /** True if a block speaks Cantonese: other blocks may do so without a character of its own. */
  isCantonese: boolean;
}

/** @param texts the blocks of the story, in the source's script. */
export function newStory(texts: readonly string[]): Story {
  return { surnames: new Set(), people: new Set(), isCantonese: texts.some(isCantonese) };
}
