import { foldLine } from '../../../text/fold.js';
import { areFields, isInscription } from '../../../text/press/documents.js';
import { isContact, isDay } from '../../../text/press/imprint.js';
import { isItemStart, isNumberAlone } from '../../../text/press/items.js';
import { isByline, isCredit, isFigureTitle } from '../../../text/press/names.js';
import { isSignature } from '../../../text/press/signatures.js';
import { isFooter, looksLikeNames, looksLikeTail, namesStaff } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import { setOffNumbers } from '../../numbers/structure.js';
import type { Group, Label } from '../../write/groups.js';

const { longest, longestNotice, shortest } = setOffNumbers;

/** 寻物启事, 讣告, 关于…的通知: what notices are called. */
const notice =
  /^(?:(?!特此)[^，。；：！？]{0,10}(?:启事|声明|公告|通告|公示|讣告|训令|布告|告示|更正|致歉信?|鸣谢|感谢信|声明作废|遗失作废|招租|召租|出租|招领|招聘|招生|寻人|悬赏|慰问信|倡议书|公开信|邀请函|喜报|征稿|招聘信息|须知)|关于[^。；]{4,40}的(?:紧急|补充)?(?:通知|公告|通告|决定|意见|通报|函|请示|批复|报告|说明))$/u;
const ornamented = /^([★☆◆◇●○■□※＊*~～—–=]{1,3}).*\p{sc=Han}.*\1$/u;
/** 健康小知识：如何预防流感 */
const named = /^[^，。；：！？、\d]{3,8}：[^，。；：、]{4,16}$/u;
/** 附录：重要文献 */
const appendix = /^附(?:录|记|文|篇)?[：　 ][^，。；：]{2,20}$/u;
const chapter = /^第[一二三四五六七八九十百\d]{1,4}[章编卷篇节]/u;
const texts: ReadonlySet<Label> = new Set(['paragraph', 'table', 'list', 'verse', 'names', 'lead']);
const candidates: ReadonlySet<Label> = new Set(['paragraph', 'crosshead', 'list']);
const ends: ReadonlySet<Label> = new Set(['credit', 'table', 'verse', 'names']);

/**
 * 空行与标题: a notice's name over its text is a headline; so is a short line without marks that a blank line parts from
 * what is certainly over: a credit, a table, a poem, a signed line. In other places a blank line may stand over a
 * crosshead.
 *
 * @param isSetOff whether a blank line stands before the line that begins at an offset, on a page that has few
 */
export function labelSetOff(groups: readonly Group[], isSetOff: (start: number) => boolean): void {
  const isBook = groups.some(({ label, text }) => label !== 'paragraph' && chapter.test(foldLine(text)));
  const headed = headsOfTables(groups);
  groups.forEach((group, index) => {
    const next = groups[index + 1];
    if (group.isFixed || !next || !texts.has(next.label) || !candidates.has(group.label)) return;
    const before = groups[index - 1];
    const isApart = isSetOff(group.segments[0]!.start);
    const hasOthers = headed > (isHeadOfTable(group, next) ? 1 : 0);
    group.label = headOf(group, { before, next, isApart, isBook, hasOthers }) ?? group.label;
  });
}

/** 线下: what stands under a printed rule begins anew; a phrase over text there is a headline. */
export function labelUnderRules(groups: readonly Group[], ruled: ReadonlySet<number>): void {
  groups.forEach((group, index) => {
    if (index === 0 || group.isFixed || !ruled.has(group.segments[0]!.start)) return;
    const next = groups[index + 1];
    if (!candidates.has(group.label)) return;
    if (next && texts.has(next.label) && group.segments.length === 1 && isPhrase(group.text, shortest))
      group.label = 'headline';
    else group.opens = 1;
  });
}

interface Around {
  before: Group | undefined;
  next: Group;
  isApart: boolean;
  /** A book has chapters: a notice in it is a part of one, and no story. */
  isBook: boolean;
  /** Other tables stand under crossheads. */
  hasOthers: boolean;
}

