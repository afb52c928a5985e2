import { isHan } from '../../text/characters.js';
import { isAddressed, isAnnounced } from '../lexicon/people/name-scores.js';
import { isPersonName } from '../lexicon/people/persons.js';
import { leaning, officeLength } from './leaning.js';
import { phraseStarts } from './phrase-starts.js';

/** A word of a title. */
export interface Word {
  start: number;
  word: string;
  /** True for a 人名 joined from a surname and characters that the list does not join. */
  isPerson: boolean;
}

/** 张|晓|明 → 张晓明: a surname, and one or two characters that are words by themselves or follow a title of office. */
export function personsJoined(text: string, words: readonly Word[]): Word[] {
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
  const isExpected = isAnnounced(text, start) || announcing.test(text.slice(0, start));
  const isKnown = isPersonName(text.slice(start, start + 2));
  // After a title of office any character may be a surname: 院长卓荣泰.
  const mayBegin = word.length === 1 ? isKnown || isExpected : isKnown && isExpected;
  if (!isHan(word[0]!) || !mayBegin || noSurname.test(word)) return 1;
  let length = word.length;
  let count = 1;
  while (length < longestName && at + count < words.length) {
    const next = words[at + count]!.word;
    // 部长刘|永宁: a given name may be a word.
    const mayBeWord = isExpected && length === 1 && next.length === 2;
    const isPart = isHan(next[0]!) && (next.length === 1 || mayBeWord) && !leaning.back.has(next);
    const mayLean = leaning.forward.has(next) && !(isExpected && endsName(text, start + length, next));
    if (!isPart || (length >= 2 && mayLean)) break;
    length += next.length;
    count++;
  }
  return length > 1 ? count : 1;
}

/** 副省长|兼公安厅厅长 */
const noSurname = /^[兼暨等率]/u;

/** 局长彭志刚：, 局长王建新调研: a character that might begin the next word, before a mark or another word. */
const endsName = (text: string, at: number, char: string) =>
  /^[刚正全新大小和同能自由本经平]$/u.test(char) &&
  (at + 1 === text.length || !isHan(text[at + 1]!) || phraseStarts.has(text.slice(at + 1, at + 3)));

const longestName = 3;

/** Titles of office that only headlines set right before a name. */
const announcing =
  /(?:总干事|秘书长|[司署班组庭议船机师旅军次总]长|长官|督军|都督|大总统|理事长|检察长|特首|参赞|大使|政委|烈士|民警)$/u;

/** True for a listed name: followed by a title of office, or announced by one. */
const isPersonAt = (text: string, { start, word }: Word) =>
  isPersonName(word) &&
  (isAnnounced(text, start) ||
    isAddressed(text, start + word.length) ||
    officeLength(text, start + word.length) > 0);
