import type { Gaps } from '../measure/page.js';
import { sharedNumbers } from '../numbers/parts.js';
import type { LineWords } from './line-words.js';

const { displayShare, sideAcross, leastAcross, leastWeight } = sharedNumbers;

/**
 * How alike the text before a line that may be a title or a crosshead is to the text behind it, without the line and
 * its neighbours of that kind, 0 … 1; −1 where there is no text on one side. Under a crosshead the story goes on, under
 * a title another begins.
 */
export function likenessAcross(words: LineWords, { heading }: Gaps): Float64Array {
  const count = words.starts.length - 1;
  const across = new Float64Array(count).fill(-1);
  const seen = new Int32Array(words.weights.length).fill(-1);
  for (let from = 0; from < count; from++) {
    if (heading[from]! < displayShare) continue;
    let to = from + 1;
    while (to < count && heading[to]! >= displayShare) to++;
    across.fill(compareSides(words, { from, to }, seen), from, to);
    from = to - 1;
  }
  return across;
}

function compareSides(
  words: LineWords,
  { from, to }: { from: number; to: number },
  seen: Int32Array,
): number {
  const count = words.starts.length - 1;
  const [first, last] = [Math.max(0, from - sideAcross), Math.min(count, to + sideAcross)];
  if (from - first < leastAcross || last - to < leastAcross) return -1;
  // Two marks a run: words before it, and words behind it that were counted.
  const [before, behind] = [2 * from, 2 * from + 1];
  let [left, right, both] = [0, 0, 0];
  for (let at = words.starts[first]!; at < words.starts[from]!; at++) {
    const id = words.ids[at]!;
    if (seen[id] === before) continue;
    seen[id] = before;
    left += words.weights[id]!;
  }
  for (let at = words.starts[to]!; at < words.starts[last]!; at++) {
    const id = words.ids[at]!;
    if (seen[id] === behind) continue;
    if (seen[id] === before) both += words.weights[id]!;
    seen[id] = behind;
    right += words.weights[id]!;
  }
  return both / Math.max(leastWeight, Math.min(left, right));
}
