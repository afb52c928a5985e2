import { hasHan } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { isColumnName, namesGenre } from '../../../text/press/masthead.js';
import { isByline } from '../../../text/press/names.js';
import { looksLikeNames } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import { setOffNumbers } from '../../numbers/structure.js';
import { cutGroup, type Group } from '../../write/groups.js';
import { datedForm } from './same-form.js';

const { longestColumn, shortestPhrase, shortestRow, timesColumn } = setOffNumbers;

/**
 * 主副题: of two rows of one headline the one with a blank between two phrases is its deck 副题, or its kicker 引题 if it
 * stands above: 我校举行七十周年校庆 | 八百名校友重返母校　三十名教师获颁奖章. A headline over two rows has no blank in one
 * of them alone.
 */
export function partRows(
  source: string,
  groups: readonly Group[],
  {
    isSetOff,
    areOneSize,
  }: {
    isSetOff: (start: number) => boolean;
    /** Tells if lines are set in one size; undefined where it is not known. */
    areOneSize: (starts: readonly number[]) => boolean | undefined;
  },
): Group[] {
  const heads = new Set(
    groups.flatMap((group) => (group.label === 'crosshead' ? (datedForm(group) ?? []) : [])),
  );
  const isHead = (row: string) => heads.has(datedForm({ text: row, segments: [row] }) ?? '');
  return groups.flatMap((group, index) => {
    if (group.label !== 'headline' || group.isFixed || group.segments.length < 2) return [group];
    if (areOneSize(group.segments.map(({ start }) => start))) return [group];
    const rows = group.segments.map(({ start, end }) => source.slice(start, end));
    const cut = (from: number, to: number, label: Group['label']) => {
      return from < to ? [{ ...cutGroup(source, group, from, to), label }] : [];
    };
    const hasKicker = groups[index - 1]?.label === 'kicker';
    const from = !hasKicker && isColumnRow(rows, isSetOff(group.segments[1]!.start)) ? 1 : 0;
    const last = rows.length - from > 1 ? labelOfLast(rows.slice(from), isHead) : undefined;
    const to =
      last && (last !== 'deck' || groups[index + 1]?.label !== 'deck') ? rows.length - 1 : rows.length;
    const [top, bottom] = partTwo(rows.slice(from, to));
    const isParted = top !== undefined && !(top === 'kicker' && (from > 0 || hasKicker));
    if (from === 0 && to === rows.length && !isParted) return [group];
    const isBelow = bottom === 'deck' && (last === 'deck' || groups[index + 1]?.label === 'deck');
    const middle =
      isParted && !isBelow
        ? [...cut(from, from + 1, top), ...cut(from + 1, to, bottom!)]
        : cut(from, to, 'headline');
    return [
      ...cut(0, from, 'kicker').map((one) => ({ ...one, isFixed: true })),
      ...middle,
      ...cut(to, rows.length, last ?? 'deck'),
    ];
  });
}

/** 健康 over 立秋过后如何润燥 names a column of the paper, and so does 棋牌乐园 with a blank line behind it. */
function isColumnRow(rows: readonly string[], isApart: boolean): boolean {
  const [first, second] = [rows[0]!.trim(), rows[1]!];
  if (!isWhole(rows.slice(0, 2))) return false;
  if (isColumnName(first))
    return rows.length > 2 || namesGenre(first) || visibleLength(second) >= first.length;
  if (rows.length > 2 || first.length > longestColumn || !hasHan(first)) return false;
  return phrasesOf(second) > 0 && (isApart || visibleLength(second) >= first.length * timesColumn);
}

