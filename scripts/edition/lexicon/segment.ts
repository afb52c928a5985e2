import { bonusOf, scoreName } from './people/name-scores.js';
import { none, type Trie } from './trie.js';
import type { Words } from './words.js';

/** Longest word that is looked for; only names of institutions are longer, and they split into words. */
const longest = 12;

/**
 * 分词: the likeliest words of a clause, by Viterbi over the words' frequencies.
 *
 * @param ends filled with the end of the word that begins at each offset of the clause; only word starts count.
 * @param people filled with 1 where a word begins that is on no list, but looks like the name of a person.
 * @returns the logarithm of the probability of these words.
 */
export function segment(
  text: string,
  [start, end]: readonly [number, number],
  words: Words,
  ends: Int32Array,
  people?: Uint8Array,
): number {
  const { trie, unknown } = words;
  const length = end - start;
  const scores = scoresOf(length + 1);
  scores[length] = 0;
  for (let from = length - 1; from >= 0; from--) {
    let best = Number.NEGATIVE_INFINITY;
    let bestEnd = from + 1;
    let node = 1;
    const limit = Math.min(length, from + longest);
    for (let to = from; to < limit; to++) {
      node = trie.step(node, text.charCodeAt(start + to));
      const value = trie.valueAt(node);
      if (to === from || value !== none) {
        const score = (value !== none ? value : unknown) + scores[to + 1]!;
        if (score > best) {
          best = score;
          bestEnd = to + 1;
        }
      }
      if (node === 0) break;
    }
    if (people) {
      people[from] = 0;
      if (words.names.surnames[text.charCodeAt(start + from)] !== 0)
        for (let size = 2; size <= 3 && from + size <= length; size++) {
          // 余震 is on the list, and not a person.
          if (trie.valueAt(walk(trie, text, start + from, size)) !== none) continue;
          const score =
            scoreName(words.names, text, start + from, size) +
            bonusOf(text, start + from, start + from + size) +
            (size === 3 ? wordInName(trie, text, start + from + 1) : 0) +
            (size === 3 && isCommon(trie, text, start + from) ? wordBefore : 0) +
            scores[from + size]!;
          if (score <= best) continue;
          best = score;
          bestEnd = from + size;
          people[from] = 1;
        }
    }
    scores[from] = best;
    ends[from] = bestEnd;
  }
  return scores[0]!;
}

/** Penalty of a given name that is a word: 于东区, 于去年. */
const wordAsName = -3;
/** Words that many people of some years were named. */
const givenWords =
  /^(?:建国|国庆|建军|建设|爱国|爱民|爱军|卫国|卫东|跃进|胜利|和平|解放|红军|国强|富强|自强|文明|光明|光荣|东升|向阳|向东|永红|援朝|抗美|学军|拥军|新华|振华|中华|兴国|立国|立新|春雨|春风|海洋|长江|东方|晓明|志愿|保国|保卫)/;

function wordInName(trie: Trie, text: string, at: number): number {
  if (givenWords.test(text.slice(at, at + 2))) return -wordAsName;
  return isCommon(trie, text, at) ? wordAsName : 0;
}
/** Penalty of a surname that forms a word with the next characters: 游行后, 范围广. */
const wordBefore = -5;

/** Words that stand once in 300,000 are met in any paper; of rarer ones, 正声 or 党国, many are names as well. */
const common = Math.log(1 / 300_000);

/** True if two characters are a common word; `none` is below every probability. */
function isCommon(trie: Trie, text: string, at: number): boolean {
  const value = trie.valueAt(walk(trie, text, at, 2));
  return value !== none && value > common;
}

function walk(trie: Trie, text: string, from: number, length: number): number {
  let node = 1;
  for (let at = from; at < from + length && node !== 0; at++) node = trie.step(node, text.charCodeAt(at));
  return node;
}

let buffer = new Float64Array(256);

/** Scratch space, kept because a clause comes every ten characters. */
function scoresOf(length: number): Float64Array {
  if (buffer.length < length) buffer = new Float64Array(length * 2);
  return buffer;
}
