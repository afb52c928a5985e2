import type { Gaps } from '../measure/page.js';
import { sharedNumbers } from '../numbers/parts.js';
import type { LineWords } from './line-words.js';

const { displayShare, mostRows, beginning, farthest } = sharedNumbers;

/** Shares of the next title's words after a line, 0 … 1; −1 where no title follows. */
export interface TitleWords {
  /** In the lines from this one on. */
  here: Float64Array;
  /** In the text before, back to the title before. */
  before: Float64Array;
}

/** For each line, whether the title that follows the text speaks of what begins here or of what stands before it. */
export function titleWordsOf(words: LineWords, { heading }: Gaps): TitleWords {
  const count = words.starts.length - 1;
  const found: TitleWords = {
    here: new Float64Array(count).fill(-1),
    before: new Float64Array(count).fill(-1),
  };
  let from = 0;
  for (let line = 0; line < count; line++) {
    if (heading[line]! < displayShare) continue;
    let to = line + 1;
    while (to < count && to < line + mostRows && heading[to]! >= displayShare) to++;
    speakOf(words, { from: Math.max(from, line - farthest), title: line, to }, found);
    from = to;
    line = to - 1;
  }
  return found;
}

/** Lines of text before a title, and the rows of the title. */
interface Region {
  from: number;
  title: number;
  to: number;
}

function speakOf({ ids, starts, weights }: LineWords, { from, title, to }: Region, found: TitleWords): void {
  const own = new Set<number>();
  let all = 0;
  for (let at = starts[title]!; at < starts[to]!; at++) {
    if (own.has(ids[at]!)) continue;
    own.add(ids[at]!);
    all += weights[ids[at]!]!;
  }
  if (all === 0) return;
  const told = new Set<number>();
  let before = 0;
  for (let line = from; line < title; line++) {
    found.before[line] = before / all;
    found.here[line] = 0;
    for (let at = starts[line]!; at < starts[line + 1]!; at++) {
      const id = ids[at]!;
      if (!own.has(id)) continue;
      const weight = weights[id]! / all;
      if (!told.has(id)) before += weights[id]!;
      told.add(id);
      // The word counts for the few lines before it, once for each.
      for (let first = line; first >= from && first > line - beginning; first--) found.here[first]! += weight;
    }
  }
}
