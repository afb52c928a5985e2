import { han, isHan } from '../../text/characters.js';
import { isAnnounced, isSurname } from '../lexicon/people/name-scores.js';
import { foreignNames } from './foreign-names.js';
import { leaning, officeLength } from './leaning.js';
import { departments } from './organs.js';
import { chainedPlaces } from './place-chains.js';
import { setWordsIn } from './set-words.js';

/** How a place of a title differs from what the word list tells. */
export interface TitlePlace {
  at: number;
  /**
   * `word`: a word begins; `strong`: also a line; `weak`: also a line, as the lesser evil; `weaker`: a line less than it
   * would; `none`: no word.
   */
  start: 'none' | 'word' | 'weak' | 'weaker' | 'strong';
}

const numeral = '[一二三四五六七八九十百千万两几数\\d]';

/** 局|局长: a unit and the title of who leads it. */
const doubled = /([局厅部署院校市县省州区镇乡村科馆站所社组])\1长/gu;
/** 前三季度, 近百人. */
const aboutFigure = new RegExp(`[前近逾约超](?=${numeral})`, 'gu');
/** 前总统, 原县长 */
const former = /[前原]/gu;
/** 黄羊镇|上庄村: the list has 镇上. */
const village = new RegExp(`(?<=[市县区旗州]|^)[${han}]{2,3}?[镇乡](?=[${han}]{1,3}村)`, 'gu');
/** “慢生活”, 《国土计划法》 */
const quoted = new RegExp(`[“‘《「『][${han}]{2,5}[”’》」』]`, 'gu');
/** 下月起 */
const times = /[上下本当]月起?|[上下本]周起?|[今明昨]起/gu;
/** 年旅客吞吐量, 年均: not the end of a word before. */
const yearly =
  /(?<![\d一二三四五六七八九十百千零〇两数几今当每历近多半同翌次首周新])年(?=旅客|均|产|发电|加工|处理|销售|营|吞吐|客流|度)/gu;
/** 降至零下, 增至 */
const upTo = /[降增升提缩延扩涨跌减压][至到](?=[零\d一二三四五六七八九十百千])/gu;
const belowZero = /零[下上](?=\d)/gu;
/** 写在|祖国的大地上 */
const placed = /[写放扛落挂种留建送装刻印画唱记用跑站坐住洒倾融][在进到](?=.{3})/gu;
/** 率|调研组, 率队 */
const leading = new RegExp(`率(?=[${han}]{0,4}?[团组队员])`, 'gu');
/** 就|稀土出口答记者问: not the adverb, which leans on the word before. */
const about = new RegExp(
  `就(?=[${han}\\d“”《》、]{2,}(?:答记者问|答问|发表|表态|交换|举行|作出|回应|进行|展开|达成|致函|致电|问题|事宜|一事))`,
  'gu',
);
/** 变|“金山”: a verb of one character, with its object. */
const verbAndQuote = new RegExp(`(?<=[${han}]{2}[变成唱打当做叫谋绘绣搭筑架铺吃念啃吹])[“‘《「『]`, 'gu');
/** 1991—2020: where a line has no room for both. */
const range = /\d[—–]+(?=\d)/gu;

/**
 * Places of a title that no word list has: names with points, departments, a leader's title behind the unit, words of
 * time, figures with 前 or 近.
 *
 * @param starts 1 where a word begins by the list.
 */
