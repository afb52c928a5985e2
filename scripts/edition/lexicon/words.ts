import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../../article/package-root.js';
import { kept } from './kept-tables.js';
import { readPressWords } from './own-words.js';
import { type NameScores, newNameScores, trapSurnames } from './people/name-scores.js';
import { newTrie, type Trie } from './trie.js';

/** 词表: the words of newspaper Chinese, each with the logarithm of its probability (jieba's list, MIT). */
export interface Words {
  trie: Trie;
  /** Log-probability of a character that is not a word. */
  unknown: number;
  /** The people on the list whose surname is also an everyday word: 余秋雨, 范仲淹. */
  persons: string[];
  /** The statistics of names. */
  names: NameScores;
}

/** jieba's dict.txt, compressed; beside it its licence. */
const wordList = join(packageRoot, 'scripts', 'edition', 'lexicon', 'jieba.txt.br');

let words: Words | undefined;

/** Read once, when a text first needs it (a third of a second, where it was not kept). */
export function getWords(): Words {
  words ??= kept('words', () => readWords(brotliDecompressSync(readFileSync(wordList)).toString()));
  return words;
}

/** Lines `word count kind`. Read in two passes over the text, because 350,000 pairs would take 100 MB. */
function readWords(list: string): Words {
  let total = 0;
  let length = 0;
  const persons: string[] = [];
  const names: string[] = [];
  eachWord(list, (word, count, kind) => {
    total += count;
    length += word.length;
    if (kind !== 'nr') return;
    names.push(word);
    // Many words of two characters are not names: 党纲, 游弋.
    if (trapSurnames.has(word[0]!) && word.length > ('余范于钟'.includes(word[0]!) ? 1 : 2))
      persons.push(word);
  });
  const own = [...readPressWords().keys()];
  const trie = newTrie(own.reduce((sum, word) => sum + word.length, length));
  for (const word of own) trie.add(word, Math.log(ownCount / total));
  eachWord(list, (word, count) => trie.add(word, Math.log(count / total)));
  return { trie, unknown: Math.log(1 / total), persons, names: newNameScores(names) };
}

/** Count for our own words that the list lacks: as rare as its rarest. */
const ownCount = 3;

type Visit = (word: string, count: number, kind: string) => void;

/** Splits the lines by hand: `split` would take longer than all other work with the words. */
function eachWord(list: string, visit: Visit): void {
  for (let start = 0; start < list.length; ) {
    const found = list.indexOf('\n', start);
    const end = found < 0 ? list.length : found;
    const wordEnd = endOf(list, start, end);
    const countEnd = endOf(list, wordEnd + 1, end);
    const word = list.slice(start, wordEnd);
    const number = Math.max(1, Number(list.slice(wordEnd + 1, countEnd)) || 1);
    const kind = list.slice(countEnd + 1, Math.max(end, countEnd + 1));
    // The list has 1,000 pieces of sentences such as 于东海 as names: they would cut 位于 in two.
    // 于洋 is a place there, and mostly a person.
    const isJunk = (kind === 'nr' && word[0] === '于' && number < 100) || word === '于洋';
    if (word && !isJunk) visit(word, number, kind);
    start = end + 1;
  }
}

/** End of a field of a line. */
function endOf(list: string, start: number, lineEnd: number): number {
  let at = start;
  while (at < lineEnd && list.charCodeAt(at) !== 0x20) at++;
  return at;
}
