import { none } from './trie.js';
import type { Words } from './words.js';

/** Longest word that is looked for; only names of institutions are longer, and they fall apart into words. */
const longest = 12;

/**
 * 分词: the likeliest words of a clause, by Viterbi over the words' frequencies.
 *
 * @param ends where the word that begins at each offset of the clause ends; only those at word starts count.
 */
export function segment(
  text: string,
  [start, end]: readonly [number, number],
  words: Words,
  ends: Int32Array,
): void {
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
    scores[from] = best;
    ends[from] = bestEnd;
  }
}

let buffer = new Float64Array(256);

/** Scratch space, kept because a clause comes every ten characters. */
function scoresOf(length: number): Float64Array {
  if (buffer.length < length) buffer = new Float64Array(length * 2);
  return buffer;
}
