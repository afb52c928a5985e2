import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../../article/article.js';
import { costInUnit } from '../../article/edition.js';
import { hasHan } from '../../text/characters.js';
import { datelineLength } from '../../text/press/datelines.js';
import type { BreaksOf } from './titles/sense.js';

/** 主标题 of a story as plain text; undefined where the source has none. */
export function headlineOf({ tree }: Article): string | undefined {
  const found = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  return found ? textOf(found) : undefined;
}

/** True for an article of nothing but captions and credits, whose picture is missing. */
export const isCaptionOnly = ({ tree }: Article): boolean =>
  tree.children.length > 0 &&
  tree.children.every(({ data }) => data?.role === 'caption' || data?.role === 'credit');

/** Number of Latin letters in the space of a Chinese character. */
const latinShare = 2.4;
/** Number of Chinese characters in a running head if the length of its line is unknown. */
const headLength = 24;

/**
 * 书眉 of a story: its headline or first words, cut to fit the line at the end of a clause or a word.
 *
 * @param room number of characters that the line holds.
 */
export function runningHeadOf(
  article: Article,
  most: number,
  { breaksOf, room = headLength }: { breaksOf?: BreaksOf | undefined; room?: number | undefined } = {},
): string {
  const headline = headlineOf(article);
  if (headline === undefined) return standIn(article, Math.min(most, room), breaksOf);
  if (!hasHan(headline)) return openingPhrase(headline, Math.floor(room * 1.8));
  return shortened(headline, room, breaksOf);
}

/** The same in Latin letters: whole words. */
function openingPhrase(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\s,;:–]*\S*$/u, '')} …`;
}

/** The first words of a story after its dateline, never half a number, with an ellipsis if more follows. */
export function openingWords(article: Pick<Article, 'tree'>, most: number, breaksOf?: BreaksOf): string {
  return openingUpTo(openingOf(article), most, breaksOf);
}

function openingOf({ tree }: Pick<Article, 'tree'>): string {
  const texts = tree.children.map((node) => textOf(node).trim()).filter((text) => text !== '');
  // 电头 says who reports from where, and a salutation whom it is for, not what the story is about.
  const telling = texts.map((text) => text.slice(datelineLength(text)).trimStart());
  return telling.find((text) => text !== '' && !isSalutation(text)) ?? texts[0] ?? '';
}

function openingUpTo(words: string, most: number, breaksOf?: BreaksOf): string {
  if (!hasHan(words)) return openingPhrase(words, most * latinShare);
  return shortened(words, most, breaksOf);
}

/** The words that stand for a missing headline: the first ones, without the time of the event, which tells nothing. */
export function standIn({ tree }: Article, most: number, breaksOf?: BreaksOf): string {
  const words = openingOf({ tree });
  return openingUpTo(words.replace(time, ''), most, breaksOf);
}

/** 2月25日上午，  近日， */
const time =
  /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?|近日|日前|近期|昨日|昨天|今日|今天)(?:清晨|早晨|上午|中午|下午|傍晚|晚上?|凌晨)?，(?=.{6})/u;

/** 全体村民： alone on its line. */
const isSalutation = (text: string) => /^[^，。；！？]{2,16}[：:]$/u.test(text);

/** A Chinese text of at most so many characters, with an ellipsis if its sentence goes on. */
function shortened(words: string, most: number, breaksOf: BreaksOf | undefined): string {
  if ([...words].length <= most) return words;
  const head = wholeWords(words, { most, ...(breaksOf && { breaksOf }) });
  const isSentence = /^[。！？]/u.test(words.slice(head.length));
  return `${head.replace(/[，、；：“‘（《\s]+$/u, '')}${isSentence ? '' : '……'}`;
}

/**
 * The first characters of a text: up to the end of a clause, if one is long enough; else of a word, never half a
 * number.
 */
function wholeWords(text: string, { most, breaksOf }: { most: number; breaksOf?: BreaksOf }): string {
  const characters = [...text];
  const head = characters.slice(0, most).join('');
  if (/\p{P}/u.test(characters[most]!)) return head;
  const clause = head.search(/[，；：。！？][^，；：。！？]*$/u);
  if (clause >= head.length / 2) return head.slice(0, clause);
  const breaks = breaksOf?.(characters.slice(0, most + longestWord).join('')) ?? [];
  const last = breaks.findLast(({ at, cost }) => at <= head.length && cost < costInUnit)?.at ?? 0;
  if (last >= head.length / 2) return text.slice(0, last);
  return /[\w.%]/.test(characters[most]!) ? head.replace(/[\w.%]+$/u, '') : head;
}

/** Characters behind the cut that may belong to its word. */
const longestWord = 8;
