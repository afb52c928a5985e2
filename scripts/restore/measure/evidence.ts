import { han, isAsciiDigit, isLatin, isSpace } from '../../text/characters.js';
import { byUnit, charactersOf, isOneOf } from '../../text/ends.js';
import { pattern } from '../../text/pattern.js';
import { datelineLength } from '../../text/press/datelines.js';
import {
  endsEnacted,
  isArticle,
  isEnactment,
  isItemStart,
  isNumberedHeading,
  isSalutation,
  isSpacedArticle,
  isSpeaker,
} from '../../text/press/items.js';
import { isContinuedFrom, isContinuedOn, isJump } from '../../text/press/jumps.js';
import {
  endsWithCredit,
  endsWithInstruction,
  opensCaption,
  opensWithReporter,
} from '../../text/press/names.js';
import { isCloser, isLineStartProhibited, isSentenceEnd } from '../../text/prohibition.js';
import { visibleLength } from '../../text/visible.js';
import { endNumbers, endShares, headingNumbers, startNumbers } from '../numbers/evidence.js';
import type { Line } from './lines.js';
import type { Evidence } from './page.js';

const { charsAMark, other: endShareOther } = endNumbers;

/** Somebody's Markdown: an item, a quotation, a heading. */
const markup = /^(?:[-*+>]|#{1,6})[ ]/u;
/** 1952年　 of a chronicle. */
const yearEntry = /^(?:\d{4}年|\d{1,2}月)(?:\d{1,2}月)?(?:\d{1,2}日)?[ \u3000]+\p{sc=Han}/u;
/** 【快讯】: whatever their content, these brackets open a story or a part of it. */
const bracketed = /^[【［〔[][^】］〕\]]+[】］〕\]]/u;
const unlikelyStart = /^[的了着们等级业者性化性度]/;
/** First characters of `bracketed`, `markup` and dots: hardly any line begins with one. */
const rareStarts = charactersOf('【［〔[-*+>#…');

/** Weighs the characters at the lines' borders. */
export function weighLines(lines: readonly Line[]): Evidence {
  const make = () => new Float64Array(lines.length);
  const evidence: Evidence = {
    end: make(),
    stay: make(),
    start: make(),
    heading: make(),
    gap: make(),
    flush: new Uint8Array(lines.length),
  };
  const oldStyle = punctuationOf(lines) === 'old';
  lines.forEach((line, index) => {
    const share = endShare(line.text, oldStyle);
    if (isContinuedFrom(line.text)) evidence.flush[index] = 1;
    evidence.end[index] = Math.log(share);
    evidence.stay[index] = Math.log(1 - share);
    evidence.start[index] = startWeight(line.text, lines[index - 1]?.text);
    evidence.heading[index] = headingWeight(line.text, evidence.start[index]!);
  });
  return evidence;
}

/** 标点: modern; 旧式, where 、 is both comma and stop and also ends paragraphs; or none. */
export function punctuationOf(lines: readonly Line[]): 'modern' | 'old' | 'none' {
  let stops = 0;
  let pauses = 0;
  let all = 0;
  for (const { text } of lines) {
    all += text.length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === fullStop || code === comma) stops++;
      else if (code === pause) pauses++;
    }
  }
  if ((stops + pauses) * charsAMark < all) return 'none';
  return pauses > endNumbers.timesOld * stops ? 'old' : 'modern';
}

const [fullStop, comma, pause, dot, dash] = [...'。，、…—'].map((mark) => mark.charCodeAt(0));
const shareOf = byUnit(Object.entries(endShares));
const westernStops = byUnit([['.!?', true]]);
const commas = byUnit([['，、；,;：:', true]]);
const openEnds = byUnit([['的了和与在是为将把被对向从及', true]]);

function endShare(text: string, oldStyle: boolean): number {
  let at = text.length - 1;
  while (at > 0 && (isCloser(text.charCodeAt(at)) || isSpace(text.charCodeAt(at)))) at--;
  const last = text.charCodeAt(at);
  if (oldStyle && last === pause) return endNumbers.oldPause;
  if (westernStops.has(last) && /[A-Za-z\d]/.test(text[at - 1] ?? '')) return endShares['。']!;
  if (isContinuedOn(text)) return endNumbers.continuedOn;
  if (endsWithCredit(text)) return endNumbers.credit;
  if (text[0] === '…' && /^…+$/u.test(text)) return endNumbers.dots;
  if (endsEnacted(text)) return endNumbers.enacted;
  if (at < text.length - 1) {
    if (isSentenceEnd(last)) return endNumbers.stopInCloser;
    if (last === dot || last === dash) return endNumbers.dotsInCloser;
    return shareOf.get(text.charCodeAt(text.length - 1)) ?? endNumbers.closer;
  }
  return shareOf.get(last) ?? endShareOther;
}

