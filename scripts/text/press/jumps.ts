import { beginsWith, charactersOf, endsWith } from '../ends.js';
import { foldLine } from '../fold.js';
import { part, pattern } from '../pattern.js';
import { chineseNumerals } from './words.js';

/** 版次 in a jump mark: 二版, 第4版, 第12页, A3, 上版. */
const page = part`(?:第?(?:[A-Z]{0,2}\d{1,3}|[${chineseNumerals}]{1,4}|[上头])[版页张叠]|[A-Z]{1,2}\d{1,2})`;
const on = '(?:未完，?)?(?:全?文)?(?:下转|续转|紧转|转)(?:至|到|入)?';
const from = '(?:上接|紧接|承接|续接|文接|接)自?';
const onAtEnd = pattern('u')`(?:[（【]${on}${page}[^，。）】]{0,12}[）】]|(?:下转|紧转)${page})$`;
const fromAtStart = pattern(
  'u',
)`^[►▶▷→☞>》]{0,3}(?:[（【]${from}${page}[^，。）】]{0,12}[）】]|(?:上接|紧接)${page})`;
const wholeLine = pattern('u')`^[►▶▷→☞>》]{0,3}[（【]?(?:${on}|${from})${page}[^，。]{0,12}[）】]?$`;

/** Ends and beginnings of marks: a bracket, or a page's number. */
const markEnds = charactersOf('）】版页张叠0123456789 ');
const markStarts = charactersOf('（【上紧►▶▷→☞>》 ');

/** Removes spaces, since a mark may be justified to the measure like any other line: （接　A1　版）. */
const dense = (text: string) => foldLine(text).replaceAll(' ', '');

/** 转版: true if the story continues elsewhere after this text: （下转二版）, 下转第4页, （转A3）. */
export function isContinuedOn(text: string): boolean {
  if (!endsWith(text, markEnds)) return false;
  const folded = foldLine(text);
  return folded.includes('转') && onAtEnd.test(dense(folded.slice(-48)).slice(-24));
}

/** 接版: true if this text continues a story that began elsewhere: （上接一版）, 紧接第一版, （接 A1 版）. */
export function isContinuedFrom(text: string): boolean {
  if (!beginsWith(text, markStarts)) return false;
  const folded = foldLine(text);
  return folded.includes('接') && fromAtStart.test(dense(folded.slice(0, 64)).slice(0, 32));
}

/** True if a text is only a 转版/接版 mark. */
export function isJump(text: string): boolean {
  return text.length <= 48 && /[转接]/u.test(foldLine(text)) && wholeLine.test(dense(text));
}

const reference = pattern(
  'u',
)`^[（(【]?(?:[-—–─>＞》→▶►☞☛◆▲*· ]{0,4})(?:(?:相关|详细|更多)?(?:报道|内容|新闻|全文|文章|图片|评论|名单|公告)?，?(?:请?(?:详见|参见|另见|请见|见|刊)))(?:今日|今天|本报|本期)? *(?:第? *(?:[A-Z]{0,2}\d{1,3}|[${chineseNumerals}]{1,3}|[A-Z]\d{1,2}) *(?:[、至—-] *第?(?:[A-Z]?\d{1,3}|[${chineseNumerals}]{1,3}))? *[版页]|[A-Z]{1,2}\d{1,2})[^，。；]{0,8}[）)】]?$`;

/** 见报: true for a line that only sends the reader to another page: ——详见第5版, （相关报道见A3版）. It heads nothing. */
export function isReference(text: string): boolean {
  return text.length <= 32 && reference.test(foldLine(text.trim()));
}
