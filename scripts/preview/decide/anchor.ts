import type { Range } from '../../article/ledger.js';

/** Minimum number of characters by which a person recognises a place: on each side of a border, and of words. */
const leastSide = 4;
const leastWords = 8;

/**
 * Words that occur at a border of the source and nowhere else: `起好步？|人民期待`. White space is ignored.
 *
 * @param offset of the character after the border
 */
export function borderAnchor(source: string, offset: number): string | undefined {
  const before = dense(source.slice(0, offset));
  const after = dense(source.slice(offset));
  const all = before + after;
  for (let length = leastSide; length <= all.length; length++) {
    const [left, right] = [before.slice(-length), after.slice(0, length)];
    if (left === '' || right === '' || /\|/.test(left + right)) return undefined;
    if (isUnique(all, left + right)) return `${left}|${right}`;
  }
  return undefined;
}

/** The shortest beginning of a passage that occurs in the source once; all of it if necessary. */
export function wordsAnchor(source: string, ranges: readonly Range[]): string | undefined {
  const all = dense(source);
  const words = [...dense(ranges.map(([start, end]) => source.slice(start, end)).join(''))];
  for (let length = Math.min(leastWords, words.length); length <= words.length && length > 0; length++) {
    const anchor = words.slice(0, length).join('');
    if (isUnique(all, anchor)) return anchor;
  }
  return undefined;
}

/**
 * Words of a passage with the number of their occurrence, for those that no beginning tells apart.
 *
 * @returns undefined where the passage is empty, or only found inside an earlier occurrence
 */
export function nthAnchor(
  source: string,
  ranges: readonly Range[],
): { text: string; nth: string } | undefined {
  const [first] = ranges;
  const text = dense(ranges.map(([start, end]) => source.slice(start, end)).join(''));
  if (!first || text === '') return undefined;
  const all = dense(source);
  const wanted = dense(source.slice(0, first[0])).length;
  let nth = 1;
  for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + text.length), nth++)
    if (at === wanted) return { text, nth: String(nth) };
  return undefined;
}

/**
 * A passage with enough words around it to occur in the source once; undefined where none are enough.
 * `at` is its place in the source without white space.
 */
export function passageAnchor(
  source: string,
  [start, end]: Range,
): { before: string; words: string; after: string; at: number } | undefined {
  const before = [...dense(source.slice(0, start))];
  const at = before.join('').length;
  const words = dense(source.slice(start, end));
  const after = [...dense(source.slice(end))];
  const all = before.join('') + words + after.join('');
  for (let side = leastSide; side <= all.length; side++) {
    const anchor = {
      before: side > before.length ? before.join('') : before.slice(-side).join(''),
      words,
      at,
      after: after.slice(0, side).join(''),
    };
    const text = anchor.before + words + anchor.after;
    if (text.includes('|')) return undefined;
    if (words !== '' && isUnique(all, text)) return anchor;
  }
  return undefined;
}

/** A text without white space, which anchors ignore. */
export const dense = (text: string) => text.replace(/[\s\u3000\ufeff\u200b]+/gu, '');

function isUnique(all: string, words: string): boolean {
  const first = all.indexOf(words);
  return first >= 0 && all.indexOf(words, first + 1) < 0;
}