function startWeight(text: string, before: string | undefined): number {
  if (isContinuedFrom(text) || isJump(text)) return startNumbers.jump;
  const isRare = isOneOf(text.charCodeAt(0), rareStarts);
  if (datelineLength(text) > 0 || (isRare && bracketed.test(text))) return startNumbers.dateline;
  if (opensCaption(text)) return startNumbers.caption;
  if (isRare && /^…+$/u.test(text)) return startNumbers.dots;
  if (isRare && markup.test(text)) return startNumbers.markup;
  if (isAsciiDigit(text.charCodeAt(0)) && yearEntry.test(text) && /[。！？]$/u.test(before ?? '。'))
    return startNumbers.item;
  if (isSalutation(text)) return startNumbers.salutation;
  if (isSpeaker(text)) return startNumbers.speaker;
  if (isSpacedArticle(text) && !/[，、《“（]$/u.test(before ?? '')) return startNumbers.article;
  // An item follows a complete sentence, a colon or another item; inside a sentence （一） only cites one.
  if (isItemStart(text))
    return before === undefined || /[。！？：；!?:;”）]$/u.test(before)
      ? startNumbers.item
      : startNumbers.citedItem;
  const first = text[0]!;
  // A dot before a word belongs to an item, not to a name.
  if (first === '·' || first === '•') return startNumbers.dot;
  if (isLineStartProhibited(text.charCodeAt(0))) return startNumbers.prohibited;
  if (unlikelyStart.test(text)) return startNumbers.particle;
  return first === '“' || first === '「' ? startNumbers.quotation : 0;
}

/** A heading is short, has no stop at its end, few marks inside, and maybe blanks between its phrases. */
function headingWeight(text: string, start: number): number {
  const dense = withoutSpaces(text);
  const length = visibleLength(dense);
  const own = headingNumbers;
  let weight: number = own.base;
  if (length < 2) weight += own.oneCharacter;
  if (length > own.longest) weight -= (length - own.longest) * own.tooLong;
  if (length <= own.usual) weight += own.usualBonus;
  const last = dense.charCodeAt(dense.length - 1);
  if (isSentenceEnd(last)) weight += last === fullStop ? own.fullStop : own.otherStop;
  if (commas.has(last)) weight += own.comma;
  if (isLineStartProhibited(dense.charCodeAt(0)) && dense[0] !== '·' && dense[0] !== '•')
    weight += own.prohibited;
  const isNumbered = isNumberedHeading(dense);
  let marks = 0;
  for (let at = 0; at < dense.length; at++) if (isMark(dense.charCodeAt(at))) marks++;
  weight -= isNumbered ? Math.max(0, marks - 1) : marks * own.mark;
  if (datelineLength(dense) > 0 || isArticle(dense) || isSpeaker(dense)) return weight + own.paragraphStart;
  if (hasPhraseSpaces(text)) weight += own.phrases;
  // A line that begins like a block may be a heading or a paragraph; a numbered one without marks is a heading.
  if (start > 0) weight += start;
  if (isNumbered && !/[。；]/u.test(dense)) weight += own.numbered;
  if (isEnactment(dense)) weight += own.enactment;
  if (length <= own.longestInstruction && endsWithInstruction(dense.slice(-2))) weight += own.instruction;
  if (dense.startsWith('——') && length > own.shortestDeck) weight += own.deck;
  if (opensWithReporter(dense) && length < own.longestByline) weight += own.byline;
  if (openEnds.has(last)) weight += own.openEnd;
  if (isAsciiDigit(last) || isLatin(last)) weight += own.latinEnd;
  return weight;
}

const marksInside = charactersOf('，。；,;');
const isMark = (code: number) => isOneOf(code, marksInside);

/** A text without white space; nearly all lines have none. */
function withoutSpaces(text: string): string {
  for (let at = 0; at < text.length; at++)
    if (isSpace(text.charCodeAt(at)))
      return [...text].filter((char) => !isSpace(char.charCodeAt(0))).join('');
  return text;
}

const phraseSpace = pattern('u')`[${han}”’》][ \u3000]+[${han}“‘《]`;

function hasPhraseSpaces(text: string): boolean {
  return phraseSpace.test(text);
}
