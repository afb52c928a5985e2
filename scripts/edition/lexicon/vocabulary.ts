import type { Change } from '../convert/change.js';
import type { ChineseRow } from '../rows/row.js';
import { readDictionaries } from './dictionaries.js';
import { simplify } from './own-words.js';
import { segment } from './segment.js';
import { newTrie, none, type Trie } from './trie.js';
import { getWords } from './words.js';

interface Vocabulary {
  trie: Trie;
  values: string[];
}

const built = new Map<string, Vocabulary>();

/**
 * 地区用词: 软件 → 軟體. Only whole words are replaced: 各项目标 is 各|项|目标 or 各|项目|标, and stays.
 *
 * @param isKept units that are decided already; those of the words found are added.
 */
export function applyVocabulary(text: string, row: Pick<ChineseRow, 'opencc'>, isKept: Uint8Array): Change[] {
  if (row.opencc.words === undefined) return [];
  const { trie, values } = getVocabulary(row);
  const changes: Change[] = [];
  const ends = new Int32Array(text.length + 1);
  if (text.length > 0) segment(text, [0, text.length], getWords(), ends);
  const isBorder = new Uint8Array(text.length + 1);
  for (let at = 0; at < text.length; at = ends[at]!) isBorder[at] = 1;
  isBorder[text.length] = 1;
  for (let start = 0; start < text.length; ) {
    let node = isBorder[start] === 1 ? 1 : 0;
    let found = -1;
    let end = start + 1;
    for (let at = start; at < text.length && node !== 0 && isKept[at] === 0; at++) {
      node = trie.step(node, text.charCodeAt(at));
      const value = trie.valueAt(node);
      if (value === none || isBorder[at + 1] === 0) continue;
      found = value;
      end = at + 1;
    }
    if (found >= 0 && values[found] !== text.slice(start, end)) {
      changes.push({ start, end, replacement: values[found]! });
      isKept.fill(1, start, end);
    }
    start = end;
  }
  return changes;
}

/** All words that may be replaced: what stands in the source, and what the region says. */
export function vocabularyWords({ opencc }: Pick<ChineseRow, 'opencc'>): [from: string, to: string][] {
  const { words, script } = opencc;
  if (words === undefined) return [];
  const standard = readDictionaries(script).regional;
  return [...readDictionaries(words).regional]
    .filter(([from, to]) => [...from].length > 1 && standard.get(from) !== to)
    .map(([from, to]) => [simplify(from), to]);
}

function getVocabulary(row: Pick<ChineseRow, 'opencc'>): Vocabulary {
  const key = row.opencc.words ?? '';
  const known = built.get(key);
  if (known) return known;
  const pairs = vocabularyWords(row);
  const trie = newTrie(pairs.reduce((sum, [from]) => sum + from.length, 0));
  for (const [index, [from]] of pairs.entries()) trie.add(from, index);
  const vocabulary = { trie, values: pairs.map(([, to]) => to) };
  built.set(key, vocabulary);
  return vocabulary;
}
