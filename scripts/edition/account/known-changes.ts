import type { AdaptOptions } from '../../article/edition.js';
import type { ChangeName, KnownChanges, WordChange } from '../../article/known-changes.js';
import { isHan } from '../../text/characters.js';
import { houseForms } from '../lexicon/house-style.js';
import { readNames } from '../lexicon/names.js';
import { simplify } from '../lexicon/own-words.js';
import { vocabularyWords } from '../lexicon/vocabulary.js';
import type { ChineseRow } from '../row.js';
import { areVariants } from './variants.js';

/** Marks that may replace one another: quotes of two scripts, title marks by depth, points between names. */
const marks: readonly [name: ChangeName, characters: string][] = [
  ['quotes', '“”‘’「」『』"\''],
  ['marks', '《〈'],
  ['marks', '》〉'],
  ['marks', '·．•‧'],
];

const markChange = (from: string, to: string): ChangeName | undefined =>
  marks.find(([, characters]) => characters.includes(from) && characters.includes(to))?.[0];

/** The changes of an edition that only curls quotes. */
export const changesOfMarks: KnownChanges = { ofCharacter: markChange, ofWords: () => [] };

/** All changes that conversion to an edition may make, classified by the table that has them. */
export function changesOf(row: ChineseRow, options: AdaptOptions = {}): KnownChanges {
  const house = houseForms(row.houseStyle, options.houseStyle);
  const words = wordChanges(row, options);
  const longest = Math.max(0, ...[...words.keys()].map(({ length }) => length));
  return {
    ofCharacter: (from, to) => {
      if (!isHan(from.codePointAt(0)!)) return markChange(from, to);
      if (areVariants(from, to) || from.normalize('NFC') === to) return 'conversion';
      const isHouse = [...house.characters].some(
        ([plain, own]) => own === to && (areVariants(from, plain) || simplify(plain) === from),
      );
      return isHouse ? 'house style' : undefined;
    },
    ofWords: (text, at) => {
      const found: WordChange[] = [];
      for (let length = 1; length <= longest && at + length <= text.length; length++)
        found.push(...(words.get(text.slice(at, at + length)) ?? []));
      return found;
    },
  };
}

/** Changes of words, by the word in the manuscript. */
function wordChanges(row: ChineseRow, options: AdaptOptions): ReadonlyMap<string, readonly WordChange[]> {
  const words = new Map<string, WordChange[]>();
  const add = (name: ChangeName, from: string, to: string) => {
    if (from !== to) words.set(from, [...(words.get(from) ?? []), { name, from, to }]);
  };
  for (const { source, output } of readNames(options.names ?? [], row.id).list) add('names', source, output);
  for (const { character, as } of options.characters ?? []) add('names', character, as);
  for (const [from, to] of houseForms(row.houseStyle, options.houseStyle).words)
    add('house style', simplify(from), to);
  if (options.vocabulary) for (const [from, to] of vocabularyWords(row)) add('vocabulary', from, to);
  return words;
}
