import { foldLine } from '../../../text/fold.js';
import { areFields, isClosing, isDocumentNumber } from '../../../text/press/documents.js';
import { isContact } from '../../../text/press/imprint.js';
import {
  isBulletLabel,
  isItemStart,
  isNumberAlone,
  isRecipePart,
  opensWithBullet,
} from '../../../text/press/items.js';
import { isJump } from '../../../text/press/jumps.js';
import { isColumnName } from '../../../text/press/masthead.js';
import {
  isByline,
  isCaption,
  isCredit,
  isCreditInBrackets,
  isFigureTitle,
} from '../../../text/press/names.js';
import { isOfficer, isReader } from '../../../text/press/signatures.js';
import { isEndMark, looksLikeTail, namesStaff } from '../../../text/press/tails.js';
import { withoutSpread } from '../../../text/spread.js';
import { storyNumbers } from '../../numbers/structure.js';
import type { Group, Label } from '../../write/groups.js';

const { longestForm, longestIssuer, longestPointing, shortKicker } = storyNumbers;
/** 【事发】, alone on its line. */
const bracketedHeading = /^【[^】]{2,12}】$/u;

/** 3月 above the entries of a month. */
const month = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月$/u;

/** （掌声）, （眾笑）: what a record says of the hearers. */
const isStageDirection = (text: string) =>
  /^（[^（）]{0,12}(?:掌声|鼓掌|笑|拍[枱桌手台]|插话|起立|喧哗|休会|散会)[^（）]{0,6}）$/u.test(
    foldLine(text),
  );

/** （2024年3月6日通过） under the name of a statute. */
const enacted = /^（[^（）]*\d{4}年[^（）]*(?:通过|公布|发布|修订|修正|施行)）$/u;

/** （2026年12月5日—8日） under the name of a meeting. */
const dayInBrackets = /^（(?:\d{4}年)?\d{1,2}月\d{1,2}日[^（），。]{0,12}）$/u;

/** Words in brackets that name neither an author nor a source are no signature. */
const isAside = (text: string) =>
  /^（[^（）]{5,}）$/u.test(foldLine(text)) &&
  !looksLikeTail(text) &&
  !isCredit(text) &&
  !isByline(text) &&
  !isEndMark(text);

/** （略）: what stands for a part that is not printed. */
const isOmission = (text: string) => /^（[^（）]{0,4}略）$/u.test(foldLine(text));

/** ◀ and ▼ point at a picture; ▲ marks items as well. */
const isPointing = (text: string) => text.length <= longestPointing && /^[▼▽◀▶◁▷◄►]\p{sc=Han}/u.test(text);

/** 五、积极推进和平统一: a phrase behind a number. */
const numberedPhrase =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^，。；：！？、]{4,24}$/u;

/** 特此讣告, 公司地址：…, 村主任：王德福　会计：柳玉梅, 县政府办公室　　2026年7月12日: what is said around a text. */
const headsNothing = (text: string, label: Label, next: Group | undefined) => {
  const folded = foldLine(text.trim());
  return (
    isClosing(text) ||
    areFields(text) ||
    isContact(text) ||
    /^(?:\p{sc=Han}{0,4}地址|谜底|答案|注|备注|按)：/u.test(folded) ||
    /^[一二三四五六七八九〇\d]{4}年.{2,8}[日夜晨](?:于|夜于|晨于)\p{sc=Han}{2,6}$/u.test(folded) ||
    /^\p{sc=Han}{4,16} +\d{4}年\d{1,2}月\d{1,2}日$/u.test(folded) ||
    (isDocumentNumber(text) && next?.label !== 'headline') ||
    (label === 'crosshead' && /^\p{sc=Han}{2,6}：[^，。：]*、/u.test(folded)) ||
    (label === 'byline' && ((isColumnName(text) && !folded.includes('评论员')) || enacted.test(folded)))
  );
};

const issued = /\d{1,2}日印发$/u;

/** （截至十月十日） under the title of a table. */
const tableNote = /^（(?:截至|单位|计量单位|数据来源|资料来源|统计)[^（）]*）$/u;

/** 发文机关: whose document it is. */
const issuer =
  /^\p{sc=Han}{2,}(?:公司|集团|委员会|政府|办公室|办公厅|厅|局|部|院|协会|学会|中心|学校|大学|中学|小学|联合会|工会|党委|支部|银行)$/u;

