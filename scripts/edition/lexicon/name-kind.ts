import { cities } from './cities.js';
import { isPersonName } from './people/persons.js';

/** 人名, 地名, 其他: the lists of an index. */
export const nameKinds = ['person', 'place', 'other'] as const;
export type NameKind = (typeof nameKinds)[number];

const headings: Readonly<Record<string, NameKind>> = {
  人名: 'person',
  persons: 'person',
  地名: 'place',
  places: 'place',
  其他: 'other',
  others: 'other',
};

/** The list that begins at a line such as `[地名]` of a names file; undefined for any other line. */
export function kindHeading(line: string): NameKind | undefined {
  const [, word] = /^\s*\[\s*(\S+?)\s*\]\s*(?:#.*)?$/.exec(line) ?? [];
  return word === undefined ? undefined : headings[word.toLowerCase()];
}

/** Endings of place names. */
const placeEnd =
  /(?:省|市|县|縣|区|區|州|盟|旗|镇|鎮|乡|鄉|村|街|路|山|河|江|湖|海|岛|島|湾|灣|港|国|國|洲|城|关|關|道|寺|庙|廟|桥|橋|广场|廣場|机场|機場|车站|車站|高原|盆地|平原)$/;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const isWord = (text: string) => [...words.segment(text)].length === 1;

/**
 * 钟南山, 李大海: a surname before a word that is also used as a given name. 黄浦|江 and 白云|山 are not persons: their first
 * two characters belong together.
 */
const isLikePerson = (name: string) =>
  [...name].length === 3 && isPersonName(name) && isWord(name.slice(1)) && !isWord(name.slice(0, 2));

/** Guesses the kind of a name from its form, for names without a heading. */
export function guessKind(name: string): NameKind {
  if (cities.has(name)) return 'place';
  if (placeEnd.test(name)) return isLikePerson(name) ? 'person' : 'place';
  return isPersonName(name) ? 'person' : 'other';
}
