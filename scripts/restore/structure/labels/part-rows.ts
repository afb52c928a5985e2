import { hasHan } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { isColumnName } from '../../../text/press/masthead.js';
import { isByline } from '../../../text/press/names.js';
import { looksLikeNames } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import { setOffNumbers } from '../../numbers/structure.js';
import { cutGroup, type Group } from '../../write/groups.js';

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
  return groups.flatMap((group, index) => {
    if (group.label !== 'headline' || group.isFixed || group.segments.length !== 2) return [group];
    if (areOneSize(group.segments.map(({ start }) => start))) return [group];
    const rows = group.segments.map(({ start, end }) => source.slice(start, end));
    const [first, second] = rows.map((row) => phrasesOf(row));
    const isWhole = rows.every((row) => !/[，、：；]$|^——/u.test(foldLine(row)));
    if (isWhole && (isTitledName(rows[1]!) || isByline(rows[1]!))) {
      const [head, name] = [cutGroup(source, group, 0, 1), cutGroup(source, group, 1, 2)];
      name.label = 'byline';
      return [head, name];
    }
    if (!isWhole || !first || !second) return [group];
    const isDeck = second === 2 && first === 1 && visibleLength(rows[0]!) >= shortestRow;
    // 健康 over 立秋过后如何润燥 names a column of the paper.
    const isColumn =
      (isColumnName(rows[0]!) && visibleLength(rows[1]!) > rows[0]!.trim().length) ||
      (rows[0]!.trim().length <= longestColumn &&
        visibleLength(rows[1]!) >= rows[0]!.length * timesColumn &&
        hasHan(rows[0]!));
    // 棋牌乐园, a blank line, 妙手擒王
    const isApart =
      rows[0]!.trim().length <= longestColumn && hasHan(rows[0]!) && isSetOff(group.segments[1]!.start);
    const isKicker =
      isColumn || isApart || (first === 2 && second === 1 && visibleLength(rows[1]!) >= shortestRow);
    if (!isDeck && !isKicker) return [group];
    if (isDeck ? groups[index + 1]?.label === 'deck' : groups[index - 1]?.label === 'kicker') return [group];
    const [top, bottom] = [cutGroup(source, group, 0, 1), cutGroup(source, group, 1, 2)];
    if (isDeck) bottom.label = 'deck';
    else top.label = 'kicker';
    return [top, bottom];
  });
}

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