/** 一、选择题（每题2分，共10分） of an examination. */
const pointedPart = /^[一二三四五六七八九十]{1,3}、[^。；！？]{2,20}（[^（）]*\d+分[^（）]*）$/u;
const quotedPhrase = /^[“「][^“”「」。]{4,24}[”」]$/u;

/** True for a numbered or quoted phrase over a paragraph that is no item of the same kind. */
const isSectionHead = (text: string, next: Group) =>
  (numberedPhrase.test(foldLine(text)) || quotedPhrase.test(text)) &&
  next.label === 'paragraph' &&
  next.segments.length > 1 &&
  !isItemStart(next.text);

/** The label of a group by its words and the next group's, whatever its lines look like. */
export function labelOf({ label, text, segments }: Group, next: Group | undefined): Label {
  // A long paragraph has no form by which a line is known.
  if (label === 'paragraph' && text.length > longestForm) return isCaption(text) ? 'caption' : label;
  const plain = withoutSpread(text);
  if (isStageDirection(plain)) return 'paragraph';
  if (label === 'credit' && (isAside(plain) || isOmission(plain))) return 'paragraph';
  if (label === 'byline' && tableNote.test(foldLine(plain))) return 'paragraph';
  if (isJump(plain)) return 'jump';
  // 某县人民政府办公室　　2026年10月28日印发
  if (issued.test(foldLine(plain))) return 'paragraph';
  if (
    label !== 'paragraph' &&
    label !== 'credit' &&
    segments.length === 1 &&
    headsNothing(plain, label, next)
  )
    return 'paragraph';
  if (isFigureTitle(plain)) return 'caption';
  if (segments.length === 1 && label !== 'byline' && isCreditInBrackets(plain)) return 'credit';
  // 青政办发〔2024〕17号 above the name of the document
  if (isDocumentNumber(plain) && next?.label === 'headline') return 'kicker';
  // 柳河镇： over 番茄红了
  const isShort = label === 'headline' || (label === 'paragraph' && plain.length <= shortKicker);
  if (isShort && next?.label === 'headline' && /(?<!如下)：$/u.test(foldLine(plain))) return 'kicker';
  // 青禾县人民政府 over 关于…的通知
  if (next?.label === 'headline' && /^关于/u.test(foldLine(next.text)) && label !== 'headline')
    if (plain.length <= longestIssuer && issuer.test(foldLine(plain))) return 'kicker';
  // A group with such an end announces the next, or continues.
  if ((label === 'headline' || label === 'crosshead') && /[：；，]$/u.test(foldLine(plain)))
    return 'paragraph';
  if (label === 'crosshead' && segments.length === 1) {
    if (isByline(plain)) return 'byline';
    if (
      isReader(plain) ||
      isOfficer(plain) ||
      enacted.test(foldLine(plain)) ||
      dayInBrackets.test(foldLine(plain))
    )
      return 'paragraph';
    if (/^\p{sc=Han}{2,6}：[\d ]+$/u.test(foldLine(plain))) return 'paragraph';
  }
  if (label !== 'paragraph') return label;
  const isHeading =
    (bracketedHeading.test(foldLine(plain)) && !namesStaff(plain)) ||
    isNumberAlone(plain) ||
    (isRecipePart(plain) && !/[：:]$/u.test(plain)) ||
    (isBulletLabel(plain) && next !== undefined && !opensWithBullet(next.text)) ||
    month.test(foldLine(plain));
  if (isHeading && next?.label === 'paragraph') return 'crosshead';
  if (segments.length === 1 && next && (isSectionHead(plain, next) || pointedPart.test(foldLine(plain))))
    return 'crosshead';
  if (isByline(plain) && segments.length === 1) return 'byline';
  if (isCredit(plain) || (segments.length === 1 && !next && looksLikeTail(plain))) return 'credit';
  return isCaption(plain) || isPointing(plain) ? 'caption' : label;
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a credit over two lines
会议指出，要坚持稳中求进工

作总基调，完整准确全面贯彻

新发展理念，融入全省建设。

2月25日，会议现场。新华社记

者　李峰　摄
---
paragraph: 会议指出，要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，融入全省建设。
***
caption: 2月25日，会议现场。新华社记者　李峰　摄
`;