/** The label of a line that heads what is below it; undefined if nothing tells. */
function headOf(group: Group, { before, next, isApart, isBook, hasOthers }: Around): Label | undefined {
  const folded = foldLine(group.text.trim());
  const isOnBreak = before === undefined || ends.has(before.label) || /[。！？”」）、]$/u.test(before.text);
  // Behind （县农业农村局　王永红） no story goes on.
  const isBehindTail = before?.label === 'credit' && looksLikeTail(before.text);
  if (isBehindTail && group.label === 'crosshead' && isPhrase(group.text, 2)) return 'headline';
  const isSigned = before?.label === 'paragraph' && (isSignature(before.text) || isFooter(before.text));
  if (isSigned && isPhrase(group.text, 2)) return 'headline';
  const isFresh = isApart || isOnBreak || (isBook && before.label === 'crosshead');
  if (isFresh && folded.length <= longestNotice && notice.test(folded))
    return isBook ? 'crosshead' : 'headline';
  if (group.segments.length > 1) return undefined;
  if (group.label === 'paragraph' && appendix.test(folded)) return 'crosshead';
  if (isApart && isPhrase(group.text, hasOthers ? 2 : shortest)) {
    if (hasOthers && next.label !== 'paragraph') return 'crosshead';
    const isOverTable = isOnBreak && next.label !== 'paragraph' && next.label !== 'list';
    if (!before || isOver(before) || isOverTable || ornamented.test(folded)) return 'headline';
  }
  const isOrnamented = isFresh && ornamented.test(folded) && folded.length <= longest;
  return group.label === 'paragraph' && isOrnamented ? 'crosshead' : undefined;
}

/** Tables and lists of names under crossheads: another one of them has a crosshead as well. */
const headsOfTables = (groups: readonly Group[]) =>
  groups.filter((group, at) => isHeadOfTable(group, groups[at + 1])).length;
const isHeadOfTable = ({ label }: Group, next: Group | undefined) =>
  label === 'crosshead' && next !== undefined && ends.has(next.label);

/** True if nothing of a story goes on behind a block. */
const isOver = ({ label, text }: Group) =>
  ends.has(label) ||
  areFields(text) ||
  isInscription(text) ||
  isSignature(text) ||
  isDay(text) ||
  namesStaff(text) ||
  looksLikeTail(text) ||
  looksLikeNames(text) ||
  /^（[^（）]*）$/u.test(foldLine(text));

function isPhrase(text: string, least: number): boolean {
  const folded = foldLine(text);
  const length = visibleLength(text);
  if (length < least || length > longest) return false;
  if (ornamented.test(folded) || named.test(folded)) return true;
  return !(
    /[，。；：、]|[！？]./u.test(folded.replace(/——|·/gu, '')) ||
    isItemStart(text) ||
    isNumberAlone(text) ||
    isByline(text) ||
    isCredit(text) ||
    isContact(text) ||
    isDay(text) ||
    isFigureTitle(text) ||
    /^\d{1,2}月\d{1,2}日/u.test(folded) ||
    namesStaff(text) ||
    looksLikeNames(text) ||
    looksLikeTail(text)
  );
}

/** True for lines with a blank line before them, on a page where these are few. */
export function setOffLines(
  lines: readonly { start: number; newlines: number }[],
): (start: number) => boolean {
  const apart = new Set(lines.filter(({ newlines }, at) => at > 0 && newlines > 1).map(({ start }) => start));
  return (start) => apart.size <= lines.length * setOffNumbers.mostShare && apart.has(start);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a notice under a story, a report under a credit
　　昨日，柳河镇举行秋季物资交流大会，周
边六个乡镇的两千多名群众前来赶集。
寻物启事
　　本人于10月8日遗失黑色双肩包一个，内
有学生证及笔记本三本，拾到者请与谢俊联系，
不胜感谢。
（村妇联供稿）

孝老爱亲好儿媳——柳春燕
　　柳春燕是柳湾村三社村民，婆婆突发脑溢
血瘫痪在床，她十四年如一日，端水喂饭、擦
身翻背，从无怨言。
---
paragraph: 昨日，柳河镇举行秋季物资交流大会，周边六个乡镇的两千多名群众前来赶集。
***
headline: 寻物启事
paragraph: 本人于10月8日遗失黑色双肩包一个，内有学生证及笔记本三本，拾到者请与谢俊联系，不胜感谢。
credit: （村妇联供稿）
***
headline: 孝老爱亲好儿媳——柳春燕
paragraph: 柳春燕是柳湾村三社村民，婆婆突发脑溢血瘫痪在床，她十四年如一日，端水喂饭、擦身翻背，从无怨言。

## a report under a printed rule
　　昨日，柳河镇举行秋季物资交流大会，周
边六个乡镇的两千多名群众前来赶集。
————————————————
男子酒后落水获救
　　前晚十一时许，一名男子酒后失足落入东
渠，巡逻民警闻声赶来，将其救起。
---
paragraph: 昨日，柳河镇举行秋季物资交流大会，周边六个乡镇的两千多名群众前来赶集。
***
headline: 男子酒后落水获救
paragraph: 前晚十一时许，一名男子酒后失足落入东渠，巡逻民警闻声赶来，将其救起。
furniture: ————————
`;