/** A headline's last row that is none: who wrote it, 省长主持并作总结讲话, 一九七七年 over the first part of a chronicle. */
function labelOfLast(
  rows: readonly string[],
  isHead: (row: string) => boolean,
): 'byline' | 'deck' | 'crosshead' | undefined {
  const row = rows.at(-1)!.trim();
  if (isHead(row)) return 'crosshead';
  if (/[，、：；]$|^——/u.test(foldLine(row))) return undefined;
  if (isTitledName(row) || isByline(row)) return 'byline';
  // Of two rows both are the headline: 2022年对台工作会议在京召开 | 汪洋出席并讲话.
  return rows.length > 2 && occasion.test(foldLine(row)) ? 'deck' : undefined;
}
const occasion =
  /^(?:\p{sc=Han}{2,4}|\p{sc=Han}{0,8}(?:书记|[省市县区镇乡州]长|主席|主任|总理)(?: ?\p{sc=Han}{2,3})?)(?:主持|出席|致辞|参加|陪同|宣读|讲话|作报告)(?:会议|开幕式|仪式|活动)?(?:并.{2,10})?$/u;

/** The labels of two rows of a headline; none where they are one. */
function partTwo(rows: readonly string[]): [] | ['kicker' | 'headline', 'headline' | 'deck'] {
  const [first, second] = rows.map((row) => phrasesOf(row));
  if (rows.length !== 2 || !isWhole(rows) || !first || !second) return [];
  if (isSubtitle(rows[0]!, rows[1]!)) return ['headline', 'deck'];
  if (second === 2 && first === 1 && visibleLength(rows[0]!) >= shortestRow) return ['headline', 'deck'];
  if (first === 2 && second === 1 && visibleLength(rows[1]!) >= shortestRow) return ['kicker', 'headline'];
  return [];
}

const isWhole = (rows: readonly string[]) => rows.every((row) => !/[，、：；]$|^——/u.test(foldLine(row)));

/** 外卖盒去哪儿了？ over 记者跟踪一只塑料餐盒的48小时: a question is a whole headline. */
const isSubtitle = (first: string, second: string) =>
  /[？！?!]$/u.test(first) &&
  !/[？！?!]$/u.test(second) &&
  visibleLength(second) >= visibleLength(first) * setOffNumbers.timesQuestion;

/** 谭美仪校长: a name with its title, under the title of what it wrote. */
export const isTitledName = (row: string) => {
  const name =
    /^(\p{sc=Han}{2,4})(?:校长|园长|院长|会长|理事长|社长|主任|主席|教授|博士|医生|老师|牧师|神父|议员|律师|里长|法师|居士|和尚|住持|道长|修女)$/u.exec(
      foldLine(row.trim()),
    )?.[1];
  return name !== undefined && looksLikeNames(name);
};

/** The phrases that blanks part in a row: 2 of one length or so, 1 for a row without a blank; 0 for any other. */
export function phrasesOf(row: string): number {
  const parts = row.trim().split(/[ \u3000]+/u);
  if (parts.length === 1) return 1;
  return parts.length === 2 && parts.every((part) => visibleLength(part) >= shortestPhrase) ? 2 : 0;
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a deck of two phrases, and a kicker of two
我校举行建校七十周年庆祝大会
八百名校友重返母校　三十名教师获颁奖章
　　10月10日上午，建校七十周年庆祝大会在
学校田径场举行，来自全国各地的八百余名校友
和四千二百名师生欢聚一堂。

渠水到村头　丰收在望
柳河镇万亩糜子开镰收割
　　昨日，柳河镇万亩糜子开镰收割，今年雨水
好，亩产比去年高出近百斤，农户石维平家的六
十亩地打了一万多斤。
---
headline: 我校举行建校七十周年庆祝大会
deck: 八百名校友重返母校　三十名教师获颁奖章
paragraph: 10月10日上午，建校七十周年庆祝大会在学校田径场举行，来自全国各地的八百余名校友和四千二百名师生欢聚一堂。
***
kicker: 渠水到村头　丰收在望
headline: 柳河镇万亩糜子开镰收割
paragraph: 昨日，柳河镇万亩糜子开镰收割，今年雨水好，亩产比去年高出近百斤，农户石维平家的六十亩地打了一万多斤。
`;
