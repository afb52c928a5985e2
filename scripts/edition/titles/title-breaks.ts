import type { TitleBreaks } from '../../article/edition.js';
import { hasHan, isHan } from '../../text/characters.js';
import { breakKind, lineBreaks } from '../../text/line-break.js';
import { isAddressed, isAnnounced } from '../lexicon/name-scores.js';
import { simplify } from '../lexicon/own-words.js';
import { isPersonName } from '../lexicon/persons.js';
import { segment } from '../lexicon/segment.js';
import { getWords } from '../lexicon/words.js';
import { leaning, officeLength } from './leaning.js';

/**
 * 标题断行: the places of a title, from 1, before which a line may begin: between words, never inside a word, a name, a
 * name with its title of office, a number with its unit, or a word and the particle that leans on it. A title in
 * Traditional characters is read through their Simplified forms, because the word list has those.
 *
 * @returns offsets of the title; `inUnits` are word borders inside units that should stay together, for narrower lines.
 * @param names that must stay whole, in the form of the title: those of names.txt.
 */
export function titleBreaks(title: string, names: readonly string[] = []): TitleBreaks {
  if (!hasHan(title)) return { places: [], inUnits: [] };
  const simple = simplify(title);
  const text = simple.length === title.length ? simple : title;
  const starts = wordStarts(text);
  keepTogether(text, starts);
  for (const name of names) keepName(title, name, starts);
  const kinds = lineBreaks(title);
  const placesOf = (strength: number) =>
    [...starts.keys()].filter((at) => at > 0 && starts[at] === strength && kinds[at] === breakKind.allowed);
  return { places: placesOf(strong), inUnits: placesOf(weak) };
}

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
    at = end;
  }
  return starts;
}

function runEnd(text: string, start: number): number {
  const isHanRun = isHan(text[start]!);
  let at = start + 1;
  while (at < text.length && isHan(text[at]!) === isHanRun) at++;
  return at;
}

function markWords(text: string, [start, end]: readonly [number, number], starts: Uint8Array): void {
  const ends = new Int32Array(end - start);
  segment(text, [start, end], getWords(), ends);
  for (let at = 0; at < end - start; at = ends[at]!) starts[start + at] = 1;
}

interface Word {
  start: number;
  word: string;
  /** True for a 人名 joined from a surname and characters that the list does not join. */
  isPerson: boolean;
}

/** Removes the starts of words that lean on the word before, and those after words that lean on the next. */
function keepTogether(text: string, starts: Uint8Array): void {
  const words = personsJoined(text, wordsOf(text, starts));
  starts.fill(0);
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (!before || !isOneUnit(text, before, word)) starts[word.start] = strong;
    // 推进会|在永昌县, 行政院长|卓荣泰: the lesser evil, where the whole does not fit on a line.
    else if (leaning.forward.has(word.word) || word.isPerson || before.isPerson) starts[word.start] = weak;
  });
}

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

/** 张|晓|明 → 张晓明: a surname, and one or two characters that are words by themselves or follow a title of office. */
function personsJoined(text: string, words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const count = personWords(text, words, at);
    const word = words
      .slice(at, at + count)
      .map((one) => one.word)
      .join('');
    joined.push({ start: words[at]!.start, word, isPerson: count > 1 || isPersonAt(text, words[at]!) });
    at += count - 1;
  }
  return joined;
}

/** Number of words from one on that form a person's name; 1 where none begins. */
function personWords(text: string, words: readonly Word[], at: number): number {
  const { word, start } = words[at]!;
  const isExpected = isAnnounced(text, start);
  const isKnown = isPersonName(text.slice(start, start + 2));
  // After a title of office any character may be a surname: 院长卓荣泰.
  const mayBegin = word.length === 1 ? isKnown || isExpected : isKnown && isExpected;
  if (!isHan(word[0]!) || !mayBegin) return 1;
  let length = word.length;
  let count = 1;
  while (length < longestName && at + count < words.length) {
    const next = words[at + count]!.word;
    // 部长刘|永宁: a given name may be a word.
    const mayBeWord = isExpected && length === 1 && next.length === 2;
    const isPart = isHan(next[0]!) && (next.length === 1 || mayBeWord) && !leaning.back.has(next);
    if (!isPart || (length >= 2 && leaning.forward.has(next))) break;
    length += next.length;
    count++;
  }
  return length > 1 ? count : 1;
}

const longestName = 3;

/** True for a listed name: followed by a title of office, or announced by one. */
const isPersonAt = (text: string, { start, word }: Word) =>
  isPersonName(word) &&
  (isAnnounced(text, start) ||
    isAddressed(text, start + word.length) ||
    officeLength(text, start + word.length) > 0);

/** True if no line may begin between two words. */
function isOneUnit(text: string, before: Word, { start, word, isPerson }: Word): boolean {
  if (isFigure(text, before, { start, word, isPerson })) return true;
  if (!isHan(word[0]!) || !isHan(before.word.at(-1)!)) return false;
  if (before.isPerson && (isAddressed(text, start) || officeLength(text, start) > 0)) return true;
  if (isPerson) return isAnnounced(text, start);
  if (before.isPerson) return leaning.back.has(word);
  const isUnsure = leaning.unsure.has(word) || leaning.unsure.has(before.word);
  return (
    // 获得感, 县内: a single character ends the unit before it, unless it leans on the next word.
    (word.length === 1 && !leaning.forward.has(word)) ||
    (word.length === 1 && before.word.length === 1) ||
    isUnsure ||
    leaning.back.has(word) ||
    leaning.forward.has(before.word)
  );
}

/** 12.6万吨, 3比1, 三月, 五保户: a number with its unit, and a character between figures. */
function isFigure(text: string, before: Word, { start, word }: Word): boolean {
  if (!isHan(before.word.at(-1)!)) return endsInFigure(text, start) && isHan(word[0]!);
  if (isHan(word[0]!)) return numeral.test(before.word);
  return before.word.length === 1 && endsInFigure(text, before.start) && /^\d/u.test(word);
}

const endsInFigure = (text: string, end: number) => /\d$/u.test(text.slice(0, end));
const numeral = /^[第每]?[一二三四五六七八九十百千万亿两几数半]+$/u;

function keepName(title: string, name: string, starts: Uint8Array): void {
  for (let at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + 1)) {
    for (let inside = at + 1; inside < at + name.length; inside++) starts[inside] = 0;
    const end = at + name.length;
    if (officeLength(title, end) > 0) starts[end] = weak;
  }
}
