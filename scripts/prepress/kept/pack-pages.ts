import type { Packed } from '../../chromium/cache-entry.js';
import type { Word } from '../check/untagged-words.js';
import type { InspectedPage } from '../inspect-page.js';
import type { Box } from '../read/matrix.js';
import { placeSize, type TaggedRun } from '../read/page-text.js';
import type { PaintedPath } from '../read/painter.js';
import type { Used } from './glyph-facts.js';

/** A page in an entry; undefined fields of a path are absent. */
interface KeptPage {
  text: string;
  words: Word[];
  paths: PaintedPath[];
  isVertical: boolean;
  isWhite: boolean;
}

/** The head of an entry: all but the numbers of its runs. */
export interface KeptHead {
  /** The fonts that the pages select, in that order: which of the part, what they show of it, and a hash of that. */
  fonts: (Used & { of: number; facts: string })[];
  /** False for a page that is to be read again. */
  pages: (KeptPage | false)[];
}

/** Column of a place that has the index of its font. */
const fontColumn = 9;

/**
 * The pages of a part → an entry. Numbers of a page: how many runs; of each its mark, how many characters, the blanks at
 * its end, its box or none, and its marks; then by columns the places of all characters (`packColumn`).
 *
 * @param pages undefined for a page that is to be read again
 * @param fontOf the index among those of the entry of a font's index in the file
 */
export function packPages(
  fonts: KeptHead['fonts'],
  pages: readonly (InspectedPage | undefined)[],
  fontOf: (index: number) => number,
): Packed<KeptHead> {
  const numbers = newNumbers();
  const head: KeptHead = { fonts, pages: [] };
  for (const page of pages) {
    const kept = page && keptPage(page);
    head.pages.push(kept ?? false);
    if (!kept) continue;
    numbers.add(page.runs.length);
    for (const run of page.runs) packHead(numbers, run);
    const places = placesOf(page.runs, fontOf);
    for (let column = 0; column < placeSize; column++) packColumn(numbers, places, column);
  }
  return { head, bytes: numbers.bytes() };
}

interface Numbers {
  add: (number: number) => void;
  bytes: () => Uint8Array;
}

/** A list that grows: one of the language's would be copied number by number. */
function newNumbers(): Numbers {
  let list = new Float64Array(1 << 16);
  let length = 0;
  return {
    add: (number) => {
      if (length === list.length) {
        const longer = new Float64Array(2 * length);
        longer.set(list);
        list = longer;
      }
      list[length++] = number;
    },
    bytes: () => new Uint8Array(list.buffer, 0, 8 * length),
  };
}

/**
 * Undefined for what an entry cannot hold: numbers without end, and, to be sure, the word “null”; halves of characters,
 * which the next half would join.
 */
function keptPage({ runs, words, paths, isVertical, isWhite }: InspectedPage): KeptPage | undefined {
  const text = runs.map(({ characters }) => characters.join('')).join('');
  const count = runs.reduce((sum, { characters }) => sum + characters.length, 0);
  const isWhole = text.length === count || [...text].length === count;
  const isHeld = isWhole && !JSON.stringify([words, paths]).includes('null');
  return isHeld ? { text, words, paths, isVertical, isWhite } : undefined;
}

function packHead(into: Numbers, { mcid, characters, blanks, box, marks }: TaggedRun): void {
  const head = [mcid, characters.length, blanks, box ? 1 : 0, ...(box ?? []), marks.length, ...marks.flat()];
  for (const number of head) into.add(number);
}

/** The places of all characters of a page, with the fonts' indices in the entry. */
function placesOf(runs: readonly TaggedRun[], fontOf: (index: number) => number): Float64Array {
  const places = new Float64Array(runs.reduce((sum, run) => sum + run.places.length, 0));
  let at = 0;
  for (const run of runs) {
    places.set(run.places, at);
    at += run.places.length;
  }
  for (at = fontColumn; at < places.length; at += placeSize) places[at] = fontOf(places[at]!);
  return places;
}

