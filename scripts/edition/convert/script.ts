import { contexts } from '../lexicon/contexts.js';
import { type Dictionaries, readDictionaries } from '../lexicon/dictionaries.js';
import type { FormModel } from '../lexicon/form-model.js';
import type { Risks } from '../lexicon/form-risk.js';
import { modernForms } from '../lexicon/house-style.js';
import { nameForm } from '../lexicon/people/name-forms.js';
import { ruledCharacters } from '../lexicon/rules/index.js';
import { newTrie, none, type Trie } from '../lexicon/trie.js';
import { getWords } from '../lexicon/words.js';

/** All tables for converting one script to another; built once, when first used (half a second, 60 MB). */
export interface Script {
  /** Form of each character that no word decides; absent for those that stay. */
  characters: Map<string, string>;
  /** The same by UTF-16 unit, or the unit itself: making a new string for each character would cost the most. */
  units: string[];
  /** 1 for units with different forms in different words. */
  isAmbiguous: Uint8Array;
  /** Words → index into `values`. */
  phrases: Trie;
  values: string[];
  /** By index into `values`: 1 for our own words of the press. */
  isOwn: Uint8Array;
  /** All forms of each ambiguous character, the commonest in words first. */
  forms: ReadonlyMap<string, string[]>;
  /** Form of a character that is a word by itself. */
  alone: ReadonlyMap<string, string>;
  keepsNames: boolean;
  /** 语境: characters around an ambiguous one → index into `readings`. */
  contexts: Trie;
  readings: { offset: number; reading: string }[];
  /** Evidence of neighbours for an ambiguous character's forms; for Traditional only. */
  model?: FormModel;
  /** Rates of error of the forms; for Traditional only. */
  risks?: Risks;
}

/** Additions of a Traditional edition to OpenCC's dictionaries. */
export interface Additions {
  /** Words of the press, which come before OpenCC's. */
  words: ReadonlyMap<string, string>;
  /** Words of the house: they apply inside longer words too (计划 in 计划生育). */
  houseWords: ReadonlyMap<string, string>;
  /** True if spellings that papers print replace older ones. */
  isModern: boolean;
  /** Forms of characters in words that no list has. */
  inWords: ReadonlyMap<string, string>;
  /** Characters that have a different form as words by themselves than inside words. */
  alone: ReadonlyMap<string, string>;
  /** True if people's names have special forms, as in Traditional; reading their list takes a third of a second. */
  keepsNames: boolean;
}

export function newScript(
  config: string,
  { words, houseWords, inWords, alone, isModern, keepsNames }: Additions,
): Script {
  const { phrases, characters } = readDictionaries(config);
  for (const [from, to] of inWords) characters.set(from, to);
  if (isModern) {
    for (const [from, to] of phrases) phrases.set(from, modernize(to));
    for (const [from, to] of characters) characters.set(from, modernize(to));
  }
  const formOf = (char: string) => characters.get(char) ?? char;
  if (keepsNames)
    // OpenCC has 鐘楚紅 and similar names; and the list of persons has 钟点费.
    // 集中|于|海洋: no name of two words.
    for (const name of getWords().persons)
      if (name[0] === '于' && isWord(name.slice(1))) continue;
      else if (!phrases.has(name) || (name[0] === '钟' && !phrases.has(name.slice(0, 2))))
        phrases.set(name, nameForm(name, formOf));
  for (const [from, to] of words) phrases.set(from, to);
  putHouseWords(phrases, houseWords);
  const isAmbiguous = ambiguousUnits({ phrases, characters });
  const units = Array.from({ length: 65_536 }, (_, unit) => String.fromCharCode(unit));
  for (const [from, to] of characters) if (from.length === 1) units[from.charCodeAt(0)] = to;
  for (const char of alone.keys()) isAmbiguous[char.charCodeAt(0)] = 1;
  const forms = formsOf({ phrases, characters }, isAmbiguous);
  return {
    characters,
    units,
    isAmbiguous,
    forms,
    alone,
    keepsNames,
    ...phraseTrie(phrases, isAmbiguous, words),
    ...contextTrie((form) => keepsNames || formOf(form) === form),
  };
}

