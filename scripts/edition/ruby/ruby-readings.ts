import { pinyin } from 'pinyin-pro';
import type { Edition } from '../../article/edition.js';
import { hanRun } from '../../text/characters.js';
import { simplify } from '../lexicon/own-words.js';
import { neighbourReading } from './neighbour-readings.js';
import { ruledReadings } from './reading-rules.js';
import { particlesOf } from './ruby-particles.js';
import { taiwanReading } from './taiwan-readings.js';
import { wordReadings } from './word-readings.js';

export interface ReadingOptions {
  /** The dictionary: some characters are read differently in Taiwan. */
  readings: Edition['readings'];
  /** A person's own readings, by word in the text's or in simplified form; one syllable a character. */
  own: ReadonlyMap<string, readonly string[]>;
}

/**
 * 读音 of each character of a text, as pinyin with tone marks; undefined for other characters. Words decide
 * (银行 háng, 行长 zhǎng). Tones are those of the dictionary, without sandhi, as GB/T 16159 prescribes for print.
 */
export function readingsOf(text: string, { readings: from, own }: ReadingOptions): (string | undefined)[] {
  const characters = [...text];
  // The dictionaries of words are simplified.
  const plain = [...simplify(text).replace(aspect, '着')];
  const simplified = plain.join('');
  const { words, decided, alone, certain } = clauseReadings(simplified);
  const offsets = offsetsOf(plain);
  const read = pinyin(simplified, { type: 'all', toneSandhi: false, surname: 'off' });
  const readings = characters.map((_, index) => {
    const { pinyin: found, isZh } = read[index] ?? {};
    if (!isZh || !found) return undefined;
    const at = offsets[index]!;
    const usual = words.get(at) ?? found;
    const said =
      decided.get(at) ??
      (certain.has(at)
        ? undefined
        : neighbourReading(simplified, at, { found: usual, isAlone: alone.has(at) && !words.has(at) })) ??
      usual;
    return from === 'taiwan' ? taiwanReading(characters, index, { said, isAlone: alone.has(at) }) : said;
  });
  for (const [word, syllables] of own) {
    for (const line of [characters.join(''), plain.join('')])
      for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
        const start = [...line.slice(0, at)].length;
        syllables.forEach((syllable, index) => {
          readings[start + index] = syllable;
        });
      }
  }
  return readings;
}

/** Readings by words and grammar, by place in a Simplified text; and the places of one-character words. */
function clauseReadings(text: string) {
  const words = new Map<number, string>();
  const alone = new Set<number>();
  const certain = new Set<number>();
  for (const { 0: clause, index } of text.matchAll(hanRun)) {
    const found = wordReadings(clause);
    for (const [at, reading] of found.readings) words.set(index + at, reading);
    for (const at of found.alone) alone.add(index + at);
    for (const at of found.certain) certain.add(index + at);
  }
  return { words, alone, certain, decided: new Map([...particlesOf(text), ...ruledReadings(text)]) };
}

/** The reading of a person's name, whose first character is a surname: 曾国藩 zēng. One syllable a character. */
export function readingOfPerson(name: string): string[] {
  return pinyin(simplify(name), { type: 'array', toneSandhi: false, surname: 'head' });
}

/** Offset of each character in UTF-16 units. */
function offsetsOf(characters: readonly string[]): number[] {
  const offsets = [0];
  for (const { length } of characters) offsets.push(offsets.at(-1)! + length);
  return offsets;
}

/** 著 that is 着, in 看著; not in 著作, 顯著, 名著. */
const aspect = /(?<![显名专原论编合巨土卓昭所遗译新拙力大自执见])著(?![作名述书者称录有论文])/gu;
