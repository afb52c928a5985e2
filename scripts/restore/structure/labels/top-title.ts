import { foldLine } from '../../../text/fold.js';
import { isItemStart, isNumberedHeading } from '../../../text/press/items.js';
import { isColumnName } from '../../../text/press/masthead.js';
import { isByline, isCredit, opensWithReporter } from '../../../text/press/names.js';
import { looksLikeNames } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import { setOffNumbers, storyNumbers } from '../../numbers/structure.js';
import { isWebControl } from '../../parts/line-forms.js';
import type { Group, Label } from '../../write/groups.js';
import { isTitledName } from './part-rows.js';

const { longestTop } = storyNumbers;
const chapter = /^第[一二三四五六七八九十百\d]{1,4}[章编卷篇]/u;
const texts: ReadonlySet<Label> = new Set([
  'paragraph',
  'table',
  'list',
  'verse',
  'names',
  'caption',
  'crosshead',
]);

/**
 * 首行标题: a short phrase without a mark at the very top of a source, over text, is its title, and so is a chapter's
 * over its first section's. A numbered heading there is what a cut left of a longer text.
 */
export function labelTop(all: readonly Group[]): void {
  // 当前位置：首页 > 新闻中心 is no part of the text below.
  const groups = all.slice(all[0] && isWebControl(all[0].text) ? 1 : 0);
  const [top, next] = groups;
  if (!top || !next || top.isFixed || top.segments.length > 1) return;
  const folded = foldLine(top.text.trim());
  if (labelColumnTitle(groups)) return;
  const isChapter = chapter.test(folded) && next.label === 'crosshead';
  const isOverTitles = top.label === 'crosshead' && next.label === 'headline' && isPhrase(folded);
  if (top.label !== 'paragraph' && top.label !== 'crosshead') return;
  if (
    isChapter ||
    isOverTitles ||
    (texts.has(next.label) && (isPhrase(folded) || (folded.length === 1 && next.text.includes(top.text))))
  )
    top.label = 'headline';
}

/**
 * 栏目与标题: at the top of a source a short name of a column over a title, which its letters' blanks show (校园小品 over
 * 借　书) or the name of its author below it (牧者心声, 平安是送给谁的？, 梁志恩牧师).
 */
function labelColumnTitle(groups: readonly Group[]): boolean {
  const [column, title, author] = groups;
  const isOne = (group: Group | undefined) =>
    group !== undefined && !group.isFixed && group.segments.length === 1 && displays.has(group.label);
  if (!column || !title || !isOne(column) || !isOne(title)) return false;
  const name = column.text.trim();
  const isColumn = name.length <= setOffNumbers.longestTopColumn && isPhrase(foldLine(name));
  if (!isColumn || isItemStart(title.text) || visibleLength(title.text) > longestTop) return false;
  // 援藏日记 over 贺　兰 over the first day
  if (author?.label === 'crosshead' && isSpreadName(title.text) && !isColumnName(name)) {
    column.label = 'headline';
    title.label = 'byline';
    return true;
  }
  const isSpread = /^\p{sc=Han}(?:[ \u3000]+\p{sc=Han}){1,4}$/u.test(title.text.trim());
  const isSigned =
    author !== undefined &&
    isOne(author) &&
    (isTitledName(author.text) || isByline(author.text)) &&
    !/[。；]/u.test(title.text);
  // 以案说法 over 员工“被离职”，公司该赔吗？ over 【案情回放】: of three in a row the second heads the story.
  const isOverHead =
    title.label === 'crosshead' &&
    author?.label === 'crosshead' &&
    visibleLength(title.text) >= name.length * setOffNumbers.timesColumn;
  // 交流站 over 乐龄健身角可添遮阳篷 over text without another crosshead
  const isOnlyHead =
    column.label === 'headline' &&
    title.label === 'crosshead' &&
    author?.label === 'paragraph' &&
    visibleLength(title.text) >= name.length * setOffNumbers.timesColumn &&
    !groups.slice(2).some(({ label }) => label === 'crosshead');
  if (!isSpread && !isSigned && !isOverHead && !isOnlyHead) return false;
  column.label = 'kicker';
  title.label = 'headline';
  if (isSigned) author.label = 'byline';
  return true;
}
const isSpreadName = (text: string) =>
  /^\p{sc=Han}[ \u3000]+\p{sc=Han}$/u.test(text.trim()) && looksLikeNames(text.replace(/[ \u3000]+/gu, ''));
const displays: ReadonlySet<Label> = new Set(['paragraph', 'crosshead', 'headline', 'byline']);

function isPhrase(whole: string): boolean {
  // 先进个人名单（排名不分先后）
  const text = whole.replace(/(?<=.{4})（[^（）]{2,10}）$/u, '');
  if (visibleLength(text) > longestTop || visibleLength(text) < 2 || isNumberedHeading(text)) return false;
  return !/[。！？：；，、…—）】”》]$|[。，；：]/u.test(text) && !isCredit(text) && !opensWithReporter(text);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a word over a table
今日菜价

品种　　　批发价　　零售价

西红柿　　2.60　　　3.50

土　豆　　1.40　　　2.00
---
headline: 今日菜价
table: 品种　批发价　零售价
西红柿　2.60　3.50
土豆　1.40　2.00

## a column's name over a title whose letters are apart
校园小品

借　书

　　放学以后，图书馆里只剩下老杨一个人，他把最后一本书放回架上，听见有人敲门。
---
kicker: 校园小品
headline: 借　书
paragraph: 放学以后，图书馆里只剩下老杨一个人，他把最后一本书放回架上，听见有人敲门。

## a column's name over a title with its author
牧者心声

平安是送给谁的？

梁志恩牧师

　　每年到了这个时候，街上的灯饰就亮起来了，可是真正的平安是送给谁的呢？
---
kicker: 牧者心声
headline: 平安是送给谁的？
byline: 梁志恩牧师
paragraph: 每年到了这个时候，街上的灯饰就亮起来了，可是真正的平安是送给谁的呢？

## a chapter over its section
第三章　水利

第一节　渠道

县境水利始于明代，万历年间开凿东渠，长

二十三里，灌田四千余亩。
---
headline: 第三章　水利
crosshead: 第一节　渠道
paragraph: 县境水利始于明代，万历年间开凿东渠，长二十三里，灌田四千余亩。
`;
