import type { TitleBreak } from '../../article/edition.js';
import { han, hasHan, isHan } from '../../text/characters.js';
import { breakKind, lineBreaks } from '../../text/line-break.js';
import { simplify } from '../lexicon/own-words.js';
import { isAddressed, isAnnounced } from '../lexicon/people/name-scores.js';
import { segment } from '../lexicon/segment.js';
import { getWords } from '../lexicon/words.js';
import { breakCost, breakCosts, openingMarks } from './break-costs.js';
import { leaning, officeLength } from './leaning.js';
import { phraseStarts } from './phrase-starts.js';
import { personsJoined, type Word } from './title-persons.js';
import { titlePlaces } from './title-places.js';

/**
 * 标题断行: the places of a title, from 1, before which a line may begin: between words, never inside a word, a name, a
 * name with its title of office, a number with its unit, or a word and the particle that leans on it. A title in
 * Traditional characters is read through their Simplified forms, because the word list has those.
 *
 * @returns in order, each with its cost by the sense of the words around it.
 * @param names that must stay whole, in the form of the title: those of names.txt.
 */
export function titleBreaks(title: string, names: readonly string[] = []): TitleBreak[] {
  if (!hasHan(title)) return [];
  // 計畫 is 计划: the word list has no 计画.
  const simple = simplify(title).replace(/(?<=[计规策企筹])画/gu, '划');
  const text = simple.length === title.length ? simple : title;
  const starts = wordStarts(text);
  const places = titlePlaces(text, starts);
  for (const { at, start } of places) starts[at] = start === 'none' ? 0 : strong;
  const words = wordsOf(text, starts);
  keepTogether(text, starts);
  for (const { at, start } of places) {
    if (start === 'weaker' && starts[at] === strong) starts[at] = weak;
    else if (start !== 'word' && start !== 'weaker') starts[at] = { none: 0, weak, strong }[start];
  }
  for (const name of names) keepName(title, name, starts);
  const kinds = lineBreaks(title);
  return words.flatMap(({ start, word }, index): TitleBreak[] => {
    const strength = starts[start];
    if (start === 0 || strength === 0) return [];
    // The rule for lines keeps a figure with what follows, as if it were its unit.
    if (kinds[start] !== breakKind.allowed && !isBehindFigure(text, start, word)) return [];
    // 澳大利亚队　世|预赛: no line is one character.
    if (loneCharacter.test(text.slice(0, start))) return [];
    const cost = breakCost(text, start, { before: words[index - 1]!.word, after: word });
    return [{ at: start, cost: strength === weak ? breakCosts.unit + cost : cost }];
  });
}

const loneCharacter = new RegExp(`(?:^|[\\s，。：；！？”』」》])[${han}]$`, 'u');

/** Kinds of word starts: a line may begin with it, or it leans on the word before. */
const strong = 1;
const weak = 2;

/** 1 where a word begins; text other than Han is a word at its border with Han. */
function wordStarts(text: string): Uint8Array {
  const starts = new Uint8Array(text.length + 1);
  for (let at = 0; at < text.length; ) {
    const end = runEnd(text, at);
    starts[at] = 1;
    if (isHan(text[at]!)) markWords(text, [at, end], starts);
    else
      for (let inside = at + 1; inside < end; inside++) if (isClauseStart(text, inside)) starts[inside] = 1;
    at = end;
  }
  return starts;
}

/** True behind a blank or a closing mark, and before an opening one: 答卷】“十四五”; not in 1 9 9 8. */
const isClauseStart = (text: string, at: number) =>
  !/^\d/u.test(text.slice(at)) &&
  (/[\s\u3000】》”’）」』，；：。！？]$/u.test(text.slice(0, at)) || openingMarks.includes(text[at]!));

function runEnd(text: string, start: number): number {
  const isHanRun = isHan(text[start]!);
  let at = start + 1;
  while (at < text.length && isHan(text[at]!) === isHanRun) at++;
  return at;
}

function markWords(text: string, [start, end]: readonly [number, number], starts: Uint8Array): void {
  const ends = new Int32Array(end - start);
  segment(text, [start, end], getWords(), ends);
  for (let at = 0; at < end - start; at = ends[at]!) {
    starts[start + at] = 1;
    if (ends[at]! - at > longestWord) markParts(text, [start + at, start + ends[at]!], starts);
  }
}

/** A longer word is the name of an institution: 中华人民共和国国务院. */
const longestWord = 7;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function markParts(text: string, [start, end]: readonly [number, number], starts: Uint8Array): void {
  for (const { index } of segmenter.segment(text.slice(start, end))) starts[start + index] = 1;
}

const leansForward = (word: string) => leaning.forward.has(word) || leaning.verbs.has(word);

/** 就|在身边 */
const adverb = /^[就也都又再还将]$/u;

/** 感受到|公平正义|就在身边: beside a short verb or adverb that may lean to either side, but hardly to a longer word. */
const isSeam = (before: string, word: string) =>
  (adverb.test(word) && before.length > 1) || (/^[到出成为]$/u.test(before) && word.length > 1);

