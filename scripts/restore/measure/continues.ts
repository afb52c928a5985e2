import { hasHan, isLatin } from '../../text/characters.js';
import { lookAroundNumbers } from '../numbers/doubts.js';

const { latin, withoutHan } = lookAroundNumbers;
export const { lineEnd: lookAround } = lookAroundNumbers;

/** An address that the line end splits; the mark before it is not part of it. */
const addressEnd = /(?:https?:\/\/|www\.|[\w.+-]+@)[\w./?#&=%~+:,;@-]*$/iu;
/** … and the middle of one that began lines ago. */
const addressMiddle = /[A-Za-z][\w.%-]*[/?=&][\w./?#&=%~+:@-]*$/u;
const addressRest = /^[\w./?#&=%~+:@-]/u;
const mailRest = /^[\w.+-]*@[\w-]+\./u;
const mailStart = /[\w.+-]$/u;

/** True if a web or mail address continues over the border of two lines. */
export function isPartedAddress(line: string, next: string): boolean {
  if ((addressEnd.test(line) || addressMiddle.test(line)) && addressRest.test(next)) return true;
  return mailRest.test(next) && mailStart.test(line) && !/^[\w.+-]+$/u.test(line);
}

/** Units and measure words: a line of prose that ends in a figure ends before one of these. */
const counted =
  /^(?:[年月日时時分秒号號万萬亿億元吨噸亩畝户戶岁歲级級届屆]|人次|[个個名位件项項家条條座公][^，。]|多|余|餘)/u;
/** 70 | 周年: a unit that continues a figure at a line end, whatever precedes the figure. */
const alwaysCounted =
  /^(?:周年|週年|年代|世纪|世紀|公里|公斤|平方|立方|多[万亿萬億]|[万亿萬億][元吨亩人噸畝])/u;
const isNumber = /^[\d\s.,:%/-]+$/u;

/** 竖排 numbers come a figure a line: （一） （〇） （三） is the 103rd part. */
export const stacked = /^[（(][〇○零一二三四五六七八九十\d][）)]$/u;

/** Latin words before a line's end, without Han among them: this is English text, where blanks part the words. */
export function endsInLatin(line: string): boolean {
  for (let at = Math.max(0, line.length - latin); at < line.length; at++)
    if (isLatin(line.charCodeAt(at))) return !hasHan(line.slice(-withoutHan));
  return false;
}

/** Only lines that end with ASCII, a hyphen of another kind, or a bracket are examined: nearly all lines end with Han. */
function mayGoOn(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return last < 0x80 || last === 0xff09 || last === 0x2010 || last === 0xad;
}

/** 电话87 | 654321, 188 | 68801234: figures of a telephone number. */
function isPartedPhone(line: string, next: string): boolean {
  const head = /\d{1,10}$/u.exec(line)?.[0];
  const rest = head && /^\d{1,10}(?=\D|$)/u.exec(next)?.[0];
  if (!head || !rest || /^[\d-]+$/u.test(line)) return false;
  return (
    /^1[3-9]\d{9}$/u.test(head + rest) || /(?:电话|電話|热线|熱線|手机|手機)[：:]?[\d—–-]{1,10}$/u.test(line)
  );
}

/**
 * 未完: true if this line end certainly splits a text: a number, an address, a hyphenated word, an English sentence. A
 * line that is only a number is a cell or an item, and proves nothing.
 */
export function goesOn(before: string, after: string): boolean {
  if (!mayGoOn(before)) return false;
  const line = before.slice(-lookAround);
  const next = after.slice(0, lookAround);
  if (isPartedAddress(line, next)) return true;
  if (stacked.test(line) && stacked.test(next)) return true;
  if (isPartedPhone(line, next)) return true;
  // A telephone number before a date is whole.
  if (/^\d{4}年\d{1,2}月\d{1,2}日$/u.test(next)) return false;
  if (isNumber.test(next) || (isNumber.test(line) && !/^\d[^。]*[，。]/u.test(next))) return false;
  if (/[A-Za-z]{2}[-\u2010\u00ad]$/u.test(line) && /^[a-z]/u.test(next)) return true;
  if (/\d$/u.test(line) && /^\d/u.test(next) && !/^\d{1,2}[.．、](?!\d)/u.test(next)) return true;
  if (/\d[.:/,]$/u.test(line) && /^\d/u.test(next)) return true;
  if (/\d$/u.test(line) && /^[.:/,%％‰]\d?/u.test(next)) return true;
  if (/[，。、；].*\d$/u.test(line) && counted.test(next)) return true;
  if (/\p{sc=Han}.*\d$/u.test(line) && alwaysCounted.test(next)) return true;
  // 月薪9000 | —12000元
  if (/\p{sc=Han}.*\d$/u.test(line) && /^[-—–~～至]{1,2}\d/u.test(next)) return true;
  if (/(?<![-—])-$/u.test(line) && /^\d/u.test(next)) return true;
  return endsInLatin(line) && /[a-z,;\d]$/u.test(line) && /^[a-z]/u.test(next);
}
