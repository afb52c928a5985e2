import { createRequire } from 'node:module';
import type { DictGroup, DictLike } from 'opencc-js/core';
import { oldVariants } from './old-variants.js';

/** Asked for when tables are made of it: two megabytes of text that most runs do without. */
const loadPreset = (): typeof import('opencc-js/preset') =>
  createRequire(import.meta.url)('opencc-js/preset');

/** OpenCC's dictionaries of one configuration, as pairs from → to. */
export interface Dictionaries {
  /** First step, script to script: words of several characters, then single characters. */
  phrases: Map<string, string>;
  characters: Map<string, string>;
  /** Second step, to the glyph forms of the region. Empty where there is none. */
  regional: Map<string, string>;
}

/** Groups that were read: the step from script to script is the same for all regions. */
const read = new Map<DictGroup, Map<string, string>>();

/** The configurations for scripts and for the glyph forms of regions, not those for words. */
export const configNames = ['s2t', 's2tw', 's2hk', 't2s', 'tw2s', 'hk2s'] as const;

/**
 * OpenCC's dictionaries, on the way to Simplified with the variants that they lack.
 *
 * @param config OpenCC's name of the configuration: s2tw, s2hk, s2t, t2s, s2twp.
 */
export function readDictionaries(config: string): Dictionaries {
  const { conversionChain } = loadPreset().configs![config]!;
  const [first = [], second = []] = conversionChain;
  const phrases = new Map<string, string>();
  const characters = new Map<string, string>();
  for (const [from, to] of readGroup(first)) (isOne(from) ? characters : phrases).set(from, to);
  if (config.endsWith('2s')) {
    for (const [from, to] of oldVariants.characters) characters.set(from, to);
    for (const [from, to] of oldVariants.phrases) phrases.set(from, to);
  }
  return { phrases, characters, regional: new Map(readGroup(second)) };
}

/** True if a word is a single character. */
function isOne(word: string): boolean {
  return word.length === 1 || (word.length === 2 && word.codePointAt(0)! > 0xffff);
}

/** The first dictionary of a group that has a word decides. */
function readGroup(group: DictGroup): Map<string, string> {
  const known = read.get(group);
  if (known) return known;
  const words = new Map<string, string>();
  for (const dictionary of group)
    for (const [from, to] of readPairs(dictionary)) if (!words.has(from)) words.set(from, to);
  read.set(group, words);
  return words;
}

function readPairs(dictionary: DictLike): readonly (readonly [string, string])[] {
  if (typeof dictionary !== 'string') return dictionary;
  return dictionary.split('|').map((pair) => {
    const at = pair.indexOf(' ');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}
