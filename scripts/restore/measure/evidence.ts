import { han, isAsciiDigit, isHan, isLatin, isSpace } from '../../text/characters.js';
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
import { closers, lineStartProhibited, sentenceEnds } from '../../text/prohibition.js';
import type { Line } from './lines.js';
import type { Evidence } from './page.js';

/** 句末 hazards, measured on reports, statutes, the sample: share of a character's occurrences that end a paragraph. */
const endShares: Record<string, number> = {
  '。': 0.25,
  '！': 0.3,
  '!': 0.3,
  '？': 0.12,
  '?': 0.12,
  '：': 0.05,
  ':': 0.05,
  '；': 0.05,
  ';': 0.05,
  '…': 0.1,
  '—': 0.05,
  '）': 0.006,
  ')': 0.006,
  '》': 0.004,
  '〉': 0.004,
  '，': 0.0003,
  ',': 0.0003,
  '、': 0.00005,
};
const endShareOther = 0.0004;

/** Somebody's Markdown: an item, a quotation, a heading. */
const markup = /^(?:[-*+>]|#{1,6})[ ]/u;
/** 【快讯】: whatever their content, these brackets open a story or a part of it. */
const bracketed = /^[【［〔[][^】］〕\]]+[】］〕\]]/u;
const unlikelyStart = /^[的了着们等级业者性化性度]/;

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

/** A text with fewer marks than one in this many characters counts as unpunctuated. */
const charsAMark = 200;

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
  return pauses > 3 * stops ? 'old' : 'modern';
}

const [fullStop, comma, pause] = [...'。，、'].map((mark) => mark.charCodeAt(0));

function endShare(text: string, oldStyle: boolean): number {
  let at = text.length - 1;
  while (at > 0 && (closers.has(text[at]!) || isSpace(text[at]!))) at--;
  const last = text[at]!;
  if (oldStyle && last === '、') return 0.08;
  if (/[A-Za-z\d][.!?]$/u.test(text.slice(0, at + 1))) return endShares['。']!;
  if (isContinuedOn(text)) return 0.9;
  if (endsWithCredit(text)) return 0.5;
  if (/^…+$/u.test(text)) return 0.8;
  if (endsEnacted(text)) return 0.05;
  if (at < text.length - 1) {
    if (sentenceEnds.has(last)) return 0.3;
    if (last === '…' || last === '—') return 0.1;
    return endShares[text.at(-1)!] ?? 0.004;
  }
  return endShares[last] ?? endShareOther;
}

function startWeight(text: string, before: string | undefined): number {
  if (isContinuedFrom(text) || isJump(text)) return 4;
  if (datelineLength(text) > 0 || bracketed.test(text)) return 3;
  if (opensCaption(text)) return 2.5;
  if (/^…+$/u.test(text)) return 2;
  if (markup.test(text)) return 3;
  if (isSalutation(text)) return 2;
  if (isSpeaker(text)) return 2.5;
  if (isSpacedArticle(text) && !/[，、《“（]$/u.test(before ?? '')) return 4.5;
  // An item follows a complete sentence, a colon or another item; inside a sentence （一） only cites one.
  if (isItemStart(text)) return before === undefined || /[。！？：；!?:;”）]$/u.test(before) ? 4.5 : 0.5;
  const first = text[0]!;
  // A dot before a word belongs to an item, not to a name.
  if (first === '·' || first === '•') return 0.5;
  if (lineStartProhibited.has(first)) return -7;
  if (unlikelyStart.test(text)) return -2.5;
  return first === '“' || first === '「' ? 0.4 : 0;
}

/** A heading is short, has no stop at its end, few marks inside, and maybe blanks between its phrases. */
function headingWeight(text: string, start: number): number {
  const visible = [...text].filter((char) => !isSpace(char.charCodeAt(0)));
  const dense = visible.join('');
  const length = visible.length;
  let weight = headingBase;
  if (length < 2) weight -= 4;
  if (length > 34) weight -= (length - 34) * 0.3;
  if (length <= 24) weight += 0.5;
  const last = visible.at(-1) ?? '';
  if (sentenceEnds.has(last)) weight -= last === '。' ? 5 : 0.5;
  if ('，、；,;：:'.includes(last)) weight -= 6;
  if (lineStartProhibited.has(visible[0] ?? '') && visible[0] !== '·' && visible[0] !== '•') weight -= 6;
  const isNumbered = isNumberedHeading(dense);
  let marks = 0;
  for (const char of visible) if ('，。；,;'.includes(char)) marks++;
  weight -= isNumbered ? Math.max(0, marks - 1) : marks * 1.2;
  if (datelineLength(dense) > 0 || isArticle(dense) || isSpeaker(dense)) return weight - 3;
  if (hasPhraseSpaces(text)) weight += 2;
  // A line that begins like a block may be a heading or a paragraph; a numbered one without marks is a heading.
  if (start > 0) weight += start;
  if (isNumbered && !/[。；]/u.test(dense)) weight += 1;
  if (isEnactment(dense)) weight -= 3;
  if (length <= 26 && endsWithInstruction(dense.slice(-2))) weight += 2;
  if (dense.startsWith('——') && length > 4) weight += 2;
  if (opensWithReporter(dense) && length < 24) weight += 2;
  if (isHan(last) && /[的了和与在是为将把被对向从及]/.test(last)) weight -= 2.5;
  if (isAsciiDigit(last) || isLatin(last)) weight -= 0.5;
  return weight;
}

/** Log share of headings among lines, minus the cost of its particular length. */
const headingBase = -5;

const phraseSpace = pattern('u')`[${han}”’》][ \u3000]+[${han}“‘《]`;

function hasPhraseSpaces(text: string): boolean {
  return phraseSpace.test(text);
}
