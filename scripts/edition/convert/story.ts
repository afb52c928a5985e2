import type { Named } from '../lexicon/people/named-before.js';
import { isCantonese, type Speech } from '../lexicon/rules/index.js';

/** 篇章: what the blocks of one story tell of each other. */
export interface Story extends Named {
  /** Blocks that speak Cantonese, and those near one: they may do so without a character of its own. */
  speech: ReadonlyMap<string, Speech>;
}

/** A speech in Cantonese is told in as many paragraphs. */
const reach = 12;

/** @param texts the blocks of the story, in the source's script; they are converted in this order. */
export function newStory(texts: readonly string[]): Story {
  const speaking = texts.flatMap((text, index) => (isCantonese(text) ? [index] : []));
  const speech = new Map<string, Speech>();
  for (const index of speaking)
    for (const near of texts.slice(Math.max(0, index - reach), index + reach + 1))
      speech.set(near, 'beside-cantonese');
  for (const index of speaking) speech.set(texts[index]!, 'cantonese');
  return { surnames: new Map(), people: new Set(), block: 0, speech };
}