/** A column: how many stretches of one number it has, and each with its length; or 0 and all numbers, if that is shorter. */
function packColumn(into: Numbers, places: Float64Array, column: number): void {
  let stretches = places.length > 0 ? 1 : 0;
  for (let at = column + placeSize; at < places.length; at += placeSize)
    if (!Object.is(places[at], places[at - placeSize])) stretches++;
  if (2 * stretches >= places.length / placeSize) {
    into.add(0);
    for (let at = column; at < places.length; at += placeSize) into.add(places[at]!);
    return;
  }
  into.add(stretches);
  for (let start = column; start < places.length; ) {
    let end = start + placeSize;
    while (end < places.length && Object.is(places[end], places[start])) end += placeSize;
    into.add((end - start) / placeSize);
    into.add(places[start]!);
    start = end;
  }
}

/**
 * An entry → the pages; undefined for those that are to be read again.
 *
 * @param first the index of the first page in the file
 * @param fonts the indices in the file of the fonts of the entry
 */
export function unpackPages(
  { head, bytes }: Packed<KeptHead>,
  { first, fonts }: { first: number; fonts: readonly number[] },
): (Omit<InspectedPage, 'facts'> | undefined)[] {
  const numbers = new Float64Array(bytes.slice().buffer);
  const reader = { numbers, at: 0, fonts };
  return head.pages.map((kept, index) => {
    if (!kept) return undefined;
    return {
      runs: unpackRuns(reader, kept.text, first + index),
      words: kept.words,
      paths: kept.paths.map((path) => ({ ...path, fill: path.fill, ink: path.ink })),
      isVertical: kept.isVertical,
      isWhite: kept.isWhite,
      isPlain: true,
      isUnmarked: false,
      isMisnested: false,
      pictures: [],
      said: new Set(),
      findings: [],
    };
  });
}

interface Reader {
  numbers: Float64Array;
  at: number;
  fonts: readonly number[];
}

const next = (reader: Reader) => reader.numbers[reader.at++]!;
const nextBox = (reader: Reader): Box => [next(reader), next(reader), next(reader), next(reader)];

function unpackRuns(reader: Reader, words: string, page: number): TaggedRun[] {
  const text = words[Symbol.iterator]();
  const heads = Array.from({ length: next(reader) }, () => {
    const [mcid, count, blanks] = [next(reader), next(reader), next(reader)];
    const box = next(reader) === 1 ? nextBox(reader) : undefined;
    const marks = Array.from({ length: next(reader) }, () => nextBox(reader));
    return { mcid, count, blanks, box, marks };
  });
  const all = unpackPlaces(reader, placeSize * heads.reduce((sum, { count }) => sum + count, 0));
  let at = 0;
  return heads.map(({ count, ...head }) => {
    const characters = Array.from({ length: count }, () => oneOf(text.next().value as string));
    const places: number[] = new Array(count * placeSize).fill(0);
    for (let index = 0; index < places.length; index++) places[index] = all[at++]!;
    return { page, ...head, characters, places, element: undefined };
  });
}

function unpackPlaces(reader: Reader, length: number): Float64Array {
  const places = new Float64Array(length);
  for (let column = 0; column < placeSize; column++) {
    const isListed = next(reader) === 0;
    for (let at = column; at < length; ) {
      const end = isListed ? at + placeSize : at + placeSize * next(reader);
      const number = next(reader);
      for (; at < end; at += placeSize) places[at] = number;
    }
  }
  for (let at = fontColumn; at < length; at += placeSize) places[at] = reader.fonts[places[at]!]!;
  return places;
}

/** A character is one string wherever it stands. */
const known = new Map<string, string>();

function oneOf(character: string): string {
  const found = known.get(character);
  if (found === undefined) known.set(character, character);
  return found ?? character;
}
