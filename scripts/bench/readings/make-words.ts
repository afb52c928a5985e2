import { pinyin } from 'pinyin-pro';
import { isAllHan } from '../../text/characters.js';

/** Longer entries are sentences and addresses. */
const longest = 6;

/**
 * The entries of the larger dictionary that change a reading of the built-in one: `心脏1zàng`, the word and, for each
 * changed syllable, its place in the word.
 *
 * @param dictionary `@pinyin-pro/data`, complete.json: word → reading and frequency.
 */
export function makeReadingWords(dictionary: Readonly<Record<string, readonly [string, number?]>>): string[] {
  return Object.entries(dictionary).flatMap(([word, [reading]]) => {
    const wanted = reading.split(' ');
    if (word.length < 2 || word.length > longest || wanted.length !== word.length || !isAllHan(word))
      return [];
    const found = pinyin(word, { type: 'array', toneSandhi: false, surname: 'off' });
    const changed = wanted.flatMap((syllable, at) =>
      isOther(word[at]!, syllable, found[at]!) ? [at + syllable] : [],
    );
    return changed.length > 0 ? [word + changed.join('')] : [];
  });
}

/** True for a different reading, except for 一 and 不, whose tones the dictionary shifts, and toneless syllables. */
function isOther(char: string, wanted: string, found: string): boolean {
  if (wanted === found || '一不'.includes(char)) return false;
  const plain = toneless(wanted);
  return plain !== toneless(found) || (wanted !== plain && found !== toneless(found));
}

const toneless = (syllable: string) =>
  syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
