import { isHan, isSpace } from '../text/characters.js';
import { storyNumbers } from './numbers/structure.js';

/** Bigrams of a text's Han and word characters; each as one number, of two UTF-16 units. */
export function bigrams(text: string): Set<number> {
  const found = new Set<number>();
  eachBigram(text, (bigram) => found.add(bigram));
  return found;
}

/** 1 for letters and figures, 2 for other characters; filled as they occur. */
const letters = new Uint8Array(0xd800);

function isLetter(code: number): boolean {
  if (letters[code] === 0) letters[code] = /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 2;
  return letters[code] === 1;
}

/** The same one by one, with repetitions. */
export function eachBigram(text: string, take: (bigram: number) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isChinese = isHan(code);
    if (!isChinese && isSpace(code)) continue;
    const isWord = isChinese || code > 0xd7ff || isLetter(code);
    if (isWord && before > 0) take((before << 16) | code);
    before = isWord ? code : 0;
  }
}

/** Share of a title's words in each body, 0 … 1, with more weight for rare words (idf over the bodies). */
export function overlaps(titles: readonly string[], bodies: readonly string[]): number[][] {
  const words = titles.map((title) => [...bigrams(title)]);
  const bodiesOf = occurrences(words, bodies);
  return words.map((own) => {
    const shares = new Array<number>(bodies.length).fill(0);
    let all = 0;
    for (const word of own) {
      const found = bodiesOf.get(word)!;
      const weight = Math.log(1 + bodies.length / (found.length || storyNumbers.unknownPair));
      all += weight;
      for (const body of found) shares[body]! += weight;
    }
    return all > 0 ? shares.map((share) => share / all) : shares;
  });
}

/** The bodies in which each word of the titles occurs. */
function occurrences(
  words: readonly (readonly number[])[],
  bodies: readonly string[],
): Map<number, number[]> {
  const bodiesOf = new Map<number, number[]>();
  for (const own of words) for (const word of own) bodiesOf.set(word, []);
  bodies.forEach((body, index) => {
    eachBigram(body, (bigram) => {
      const found = bodiesOf.get(bigram);
      if (found && found.at(-1) !== index) found.push(index);
    });
  });
  return bodiesOf;
}