export function titlePlaces(text: string, starts: Uint8Array): TitlePlace[] {
  const places: TitlePlace[] = [];
  for (const { index } of text.matchAll(doubled))
    places.push(
      { at: index, start: 'word' },
      { at: index + 1, start: 'strong' },
      { at: index + 2, start: 'none' },
    );
  for (const { index } of text.matchAll(aboutFigure))
    if (starts[index] === 1 && starts[index + 1] === 1) places.push({ at: index + 1, start: 'none' });
  for (const { index } of text.matchAll(former))
    if (starts[index] === 1 && officeLength(text, index + 1) > 0)
      places.push({ at: index + 1, start: 'none' });
  for (const { 0: found, index } of text.matchAll(village)) {
    const end = index + found.length;
    places.push({ at: end - 1, start: 'none' }, { at: end, start: 'strong' }, { at: end + 1, start: 'none' });
  }
  for (const { 0: found, index } of text.matchAll(quoted))
    for (let at = index + 2; at < index + found.length - 1; at++)
      if (starts[at] === 1) places.push({ at, start: 'weaker' });
  places.push(...verbPlaces(text, starts));
  for (let at = 0; at < text.length; at++)
    // 徐|总统
    if (
      starts[at] === 1 &&
      starts[at + 1] === 1 &&
      isSurname(text[at]!) &&
      !leaning.forward.has(text[at]!) &&
      officeLength(text, at + 1) > 1
    )
      places.push({ at: at + 1, start: 'none' });
  for (const at of phrasesOfFour(text, starts)) places.push({ at, start: 'strong' });
  for (const [start, end] of setWordsIn(text)) places.push(...whole(start, end), { at: end, start: 'word' });
  for (const { 0: found, index } of text.matchAll(times))
    if (starts[index] === 1) places.push(...whole(index, index + found.length));
  for (const { 0: found, index } of text.matchAll(range))
    places.push({ at: index + found.length, start: 'weak' });
  for (const { start, end, parts } of chainedPlaces(text, starts)) {
    places.push(...whole(start, end), { at: start, start: 'strong' }, { at: end, start: 'strong' });
    for (const at of parts) places.push({ at, start: 'weak' });
  }
  for (const { 0: found, index } of text.matchAll(departments))
    for (let at = index + 1; at < index + found.length; at++)
      places.push({ at, start: starts[at] === 1 ? 'weaker' : 'none' });
  for (const { start, end, parts } of foreignNames(text, starts)) {
    places.push(...whole(start, end), { at: start, start: isAnnounced(text, start) ? 'weak' : 'strong' });
    for (const at of parts) places.push({ at, start: 'weak' });
    const leans = leaning.back.has(text[end] ?? '');
    if (end < text.length)
      places.push({ at: end, start: leans ? 'word' : officeLength(text, end) > 0 ? 'weak' : 'strong' });
  }
  return places;
}

/** Verbs of one character with what follows them, and figures with the words that belong to them. */
function verbPlaces(text: string, starts: Uint8Array): TitlePlace[] {
  const places: TitlePlace[] = [];
  for (const { index } of text.matchAll(yearly))
    places.push({ at: index, start: 'strong' }, { at: index + 1, start: 'none' });
  for (const { index } of text.matchAll(upTo))
    places.push(...whole(index, index + 2), { at: index, start: 'strong' });
  for (const { index } of text.matchAll(belowZero)) places.push({ at: index + 2, start: 'none' });
  for (const { index } of text.matchAll(placed))
    if (starts[index] === 1) places.push(...whole(index, index + 2), { at: index + 2, start: 'strong' });
  for (const { index } of text.matchAll(about))
    if (starts[index] === 1) places.push({ at: index, start: 'strong' }, { at: index + 1, start: 'none' });
  for (const { index } of text.matchAll(verbAndQuote))
    if (starts[index - 1] === 1 && !leaning.back.has(text[index - 1]!))
      places.push({ at: index, start: 'weak' });
  for (const { index } of text.matchAll(leading))
    if (starts[index] === 1 && index > 1)
      places.push({ at: index, start: 'strong' }, { at: index + 1, start: 'none' });
  return places;
}

/** A word from one place to another. */
const whole = (start: number, end: number): TitlePlace[] =>
  Array.from(
    { length: end - start },
    (_, at): TitlePlace => ({ at: start + at, start: at === 0 ? 'word' : 'none' }),
  );

/** 凝心聚力: four characters after each other that are no words are a phrase, and no endings of the word before. */
function phrasesOfFour(text: string, starts: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 1; at + 4 <= text.length; at++) {
    const four = [0, 1, 2, 3].map((index) => at + index);
    const isAlone = four.every((one) => isAloneAt(text, starts, one));
    const isWhole = !isAloneAt(text, starts, at - 1) && !isAloneAt(text, starts, at + 4);
    if (isAlone && isWhole) found.push(at);
  }
  return found;
}

const isAloneAt = (text: string, starts: Uint8Array, at: number) =>
  at < text.length &&
  isHan(text[at]!) &&
  starts[at] === 1 &&
  (at + 1 === text.length || starts[at + 1] === 1) &&
  !leaning.back.has(text[at]!) &&
  !leaning.forward.has(text[at]!);
