import { scriptOf } from '../../text/script-of.js';
import { readDictionaries } from '../lexicon/dictionaries.js';
import { getFormModel } from '../lexicon/form-model.js';
import { getRisks } from '../lexicon/form-risk.js';
import { houseForms } from '../lexicon/house-style.js';
import { kept } from '../lexicon/kept-tables.js';
import { aloneForms, readPressWords, simplify } from '../lexicon/own-words.js';
import { newTrie, type Trie } from '../lexicon/trie.js';
import type { ChineseRow } from '../row.js';
import { newScript, type Script } from './script.js';

/** Everything that one edition's conversion needs. */
export interface Converter {
  script: Script;
  /** Region of the edition; some rules are of one only. */
  region: string;
  /** Glyph forms of region and house, by character. */
  glyphs: Map<string, string>;
  /** The reverse: an edition's glyph → OpenCC's standard. */
  plain: Map<string, string>;
  /** Names of the region that keep another glyph: 宋皇臺, 港島綫. Index into `regionalValues`. */
  regional: Trie;
  regionalValues: string[];
  /** 1 for units that region and house may change; all others stay, and most are such. */
  isRegional: Uint8Array;
}

export interface ConverterOptions {
  houseStyle?: Readonly<Record<string, string>> | false | undefined;
}

const built = new WeakMap<ChineseRow, Map<string, Converter>>();

/** Built once an edition and house style: a quarter of a second and 25 MB each. */
export function getConverter(row: ChineseRow, { houseStyle }: ConverterOptions = {}): Converter {
  const key = JSON.stringify(houseStyle) ?? '';
  const ofRow = built.get(row) ?? new Map<string, Converter>();
  built.set(row, ofRow);
  const known = ofRow.get(key);
  if (known) return known;
  const converter = kept(`converter-${row.id}-${key}`, () => newConverter(row, houseStyle));
  // All share it.
  if (converter.script.keepsNames) {
    converter.script.model = getFormModel();
    converter.script.risks = getRisks();
  }
  ofRow.set(key, converter);
  return converter;
}

function newConverter(
  { id, opencc, houseStyle, region }: ChineseRow,
  own: ConverterOptions['houseStyle'],
): Converter {
  const config = own === false ? (opencc.standard ?? opencc.script) : opencc.script;
  const { characters, words } = houseForms(houseStyle, own);
  const { regional } = readDictionaries(config);
  const isHant = scriptOf(id) === 'hant';
  const script = newScript(config, {
    words: isHant ? readPressWords() : particleWords(),
    houseWords: new Map(words.map(([from, to]) => [simplify(from), to])),
    inWords: new Map([isHant ? ['钟', '鐘'] : ['著', '着']]),
    isModern: own !== false,
    alone: isHant ? aloneForms : new Map(),
    keepsNames: isHant,
  });
  const glyphs = new Map([...regional].filter(([from]) => [...from].length === 1));
  // A house form may build on a regional one: 爲 → 為, 説 → 說.
  for (const [from, to] of glyphs) glyphs.set(from, characters.get(to) ?? to);
  for (const [from, to] of characters) if (from !== to) glyphs.set(from, to);
  const names = [...regional].filter(([from]) => [...from].length > 1);
  const trie = newTrie(names.reduce((sum, [from]) => sum + from.length, 0));
  for (const [index, [from]] of names.entries()) trie.add(from, index);
  const isRegional = new Uint8Array(65_536);
  for (const [from] of [...glyphs, ...names]) isRegional[from.charCodeAt(0)] = 1;
  const plain = new Map([...glyphs].map(([from, to]) => [to, from]));
  const regionalValues = names.map(([, to]) => to);
  return { script, region, glyphs, plain, regional: trie, regionalValues, isRegional };
}

/** Taiwan writes 著 for 着 too: 看著 is 看着, but 著名 stays 著名. */
function particleWords(): Map<string, string> {
  const words = [...readDictionaries('tw2s').phrases].filter(
    ([from, to]) => from.includes('著') && to.includes('著'),
  );
  const more = '原著 專著 編著 土著 卓著 遺著 譯著 拙著 論著 新著 所著 著文 著有'
    .split(' ')
    .map((word) => [word, word] as const);
  // simplify leaves 藉, since 狼藉 keeps it.
  return new Map([...words, ...more, ['藉著', '借着'] as const].map(([from, to]) => [from, simplify(to)]));
}
