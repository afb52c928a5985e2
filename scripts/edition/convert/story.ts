import type { Named } from '../lexicon/people/named-before.js';
import { isCantonese } from '../lexicon/rules/index.js';

/** 篇章: what the blocks of one story tell of each other. */
export interface Story extends Named {
  /** Blocks near one that speaks Cantonese: they may do so without a character of its own. */
  nearCantonese: ReadonlySet<string>;
}

/** A speech in Cantonese is told in as many paragraphs. */
const reach = 12;

/** @param texts the blocks of the story, in the source's script; they are converted in this order. */
export function newStory(texts: readonly string[]): Story {
  const speaking = texts.flatMap((text, index) => (isCantonese(text) ? [index] : []));
  const near = texts.filter((_, index) => speaking.some((other) => Math.abs(other - index) <= reach));
  return { surnames: new Map(), people: new Set(), block: 0, nearCantonese: new Set(near) };
}
