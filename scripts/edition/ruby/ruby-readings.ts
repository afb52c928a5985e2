import { pinyin } from 'pinyin-pro';
import type { Edition } from '../../article/edition.js';
import { simplify } from '../lexicon/own-words.js';
import { particlesOf } from './ruby-particles.js';

export interface ReadingOptions {
  /** Whose dictionary: some characters are read otherwise in Taiwan. */
  readings: Edition['readings'];
  /** A person's own readings, by word in the text's or in simplified form; one syllable a character. */
  own: ReadonlyMap<string, readonly string[]>;
}

/**
 * 读音 of each character of a text, as pinyin with tone marks; undefined for what is no Chinese character. Words decide
 * (银行 háng, 行长 zhǎng). Tones are those of the dictionary, without sandhi, as GB/T 16159 has them printed.
 */
export function readingsOf(text: string, { readings: from, own }: ReadingOptions): (string | undefined)[] {
  const characters = [...text];
  // The dictionaries of words are simplified.
  const plain = [...simplify(text).replace(aspect, '着')];
  const particles = particlesOf(plain.join(''));
  const offsets = offsetsOf(plain);
  const read = pinyin(plain.join(''), { type: 'all', toneSandhi: false, surname: 'off' });
  const readings = characters.map((character, index) => {
    const { pinyin: found, isZh } = read[index] ?? {};
    if (!isZh || !found) return undefined;
    const own = particles.get(offsets[index]!) ?? found;
    return from === 'taiwan' ? (taiwanReading(character, own) ?? own) : own;
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

/** The reading of a person's name, whose first character is a surname: 曾国藩 zēng. One syllable a character. */
export function readingOfPerson(name: string): string[] {
  return pinyin(simplify(name), { type: 'array', toneSandhi: false, surname: 'head' });
}

/** Where each character stands in UTF-16 units. */
function offsetsOf(characters: readonly string[]): number[] {
  const offsets = [0];
  for (const { length } of characters) offsets.push(offsets.at(-1)! + length);
  return offsets;
}

/** 著 that is 着, in 看著; not in 著作, 顯著, 名著. */
const aspect = /(?<![显名专原论编合巨土卓昭所遗译新拙力大自执见])著(?![作名述书者称录有论文])/gu;

/**
 * Characters that have one reading in common use, and another one in Taiwan: 國語一字多音審訂表 (1999) against 普通话异读词
 * 审音表 (1985). Source reading and Taiwan's.
 */
const taiwan = new Map(
  (
    '期 qī qí 究 jiū jiù 質 zhì zhí 擊 jī jí 危 wēi wéi 微 wēi wéi 息 xī xí 惜 xī xí 夕 xī xì 昔 xī xí ' +
    '識 shí shì 識 shi shì 績 jì jī 跡 jì jī 企 qǐ qì 署 shǔ shù 突 tū tú 叔 shū shú 淑 shū shú 亞 yà yǎ 儲 chǔ chú 帆 fān fán ' +
    '液 yè yì 血 xuè xiě 誰 shuí shéi 熟 shú shóu 崖 yá yái 俱 jù jū 癌 ái yán 髮 fà fǎ 垃 lā lè 圾 jī sè 攜 xié xī 框 kuàng kuāng 檔 dàng dǎng 諷 fěng fèng'
  )
    .split(/ (?=[^a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])/)
    .map((line) => line.split(' ') as [string, string, string])
    .map(([character, from, to]) => [`${character} ${from}`, to]),
);

function taiwanReading(character: string, reading: string): string | undefined {
  return taiwan.get(`${character} ${reading}`);
}
