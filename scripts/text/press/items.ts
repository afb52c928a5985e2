import { beginsWith, charactersOf, endsWith } from '../ends.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { chineseNumerals } from './words.js';

/** 一 … 十百: the numerals of items. */
const count = '[一二三四五六七八九十百]';
const itemStart = pattern(
  'u',
)`^“?(?:（[${chineseNumerals}\d]{1,3}）|${count}{1,3}、|\d{1,2}[.．、](?!\d)|第[${chineseNumerals}\d]{1,7}[章节条编]|第[${chineseNumerals}\d]{1,3}天(?=[ ：])|D\d{1,2}(?=[ ：])|[①-⑳●■◆▲△★☆□◇○•]|${count}是)`;
/** First characters of items. */
const itemStarts = charactersOf(`“（第D0123456789${chineseNumerals}①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳●■◆▲△★☆□◇○•`);
/** 一、…… the number of a heading. */
const headingNumber = pattern(
  'u',
)`^(?:${count}{1,3}、|第${count}{1,2}，|（${count}{1,3}）|第[${chineseNumerals}\d]{1,4}(?:[章节编部分集]|回(?!合))|第[${chineseNumerals}\d]{1,3}天(?=[ ：])|D\d{1,2}(?=[ ：])|\d{1,2}[.．、](?!\d))`;
const partNumber = pattern(
  'u',
)`^(?:${count}+、|（${count}+）|第[${chineseNumerals}\d]+[章节编]|\d{1,2}[.．、])`;
const numberAlone = pattern('u')`^(?:（?${count}{1,3}）?|第[${chineseNumerals}\d]{1,4}[章节回集])$`;
const article = pattern('u')`^第[${chineseNumerals}\d]{1,9}条`;
const spacedArticle = pattern('u')`^第[${chineseNumerals}\d]{1,9}[条章节编](?:之[${chineseNumerals}]+)? `;
const enactment = pattern('u')`^(?:\d{4}|[${chineseNumerals}]{4})年.{2,8}日.{6}`;
const yearStarts = charactersOf(`0123456789${chineseNumerals}`);
const enactedEnds = charactersOf('过布行正订');
const enacted = /(?:通过|公布|施行|修正|修订)$/u;
const speakerStarts = charactersOf('问答记主本');
const speaker = /^(?:问|答|记者|主持人|本报记者)：/u;
const salutationEnds = charactersOf('！：');
const salutation = /^(?:各位|同志们|朋友们|女士们|先生们|尊敬的)[^，。；]{0,16}[！：]$/u;

/** 列项 or numbering: true if an item begins here. */
export const isItemStart = (text: string) => beginsWith(text, itemStarts) && itemStart.test(foldLine(text));
/** True if a line is numbered like a heading: 一、, 第一章, 3. */
export const isNumberedHeading = (text: string) =>
  beginsWith(text, itemStarts) && headingNumber.test(foldLine(text));
/** The same for parts of a story. */
export const isNumberedPart = (text: string) => partNumber.test(foldLine(text));
/** 十二, （三）, 第四回: a number alone, of a chapter. */
export const isNumberAlone = (text: string) => numberAlone.test(foldLine(text.trim()));
const chapterTitle = pattern('u')`^第[${chineseNumerals}\d]{1,4}[编章节卷篇部] +[^，。；：！？]{1,24}$`;
/** 第一节　诗选: the number of a part of a book with its title, alone on a line. */
export const isChapterTitle = (text: string) =>
  text[0] === '第' && text.length <= 32 && chapterTitle.test(foldLine(text.trim()));
const bulletLabel = /^[■◆□◇▶►] *[^，。；：！？、\d]{2,6}$/u;
const bulletFirst = charactersOf('■◆●▲★□☆◎○▶►◇');
/** ■人物简介: true for a short label behind a bullet. */
export const isBulletLabel = (text: string) =>
  text.length <= 14 && beginsWith(text, bulletFirst) && bulletLabel.test(foldLine(text.trim()));
/** True if a bullet stands at the beginning. */
export const opensWithBullet = (text: string) => beginsWith(text, bulletFirst);
/** 用料, 做法: a part of a recipe, alone on its line. */
export const isRecipePart = (text: string) =>
  text.length <= 10 &&
  /^(?:用料|食材|材料|原料|配料|主料|辅料|调料|做法|作法|制法|步骤|制作(?:方法|步骤)|烹饪步骤|小贴士)(?:（[^（）]{1,6}）)?：?$/u.test(
    foldLine(text.trim()),
  );
/** 第…条 of a statute. */
export const isArticle = (text: string) => text[0] === '第' && article.test(foldLine(text));
/** 第…条 with the space that statutes put after it, which a mere reference lacks. */
export const isSpacedArticle = (text: string) => text[0] === '第' && spacedArticle.test(foldLine(text));
/** 题注: the dates on which a statute was passed and amended; a paragraph without a stop. */
export const isEnactment = (text: string) => beginsWith(text, yearStarts) && enactment.test(foldLine(text));
/** True if a text ends like a 题注. */
export const endsEnacted = (text: string) =>
  endsWith(text, enactedEnds) && enacted.test(foldLine(text).slice(-4));
/** 问答: the name of a speaker. */
export const isSpeaker = (text: string) =>
  beginsWith(text, speakerStarts) && speaker.test(foldLine(text).slice(0, 12));
/** 称呼: alone on its line. */
export const isSalutation = (text: string) =>
  text.length < 32 && endsWith(text, salutationEnds) && salutation.test(foldLine(text));

const digits = '一二三四五六七八九十';

/** 十二 → 12, 三十 → 30; up to 99. */
export function chineseNumber(text: string): number {
  const at = text.indexOf('十');
  const digit = (char: string | undefined) => (char ? digits.indexOf(char) + 1 : 0);
  if (at < 0) return digit(text[0]);
  return (at === 0 ? 1 : digit(text[0])) * 10 + digit(text[at + 1]);
}
