import type { DictGroup, DictLike } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';

/** OpenCC's dictionaries of one configuration, as pairs from → to. */
export interface Dictionaries {
  /** First step, script to script: words of several characters, then single characters. */
  phrases: Map<string, string>;
  characters: Map<string, string>;
  /** Second step, to the glyph forms of the region. Empty where there is none. */
  regional: Map<string, string>;
}

/**
 * @param config OpenCC's name of it: s2tw, s2hk, s2t, t2s, s2twp.
 */
export function readDictionaries(config: string): Dictionaries {
  const { conversionChain } = preset.configs![config]!;
  const [first = [], second = []] = conversionChain;
  const all = readGroup(first);
  const isOne = (word: string) => [...word].length === 1;
  return {
    phrases: new Map([...all].filter(([from]) => !isOne(from))),
    characters: new Map([...all].filter(([from]) => isOne(from))),
    regional: readGroup(second),
  };
}

/** The first dictionary of a group that has a word decides. */
function readGroup(group: DictGroup): Map<string, string> {
  const words = new Map<string, string>();
  for (const dictionary of group)
    for (const [from, to] of readPairs(dictionary)) if (!words.has(from)) words.set(from, to);
  return words;
}

function readPairs(dictionary: DictLike): readonly (readonly [string, string])[] {
  if (typeof dictionary !== 'string') return dictionary;
  return dictionary.split('|').map((pair) => pair.split(' ') as [string, string]);
}