/** Removes the starts of words that lean on the word before, and those after words that lean on the next. */
function keepTogether(text: string, starts: Uint8Array): void {
  const words = personsJoined(text, wordsOf(text, starts));
  starts.fill(0);
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (opensObject(words, index - 1)) return;
    if (!before || opensObject(words, index) || !isOneUnit(text, before, word)) starts[word.start] = strong;
    // 推进会|在永昌县, 行政院长|卓荣泰: the lesser evil, where the whole does not fit on a line.
    else if (
      (leansForward(word.word) && !adverb.test(before.word)) ||
      isSeam(before.word, word.word) ||
      word.isPerson ||
      before.isPerson
    )
      starts[word.start] = weak;
  });
}

/** 宣布|沙中线: behind a verb a single character belongs to the object, unless it completes the verb. */
function opensObject(words: readonly Word[], index: number): boolean {
  const [verb, one, next] = [words[index - 1]?.word, words[index]?.word, words[index + 1]?.word];
  if (!verb || !one || !next || !phraseStarts.has(verb) || one.length > 1 || !isHan(one) || !isHan(next[0]!))
    return false;
  const isBound = leaning.back.has(one) || leaning.unsure.has(one) || leansForward(one);
  return !isBound && !completing.test(one) && !leaning.back.has(next);
}
const completing = /[完好住掉满过成案感力法权量]/u;

function wordsOf(text: string, starts: Uint8Array): Word[] {
  const words: Word[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && starts[end] === 0) end++;
    words.push({ start, word: text.slice(start, end), isPerson: false });
    start = end;
  }
  return words;
}

/** True if no line may begin between two words. */
function isOneUnit(text: string, before: Word, { start, word, isPerson }: Word): boolean {
  if (isFigure(text, before, { start, word, isPerson })) return true;
  if (!isHan(word[0]!) || !isHan(before.word.at(-1)!)) return false;
  if (isLevel(text, before)) return true;
  if (before.isPerson && (isAddressed(text, start) || officeLength(text, start) > 0)) return true;
  if (isPerson) return isAnnounced(text, start);
  if (before.isPerson) return word !== '率' && leaning.back.has(word);
  // 推进会|在永昌县召开
  if (before.word.endsWith('会') && afterMeeting.test(word)) return false;
  if (ordinal.test(before.word) && firstNumeral.test(word)) return true;
  // 看见了希望|也看清了差距
  if (/^[也又还]$/u.test(word) && before.word.length > 1) return false;
  const isUnsure = leaning.unsure.has(word) || leaning.unsure.has(before.word);
  return (
    // 获得感, 县内: a single character ends the unit before it, unless it leans on the next word.
    (word.length === 1 && !leansForward(word)) ||
    (word.length === 1 && before.word.length === 1) ||
    isUnsure ||
    leaning.back.has(word) ||
    leansForward(before.word)
  );
}

/** 最后|一次, 每|三天 */
const ordinal = /^(?:最后|首|每|这|那|另|又|再|同|哪)$/u;
const firstNumeral = /^[一二三四五六七八九十两几数百千万\d]/u;

/** 在|县档案馆, 与|市人大: behind them a place begins. */
const prepositions = '在赴到向由对与和及同从自至迎访记';

/** 市|人大常委会, 记县|供电公司: a level of government alone, before its organ, is no ending of a place's name. */
function isLevel(text: string, { start, word }: Word): boolean {
  const before = text[start - 1];
  return (
    /^[省市县区州镇乡校院]$/u.test(word) &&
    (before === undefined || !isHan(before) || prepositions.includes(before))
  );
}

/** Words behind the name of a meeting. */
const afterMeeting = /^(?:在|于|召开|举行|举办|开幕|闭幕|强调|要求|通过|审议|听取|暨)$/u;

/** 12.6万吨, 3比1, 三月, 五保户: a number with its unit, and a character between figures. */
function isFigure(text: string, before: Word, { start, word }: Word): boolean {
  if (!isHan(before.word.at(-1)!))
    return endsInFigure(text, start) && isHan(word[0]!) && !goesOn(text.slice(0, start), word);
  if (isHan(word[0]!)) return numeral.test(before.word);
  return before.word.length === 1 && endsInFigure(text, before.start) && /^\d/u.test(word);
}

/** 0比2|不敌, 9秒83|刷新: a verb behind a score or a time is no unit. */
const goesOn = (before: string, word: string) =>
  phraseStarts.has(word) || (word.length > 1 && /\d(?:[比:：秒分]|-)\d+$/u.test(before));

const isBehindFigure = (text: string, at: number, word: string) =>
  endsInFigure(text, at) && isHan(word[0]!) && goesOn(text.slice(0, at), word);

const endsInFigure = (text: string, end: number) => /\d$/u.test(text.slice(0, end));
const numeral = /^[第每]?[一二三四五六七八九十百千万亿两几数半]+$/u;

function keepName(title: string, name: string, starts: Uint8Array): void {
  for (let at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + 1)) {
    for (let inside = at + 1; inside < at + name.length; inside++) starts[inside] = 0;
    const end = at + name.length;
    if (officeLength(title, end) > 0) starts[end] = weak;
  }
}
