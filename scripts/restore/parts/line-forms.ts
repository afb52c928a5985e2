import { isAsciiDigit } from '../../text/characters.js';
import { charactersOf, isOneOf } from '../../text/ends.js';
import { foldLine } from '../../text/fold.js';
import { datelineLength } from '../../text/press/datelines.js';
import {
  areFields,
  isDocumentNumber,
  isEnclosure,
  isInscription,
  isRecordField,
} from '../../text/press/documents.js';
import { chineseNumber } from '../../text/press/items.js';
import { isContinuedFrom, isContinuedOn } from '../../text/press/jumps.js';
import { endsWithCredit, isCreditInBrackets } from '../../text/press/names.js';
import { isEndMark, namesStaff } from '../../text/press/tails.js';
import { remember } from '../../text/remember.js';
import { pieceNumbers } from '../numbers/pieces.js';
import type { View } from './view.js';

/** 3.短文写了哪几件事？（4分） */
const isQuestion = (text: string) =>
  isAsciiDigit(text.charCodeAt(0)) && /^\d{1,2}[.．、].*[（(]\d{1,2}分[）)]$/u.test(text);

/** 姓名＿＿＿＿, 　年　　月　　日: what a person is to fill in. */
const isForm = (text: string) => /[＿_]{3,}|^年[ \u3000]+月[ \u3000]+日$/u.test(text) || boxes(text) > 1;

const boxes = (text: string) => text.match(/[□☐☑☒√]/gu)?.length ?? 0;

/** 横向：, 纵向 over the clues of a crossword. */
const isDirection = (text: string) =>
  isOneOf(text.charCodeAt(0), directions) && /^[横橫纵縱竖豎直][向排行列][：:]?$/u.test(text);

const directions = charactersOf('横橫纵縱竖豎直');

/** A document number, or a question of a form with its boxes: another block follows. */
export const isSeparate: (text: string) => boolean = remember(
  (text) =>
    isForm(text) ||
    isDocumentNumber(text) ||
    /^[（(][\d一二三四五六七八九十〇○]{4}年[^，。）)]{2,8}日[）)]$/u.test(text) ||
    isQuestion(text) ||
    isCreditInBrackets(text) ||
    isDirection(text) ||
    (isAsciiDigit(text.charCodeAt(0)) && /^\d{4}-\d{1,2}-\d{1,2} /u.test(text)) ||
    (text[0] === '目' && /^目[ \u3000]*[录錄次]$/u.test(text)),
);

/** 上一篇：…, 【打印】【关闭】: what a web page offers beside its text. */
export const isWebControl = (text: string) =>
  /^(?:(?:抄送|抄報|抄报|主送|报送|附件|印发)[：:]|[上下]一[篇页條条]|上一頁|下一頁|点击|點擊|扫一扫|分享(?:到|至)|返回|(?:您|你)?(?:现在|目前)?的?(?:当前|所在)?位置[：:]|首[页頁] *[>＞»›]|【(?:打印|关闭|字号|收藏|返回))/u.test(
    text,
  );

/** True for a line that is never part of a title: makers of the page, links of a web page, a document number. */
export const isNoTitle = (text: string) =>
  isContinuedOn(text) ||
  isContinuedFrom(text) ||
  namesStaff(text) ||
  isEndMark(text) ||
  isWebControl(text) ||
  isDocumentNumber(text) ||
  isForm(text) ||
  isQuestion(text) ||
  areFields(text) ||
  isRecordField(text) ||
  isEnclosure(text) ||
  isInscription(text);

/** A caption with ▲ before it and a credit after it, wherever the column runs around it. */
export const isMarkedCaption = (text: string) => /^[▲△▼▽◀▶◄►]/u.test(text) && endsWithCredit(text);

const numerals = charactersOf('一二三四五六七八九十');
const chineseItem = /^([一二三四五六七八九十]{1,3})、/u;
const entry = /^\p{sc=Han}{2,4}[\u3000 ]{1,2}\p{sc=Han}{6}/u;
/** ◆交通, above its news. */
const shortBullet = /^([◎●■◆▲△★☆□◇○◉⊙])[^，。；：！？、]{2,8}$/u;
const monthAlone = /^(?:[\d一二三四五六七八九十]{1,3}月|\d{4}年)$/u;

/**
 * Finds lines numbered 一、 二、 … with a neighbour in the numbering at another line start: they are items, and continue
 * the line before only if its last mark says so.
 */
export function siblingItems({ page: { lines }, punctuation }: View): (line: number) => boolean {
  const numberOf = ({ text }: View['page']['lines'][number]) =>
    isOneOf(text.charCodeAt(0), numerals) ? chineseNumber(chineseItem.exec(text)?.[1] ?? '') : 0;
  const known = new Set(lines.map(numberOf));
  // 3月 alone on a line heads the entries of a month if another month is also alone on a line.
  const months = lines.filter(({ text }) => monthAlone.test(text)).length;
  // 冠禮　今不行…: unpunctuated text whose entries begin with their headword.
  const entries = punctuation === 'no marks ' ? lines.filter(({ text }) => entry.test(text)).length : 0;
  const marks = new Map<string, number>();
  for (const { text } of lines) {
    const mark = shortBullet.exec(text)?.[1];
    if (mark) marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  const isBullet = (text: string) =>
    marks.size > 0 && (marks.get(shortBullet.exec(text)?.[1] ?? '') ?? 0) > 1;
  return (line) => {
    if (isBullet(lines[line]!.text) || isBullet(lines[line - 1]?.text ?? '')) return true;
    if (entries >= pieceNumbers.leastWords && entry.test(lines[line]!.text)) return true;
    if (months > 1 && monthAlone.test(lines[line]!.text)) return true;
    const number = numberOf(lines[line]!);
    // 本报讯（记者 林娟） may fill its line.
    const above = lines[line - 1]?.text ?? '';
    if (above !== '' && datelineLength(above) === above.length) return false;
    if (number === 0 || /[，、；（“]$/u.test(foldLine(lines[line - 1]?.text ?? ''))) return false;
    return (number > 1 && known.has(number - 1)) || known.has(number + 1);
  };
}
