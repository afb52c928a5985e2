import { han } from '../../text/characters.js';
import { classes } from './rules/classes.js';

/** A syllable of transcriptions, which stands on either side of 里 in a foreign name. */
const syllable = `(?:${classes.TRANSBEFORE}|[${classes.TR}库夸洛丁韦纳])`;
const isSyllable = new RegExp(`^${syllable}`);

/** 里 that only a place can have: 富台里里长, 下碣隅里, 大同区国庆里, 大安区龙泉里、古风里. What stands before is looked at last, which is quick. */
const ofPlace = new RegExp(
  [
    `里(?=里[长民办]|社区发展|活动中心|办公处|环保志工)(?<=(?:^|[^${han}]|[区镇乡市县])[${han}]{2}里)`,
    `里(?<=[${han}]隅里)`,
    `里(?=[、和与及][${han}]{2,3}(?:区[${han}]{2})?里)(?<=[区镇乡][${han}]{2}里)`,
    `里(?=[，。、；的（]|一带|附近|$)(?<=(?:[郡道][${han}]{1,3}[面邑]|[市县][${han}]{2}[区镇乡邑面])[${han}]{2}里)`,
  ].join('|'),
  'gu',
);

/** A foreign name beside its Latin letters: 库里洛（Olena Kurilo）. */
const ofName = new RegExp(`里(?=${syllable}{0,3} ?[（(] ?[A-Z])(?<=${syllable}里)`, 'gu');

/** Nouns that somebody may be in: 里 is no part of them. */
const isNoun =
  /^(?:房间|教室|医院|校园|小区|公园|市场|广场|宿舍|学校|酒店|商场|社区|工厂|监狱|法院|村子|镇子|院子|家中|角隅|海隅|一隅)$/;

/**
 * The names with 里 that a story makes out somewhere, and has bare elsewhere: a place with its two characters before 里, a
 * foreign name with a syllable on either side. A place in one breath with such a one is one too: 柳潭里和下碣隅里.
 */
export function tellPlaces(texts: readonly string[]): ReadonlySet<string> {
  const told = new Set<string>();
  for (const text of texts) {
    if (!text.includes('里')) continue;
    for (const { index } of text.matchAll(ofPlace)) {
      const noun = text.slice(index - 2, index);
      if (!isNoun.test(noun)) told.add(`${noun}里`);
    }
    for (const { index } of text.matchAll(ofName)) {
      const [first, last] = isSyllable.test(text.slice(index + 1)) ? [1, 2] : [2, 1];
      told.add(text.slice(index - first, index + last));
    }
  }
  if (told.size === 0) return told;
  const known = `(?:${[...told].join('|')})`;
  const beside = new RegExp(
    `([${han}]{2}里)[、和与及至到][${han}]?${known}|(?<=${known}[、和与及至到])[${han}]{2}里`,
    'gu',
  );
  for (const text of texts)
    for (const [match, place = match] of text.matchAll(beside))
      if (!isNoun.test(place.slice(0, 2))) told.add(place);
  return told;
}

/** True if the 里 at an offset is part of a name that its story has told. */
export const isInPlace = (told: ReadonlySet<string>, text: string, at: number): boolean =>
  told.size > 0 && (told.has(text.slice(at - 2, at + 1)) || told.has(text.slice(at - 1, at + 2)));
