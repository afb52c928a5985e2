import { segment } from '../lexicon/segment.js';
import { newTrie, none, type Trie } from '../lexicon/trie.js';
import { getWords } from '../lexicon/words.js';
import { readingWords } from './reading-table.js';

interface ReadingWords {
  trie: Trie;
  /** By index: the syllables that a word changes, by their place in it. */
  changes: [at: number, syllable: string][][];
  /** Index of the first of our own words, of which no neighbour knows better. */
  firstOwn: number;
}

/** Words that are in neither dictionary. */
const ownWords =
  '还钱0huán 还债0huán 还贷0huán 还书0huán 还礼0huán 还本0huán 还给0huán 归还1huán 偿还1huán 弯曲1qū 和面0huó 都市0dū 都市里0dū';

let table: ReadingWords | undefined;

function getTable(): ReadingWords {
  if (table) return table;
  const entries = `${readingWords} ${ownWords}`.split(' ').map((entry) => /^(\D+?)(\d.*)$/.exec(entry)!);
  const trie = newTrie(entries.reduce((sum, [, word]) => sum + word!.length, 0));
  const changes = entries.map(([, word, syllables], index) => {
    trie.add(word!, index);
    return [...syllables!.matchAll(/(\d)(\D+)/g)].map(([, at, syllable]): [number, string] => [
      Number(at),
      syllable!,
    ]);
  });
  table = { trie, changes, firstOwn: entries.length - ownWords.split(' ').length };
  return table;
}

/**
 * Readings of words that the built-in dictionary lacks or gives differently (心脏 zàng), by place in a Simplified
 * clause. A word counts where it begins and ends with words of the segmentation, or is inside one of them. Also
 * returns the places of one-character words, and those that our own words decide.
 */
export function wordReadings(clause: string): {
  readings: Map<number, string>;
  alone: number[];
  certain: number[];
} {
  const { trie, changes, firstOwn } = getTable();
  const certain: number[] = [];
  const found = new Map<number, string>();
  const ends = new Int32Array(clause.length + 1);
  segment(clause, [0, clause.length], getWords(), ends);
  const wordEnds = endOfEach(ends, clause.length);
  const alone: number[] = [];
  for (let at = 0; at < clause.length; at = ends[at]!) if (ends[at] === at + 1) alone.push(at);
  for (let start = 0; start < clause.length; start++) {
    let node = 1;
    let best = none;
    for (let at = start; at < clause.length && node !== 0; at++) {
      node = trie.step(node, clause.charCodeAt(at));
      const value = trie.valueAt(node);
      if (value !== none && fits(wordEnds, start, at + 1)) best = value;
    }
    if (best === none) continue;
    for (const [at, syllable] of changes[best]!) {
      found.set(start + at, syllable);
      if (best >= firstOwn) certain.push(start + at);
    }
  }
  return { readings: found, alone, certain };
}

/** For each offset, the end of its word. */
function endOfEach(ends: Int32Array, length: number): Int32Array {
  const all = new Int32Array(length + 1);
  for (let at = 0; at < length; at = ends[at]!) all.fill(ends[at]!, at, ends[at]!);
  return all;
}

function fits(wordEnds: Int32Array, start: number, end: number): boolean {
  if (wordEnds[start]! >= end) return true;
  const isStart = start === 0 || wordEnds[start - 1] === start;
  return isStart && wordEnds[end - 1] === end;
}