function isWord(text: string): boolean {
  const { trie } = getWords();
  let node = 1;
  for (let at = 0; at < text.length && node !== 0; at++) node = trie.step(node, text.charCodeAt(at));
  return text.length > 1 && node !== 0 && trie.valueAt(node) !== none;
}

const old = new RegExp(`[${[...modernForms.keys()].join('')}]`, 'g');
const modernize = (word: string) => word.replace(old, (char) => modernForms.get(char)!);

function putHouseWords(phrases: Map<string, string>, houseWords: ReadonlyMap<string, string>): void {
  if (houseWords.size === 0) return;
  const first = new Set([...houseWords.keys()].map((word) => word[0]));
  const mayHold = (phrase: string) => [...phrase].some((char) => first.has(char));
  const holders = [...phrases.keys()].filter(mayHold);
  for (const [from, to] of houseWords) {
    for (const phrase of holders) {
      const at = phrase.indexOf(from);
      const value = phrases.get(phrase)!;
      if (at < 0 || value.length !== phrase.length) continue;
      phrases.set(phrase, value.slice(0, at) + to + value.slice(at + from.length));
    }
    phrases.set(from, to);
    holders.push(from);
  }
}

function ambiguousUnits({ phrases, characters }: Pick<Dictionaries, 'phrases' | 'characters'>): Uint8Array {
  const isAmbiguous = new Uint8Array(65_536);
  for (const [from, to] of phrases)
    for (let index = 0; index < from.length; index++) {
      const char = from[index]!;
      if (from.length !== to.length || (characters.get(char) ?? char) !== to[index])
        isAmbiguous[char.charCodeAt(0)] = 1;
    }
  for (const { char } of contexts()) isAmbiguous[char.charCodeAt(0)] = 1;
  for (const char of ruledCharacters) isAmbiguous[char.charCodeAt(0)] = 1;
  return isAmbiguous;
}

function formsOf(
  { phrases, characters }: Pick<Dictionaries, 'phrases' | 'characters'>,
  isAmbiguous: Uint8Array,
) {
  const counts = new Map<string, Map<string, number>>();
  const count = (from: string, to: string) => {
    if (isAmbiguous[from.charCodeAt(0)] === 0) return;
    const forms = counts.get(from) ?? counts.set(from, new Map()).get(from)!;
    forms.set(to, (forms.get(to) ?? 0) + 1);
  };
  for (const [from, to] of phrases)
    if (from.length === to.length) for (let at = 0; at < from.length; at++) count(from[at]!, to[at]!);
  for (const [from, to] of characters) count(from, to);
  return new Map(
    [...counts].map(([from, forms]) => [from, [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form)]),
  );
}

/** Words without an ambiguous character decide nothing. */
function phraseTrie(
  all: ReadonlyMap<string, string>,
  isAmbiguous: Uint8Array,
  own: ReadonlyMap<string, string>,
): Pick<Script, 'phrases' | 'values' | 'isOwn'> {
  const kept = [...all].filter(([from]) => {
    for (let at = 0; at < from.length; at++) if (isAmbiguous[from.charCodeAt(at)] === 1) return true;
    return false;
  });
  const phrases = newTrie(kept.reduce((sum, [from]) => sum + from.length, 0));
  for (const [index, [from]] of kept.entries()) phrases.add(from, index);
  return {
    phrases,
    values: kept.map(([, to]) => to),
    isOwn: Uint8Array.from(kept, ([from]) => (own.has(from) ? 1 : 0)),
  };
}

/** @param isUsable false for a form that is none of this script: 困了 has 睏 in Traditional only. */
function contextTrie(isUsable: (form: string) => boolean): Pick<Script, 'contexts' | 'readings'> {
  const all = contexts().filter(({ reading }) => isUsable(reading));
  const trie = newTrie(all.reduce((sum, { text }) => sum + text.length, 0));
  for (const [index, { text }] of all.entries()) trie.add(text, index);
  return {
    contexts: trie,
    readings: all.map(({ text, char, reading }) => ({ offset: text.indexOf(char), reading })),
  };
}
