import { addressBreaks, addressesIn } from '../../text/addresses.js';

const latin = /[!-~\u00c0-\u052f]+/g;

/** Latin words, and the pieces of addresses, in which a line may end. */
export function wordsOf(data: string): { word: string; index: number }[] {
  const ends = new Set<number>();
  for (const { found, index } of addressesIn(data))
    for (const { at } of addressBreaks(found)) ends.add(index + at);
  return [...data.matchAll(latin)].flatMap(({ 0: word, index }) => {
    if (ends.size === 0) return [{ word, index }];
    const cuts = [...ends].filter((at) => at > index && at < index + word.length);
    return [index, ...cuts].map((start, at) => ({
      word: data.slice(start, cuts[at] ?? index + word.length),
      index: start,
    }));
  });
}
