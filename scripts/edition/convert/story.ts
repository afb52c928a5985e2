import type { Names } from '../lexicon/names.js';
import type { Named } from '../lexicon/people/named-before.js';
import { isPersonName } from '../lexicon/people/persons.js';
import { isCantonese, type Speech } from '../lexicon/rules/index.js';
import { tellPlaces } from '../lexicon/told-places.js';

/** 篇章: what the blocks of one story tell of each other. */
export interface Story extends Named {
  /** Blocks that speak Cantonese, and those near one: they may do so without a character of its own. */
  speech: ReadonlyMap<string, Speech>;
  /** Names with 里 that the story makes out as such anywhere: 柳潭里, 库里洛. */
  places: ReadonlySet<string>;
}

/** A speech in Cantonese is told in as many paragraphs. */
const reach = 12;

/** @param texts the blocks of the story, in the source's script. */
export function newStory(texts: readonly string[]): Story {
  const speaking = texts.flatMap((text, index) => (isCantonese(text) ? [index] : []));
  const speech = new Map<string, Speech>();
  for (const index of speaking)
    for (const near of texts.slice(Math.max(0, index - reach), index + reach + 1))
      speech.set(near, 'beside-cantonese');
  for (const index of speaking) speech.set(texts[index]!, 'cantonese');
  return {
    surnames: new Map(),
    people: new Map(),
    givenNames: new Map(),
    block: 0,
    speech,
    places: tellPlaces(texts),
  };
}

/** Makes known the given names of the people of a names file, where these stand in the story with their surname. */
export function tellGivenNames({ givenNames }: Named, { list }: Names, texts: readonly string[]): void {
  for (const { source, output } of list)
    if (source.length === 3 && output.length === 3 && isPersonName(output))
      if (texts.some((text) => text.includes(source))) givenNames.set(source.slice(1), output.slice(1));
}

/**
 * The blocks that name somebody whom the story introduces only later, as a headline does: they are to be converted
 * again.
 */
export function namedTooEarly({ people }: Named, texts: readonly (string | undefined)[]): number[] {
  const names = [...people];
  return texts.flatMap((text, index) =>
    text !== undefined && names.some(([name, block]) => block > index && text.includes(name)) ? [index] : [],
  );
}
