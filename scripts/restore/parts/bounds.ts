import { hasHan } from '../../text/characters.js';
import { foldLine } from '../../text/fold.js';
import { opensWithDateline } from '../../text/press/datelines.js';
import { beginsInside, breaksOff, openBracket } from '../../text/press/half-sentences.js';
import { isDateField, isDay } from '../../text/press/imprint.js';
import { isNumberAlone } from '../../text/press/items.js';
import {
  areNames,
  isByline,
  isCredit,
  isPenName,
  isPupil,
  mayBeByline,
  namesAuthor,
} from '../../text/press/names.js';
import { looksLikeTail } from '../../text/press/tails.js';
import { isCloser, isSentenceEnd } from '../../text/prohibition.js';
import { remember } from '../../text/remember.js';
import { visibleLength } from '../../text/visible.js';
import { stacked } from '../measure/continues.js';
import { chainNumbers, sharedNumbers } from '../numbers/parts.js';
import { isMarkedCaption, isNoTitle, isSeparate, siblingItems } from './line-forms.js';
import { isDisplay, isRow, parts } from './part.js';
import type { View } from './view.js';

const { hardly, longestDisplay, never } = chainNumbers;

const display = parts.flatMap((part, index) => (isDisplay(part) ? [index] : []));
const bylines = [parts.indexOf('byline'), parts.indexOf('byline row')];
const others = parts.flatMap((_, index) => (bylines.includes(index) ? [] : [index]));
const titles = display.filter((index) => !bylines.includes(index));
const texts = parts.flatMap((part, index) => (isDisplay(part) ? [] : [index]));
const crossheads = [parts.indexOf('crosshead'), parts.indexOf('crosshead row')];
const captions = [parts.indexOf('caption'), parts.indexOf('caption row')];
const ofTitles = titles.filter((index) => !crossheads.includes(index));
const allButCaptions = others.filter((index) => !captions.includes(index));
const heads = display.filter((index) => !isRow(parts[index]!));
const rows = parts.flatMap((part, index) => (isRow(part) ? [index] : []));
const displayRows = rows.filter((index) => display.includes(index));

/** Excludes parts that a line cannot be, whatever it looks like, by its scores. */
export type Bounds = (line: number, scores: Float64Array) => void;

/**
 * Bounds of a page's lines: no half sentence is a headline or another part of display, since it would be moved out of
 * its sentence.
 *
 * @param isOpen whether a line breaks off in mid-phrase
 * @param isText lines that are no part of a title, whatever they look like
 * @param isLarge lines in headline type, which are parts of a title whatever their words look like
 * @param isNamed lines that stand where names do
 */
export function boundsOf(
  view: View,
  isOpen: (line: number) => boolean,
  { isText, isLarge, isNamed }: Record<'isText' | 'isLarge' | 'isNamed', (line: number) => boolean>,
): Bounds {
  const {
    page: { lines },
    punctuation,
    sure,
  } = view;
  const [isModern, isOld] = [punctuation === '', punctuation.startsWith('old')];
  const isItem = siblingItems(view);
  /** Under a line that stands alone a reporter's name is a byline. */
  const isUnderTitle = (line: number) =>
    line === 0 ||
    (view.gaps.heading[line - 1]! >= sharedNumbers.displayShare &&
      namesAuthor(lines[line]!.text) &&
      !isCredit(lines[line]!.text));
  return (line, scores) => {
    if (sure[line] && !isLarge(line)) return;
    const { text } = lines[line]!;
    const before = lines[line - 1]?.text ?? '';
    const isLast = line === lines.length - 1;
    const exclude = (some: readonly number[]) => {
      for (const part of some) scores[part]! += never;
    };
    if (isLarge(line)) exclude(texts);
    else if (visibleLength(text) > longestDisplay) exclude(display);
    else if (isText(line) || beginsInside(text) || (isOpen(line) && isLast) || (isOld && hasPause(text)))
      exclude(heads);
    // 十二 numbers a chapter, and belongs to no name before it; text of today ends with a mark.
    if (isNumberAlone(text) && !endsInNumeral(before) && !(stacked.test(text) && stacked.test(before)))
      exclude(isModern || isBracketed(text) ? rows : displayRows);
    if (isItem(line)) exclude(rows);
    // （丹翁） under a title or behind a story.
    if (isBracketed(text) && isPenName(text)) for (const part of rows) scores[part]! += hardly;
    // 3月15日 below a letter, 填表日期：…, 编辑：… and — END — name no story; 青政办发〔2024〕17号 is a separate line.
    if (isDay(text)) exclude(isDateField(text) ? titles : ofTitles);
    else if (isNoTitle(text) || (looksLikeTail(text) && endsSentence(before))) exclude(display);
    if (isSeparate(text) || isSeparate(before)) exclude(rows);
    const following = lines[line + 1]?.text ?? '';
    if (isModern && ((!mayBeCaption(text) && !mayBeCaption(following)) || isRemark(text))) exclude(captions);
    if (isMarkedCaption(text)) exclude(allButCaptions);
    // What stands out of its level is a heading, and not a name.
    const mayName = mayBeByline(text) || (isNamed(line) && (areNames(text) || isNamed(line - 1)));
    if (!mayName || lines[line]!.outdent) exclude(bylines);
    else if (isByline(text) && !isLarge(line))
      exclude(isPupil(text) || isUnderTitle(line) || endsSentence(before) || !hasHan(text) ? others : titles);
    if (text.length === 1 && !(line === 0 && following.includes(text))) exclude(heads);
    if (line === 1 && before.length === 1 && text.includes(before) && isModern) exclude(rows);
    // Nothing stands under a crosshead at the end; and no story goes on with a dateline.
    if (isLast || opensWithDateline(following)) exclude(crossheads);
  };
}

/** A sentence that ends there cannot go on with a name. */
const endsSentence = (text: string) => {
  const last = text.length - 1;
  return isSentenceEnd(text.charCodeAt(isCloser(text.charCodeAt(last)) ? last - 1 : last));
};

/** A caption speaks of a picture: what begins like a remark is none. */
const isRemark = (text: string) =>
  /^(?:温馨提示|特别提醒|友情提示|提示|提醒|说明|备注|注)：/u.test(foldLine(text));

/** A caption is a sentence, or has a mark, or a credit. */
const mayBeCaption = remember((text) => /[，。：；、（▲△◀▶▼◘图圖摄攝/,.:(]|发）?$/u.test(text));
/** 百分之三十 | 九: the figure goes on. */
const endsInNumeral = (text: string) => /[一二三四五六七八九十百千万〇零]$/u.test(text);
const isBracketed = (text: string) => /^[（(]/u.test(text);

/** A line with 、 inside is part of a sentence where 、 is comma and stop. */
const hasPause = (text: string) => /[^、]{2}、[^、]{2}/u.test(text);

/** Lines that break off in mid-phrase, by their own end or inside a bracket that an earlier row opened. */
export function openLines({ page: { lines }, punctuation, sure }: View): boolean[] {
  let closer = '';
  let rows = 0;
  return lines.map(({ text }, line) => {
    if (sure[line]) {
      closer = '';
      return false;
    }
    const isInside = closer !== '' && !foldLine(text).includes(closer) && ++rows < sharedNumbers.mostRows;
    if (!isInside) {
      closer = openBracket(text);
      rows = 0;
    }
    return isInside || breaksOff(text, punctuation === '');
  });
}
