import { isHan } from '../../text/characters.js';

/** Bigrams of a text's Han and word characters. */
export function bigrams(text: string): Set<string> {
  const found = new Set<string>();
  let before = '';
  for (const char of text) {
    if (!isHan(char) && !/[\p{L}\p{N}]/u.test(char)) {
      if (char.trim() !== '') before = '';
      continue;
    }
    if (before) found.add(before + char);
    before = char;
  }
  return found;
}

/** How much of a title stands in each body, 0 … 1, rare words weighing more (idf over the bodies). */
export function overlaps(titles: readonly string[], bodies: readonly string[]): number[][] {
  const sets = bodies.map(bigrams);
  const frequency = new Map<string, number>();
  for (const set of sets) for (const bigram of set) frequency.set(bigram, (frequency.get(bigram) ?? 0) + 1);
  const weight = (bigram: string) => Math.log(1 + bodies.length / (frequency.get(bigram) ?? 0.5));
  return titles.map((title) => {
    const own = [...bigrams(title)];
    const all = own.reduce((sum, bigram) => sum + weight(bigram), 0);
    return sets.map((set) => {
      const shared = own.reduce((sum, bigram) => sum + (set.has(bigram) ? weight(bigram) : 0), 0);
      return all > 0 ? shared / all : 0;
    });
  });
}
