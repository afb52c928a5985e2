import type { MisplacedName } from '../../article/notes/spot.js';
import { isAllHan, isHan } from '../../text/characters.js';
import { guessKind } from '../lexicon/name-kind.js';
import type { NamesFile } from '../lexicon/names.js';
import { segment } from '../lexicon/segment.js';
import { getWords } from '../lexicon/words.js';
import { areVariants } from './variants.js';

/** A line for one edition whose two sides have the same two or three characters in different forms. */
const line = /^(zh-Hant(?:-\w+)?): *(\S{2,3}) *= *(\S{2,3})\s*$/u;

/**
 * 误入专名表: lines of a names file that only choose the form of a character, cut from the text without regard for words
 * (省鏈長 = 省链长), as the proof desk once wrote them. They would stand in the index.
 *
 * @param texts of the manuscript, in which the words are looked up
 */
export function misplacedNames({ text }: NamesFile, texts: readonly string[]): MisplacedName[] {
  return text.split(/\r\n?|\n/).flatMap((written): MisplacedName[] => {
    const [, edition, output = '', source = ''] = line.exec(written) ?? [];
    if (edition === undefined || !areForms(source, output)) return [];
    const word = wordOf(source, texts);
    if (word === undefined) return [];
    return decidedIn(source, output).map(([character, as]) => ({
      line: written,
      character,
      as,
      word,
      edition,
    }));
  });
}

function areForms(source: string, output: string): boolean {
  const [from, to] = [[...source], [...output]];
  return isAllHan(source) && from.length === to.length && from.every((one, at) => areVariants(one, to[at]!));
}

/** The character in the middle; of two, each that changes, or both. */
function decidedIn(source: string, output: string): [character: string, as: string][] {
  const pairs = [...source].map((one, at): [string, string] => [one, [...output][at]!]);
  if (pairs.length === 3) return [pairs[1]!];
  const changed = pairs.filter(([from, to]) => from !== to);
  return changed.length > 0 ? changed : pairs;
}

/** The whole words around the first occurrence; undefined where it is itself a name, or nowhere. */
function wordOf(source: string, texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const at = text.indexOf(source);
    if (at < 0) continue;
    let [from, to] = [at, at + source.length];
    while (from > 0 && isHan(text.charCodeAt(from - 1))) from--;
    while (to < text.length && isHan(text.charCodeAt(to))) to++;
    const ends = new Int32Array(to - from);
    const people = new Uint8Array(to - from);
    segment(text, [from, to], getWords(), ends, people);
    let start = from;
    while (from + ends[start - from]! <= at) start = from + ends[start - from]!;
    let end = from + ends[start - from]!;
    const isName = people[start - from] === 1 || guessKind(source) !== 'other';
    if (start === at && end === at + source.length && isName) return undefined;
    while (end < at + source.length) end = from + ends[end - from]!;
    return text.slice(start, end);
  }
  return undefined;
}
