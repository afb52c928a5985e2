import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import { looksLikeNames } from '../../../text/press/tails.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';
import { usualLength } from './usual-length.js';

const { leastClauses, longestVerse: longest } = pieceNumbers;

const clause = pattern('u')`^([${han}]{4,7})(?:[，、；][ \u3000]*([${han}]{4,7}))?[，。；！？、]$`;
const halves = pattern('u')`^[${han}]{3}[，、][ \u3000]*[${han}]{3}[，。；！？]$`;
const bare = pattern('u')`^([${han}]{5}|[${han}]{7})(?:[ \u3000]+([${han}]{5}|[${han}]{7}))?$`;

/** 诗: lines of one form, each of one or two clauses of equal length, with a mark at the end of each, or with none; 对联 are two. */
export function verseAt(lines: readonly Line[], from: number): Found {
  const marked = linesOf(lines, from, markedForm);
  if (marked.isFound && /[。！？]$/u.test(lines[marked.to - 1]!.text)) return marked;
  const plain = linesOf(lines, from, bareForm);
  if (plain.to - from === 2 && /[联聯][：:]$/u.test(lines[from - 1]?.text ?? ''))
    return { ...plain, isFound: true };
  if (!plain.isFound || (plain.to - from) % 2 === 1) return { ...plain, isFound: false };
  // Lines that fill a narrow column are prose without marks; those of a poem are shorter than others, or announced.
  const before = lines[from - 1]?.text ?? '';
  const isShort = lines[from]!.text.length < usualLength(lines, from, plain.to) * pieceNumbers.shortVerse;
  const isFound = /[：:]$/u.test(before) || isShort || isPoet(before) || isAlone(lines, from, plain.to);
  return { ...plain, isFound };
}

/** A poem under its title, and nothing else: a column of prose would end in a shorter line, and begin lines with particles. */
const isAlone = (lines: readonly Line[], from: number, to: number) =>
  to - from >= lines.length * pieceNumbers.wholeShare &&
  !lines.slice(from, to).some(({ text }) => /^[的了着之者也]|[的和与及]$/u.test(text));

/** 柯蘊山, 前人: the author between a poem's title and its lines. */
const isPoet = (text: string) =>
  /^(?:前人|佚名|無名氏|无名氏)$/u.test(text) || (text.length <= 4 && looksLikeNames(text));

function linesOf(lines: readonly Line[], from: number, formOf: (text: string) => string | undefined): Found {
  const form = formOf(lines[from]!.text);
  if (!form) return { to: from, isFound: false };
  let to = from + 1;
  while (to < lines.length && formOf(lines[to]!.text) === form) to++;
  return { to, isFound: (to - from) * (form.endsWith('2') ? 2 : 1) >= leastClauses };
}

/** "5 1" is one clause of five characters, "7 2" two of seven; undefined for other lines. */
const markedForm = (text: string) => (endsWithMark(text) ? formOf(clause, text) : undefined);
const bareForm = (text: string) => (endsWithMark(text) ? undefined : formOf(bare, text));
const endsWithMark = (text: string) => '，。；！？、'.includes(text.charAt(text.length - 1));

function formOf(pattern: RegExp, text: string): string | undefined {
  // 小板凳，四条腿， has the beats of seven.
  if (halves.test(text)) return '7 1';
  const found = text.length <= longest ? pattern.exec(text) : null;
  if (!found || (found[2] && found[2].length !== found[1]!.length)) return undefined;
  return `${found[1]!.length} ${found[2] ? 2 : 1}`;
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a quatrain between paragraphs
他常常想起小时候在镍都背诵过的那首诗，诗里写的是春天的江南和远方的故乡。

京口瓜洲一水间，

钟山只隔数重山。

春风又绿江南岸，

明月何时照我还。

如今高铁修到了家门口，从省城回来只要两个小时，他每个月都回来看望父母。
---
paragraph: 他常常想起小时候在镍都背诵过的那首诗，诗里写的是春天的江南和远方的故乡。
verse: 京口瓜洲一水间，
钟山只隔数重山。
春风又绿江南岸，
明月何时照我还。
paragraph: 如今高铁修到了家门口，从省城回来只要两个小时，他每个月都回来看望父母。

## no marks, after a colon
老人把当年写的那首诗念给大家听，声音不大，却一字一句都很清楚：
雪落边城夜未央
铁衣犹带旧时霜
儿童莫问归何处
一树梨花即故乡
---
paragraph: 老人把当年写的那首诗念给大家听，声音不大，却一字一句都很清楚：
verse: 雪落边城夜未央
铁衣犹带旧时霜
儿童莫问归何处
一树梨花即故乡
`;
