import { hanRun } from '../../text/characters.js';
import { simplify } from '../lexicon/own-words.js';
import { segment } from '../lexicon/segment.js';
import { getWords } from '../lexicon/words.js';

/** The place of a character in its word. */
export interface WordPlace {
  /** From 0. */
  at: number;
  /** Number of characters. */
  length: number;
}

/**
 * 分词连写: for each character of a text its place in its word; undefined outside of words of two characters and more.
 * The words `whole`, which a person has listed, are one each.
 */
export function wordPlaces(text: string, whole: Iterable<string> = []): (WordPlace | undefined)[] {
  const characters = [...text];
  const plain = [...simplify(text)];
  const places: (WordPlace | undefined)[] = new Array(characters.length).fill(undefined);
  // Words need one offset a character.
  if (plain.length !== characters.length || characters.some(({ length }) => length > 1)) return places;
  const put = (start: number, length: number) => {
    for (let at = 0; at < length; at++) places[start + at] = { at, length };
  };
  for (const { 0: clause, index } of plain.join('').matchAll(hanRun)) {
    const ends = new Int32Array(clause.length + 1);
    segment(clause, [0, clause.length], getWords(), ends);
    for (let at = 0; at < clause.length; at = ends[at]!)
      if (ends[at]! - at > 1) put(index + at, ends[at]! - at);
  }
  for (const word of whole)
    for (let at = text.indexOf(word); word.length > 1 && at >= 0; at = text.indexOf(word, at + word.length))
      put(at, word.length);
  // What is left of a word that a listed one has cut is none.
  return places.map((place, index) =>
    place && isWhole(places, index - place.at, place) ? place : undefined,
  );
}

const isWhole = (places: readonly (WordPlace | undefined)[], start: number, { length }: WordPlace) =>
  Array.from({ length }, (_, at) => places[start + at]).every(
    (one, at) => one?.at === at && one.length === length,
  );
