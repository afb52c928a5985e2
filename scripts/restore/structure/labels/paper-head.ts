import { foldLine } from '../../../text/fold.js';
import { areNames } from '../../../text/press/names.js';
import { visibleLength } from '../../../text/visible.js';
import { setOffNumbers } from '../../numbers/structure.js';
import type { Group } from '../../write/groups.js';

const { longestNotice, mostAboveAbstract } = setOffNumbers;

const abstract = /^[【〔[]?(?:内容)?[摘提] ?要[】〕\]]?[ ：:]/u;
const place = /^（.*）$|(?:大学|学院|研究[院所]|学校|中学|图书馆|博物馆|档案馆)/u;

/**
 * 论文题名: over 摘要 stand the authors' schools, their names and the paper's title, whatever their lines look like: 陈　默1，
 * 李清源2 has marks of notes, and the schools are in brackets.
 */
export function labelPaperHead(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    if (!abstract.test(foldLine(group.text.trim()))) return;
    let at = index - 1;
    while (at > index - mostAboveAbstract && isPlace(groups[at])) at--;
    const [author, title] = [groups[at], groups[at - 1]];
    if (!author || !title || author.isFixed || title.isFixed || !isAuthors(author.text)) return;
    if (visibleLength(title.text) > longestNotice || /[。；！]/u.test(title.text)) return;
    title.label = 'headline';
    author.label = 'byline';
    for (const one of groups.slice(at + 1, index)) if (!one.isFixed) one.label = 'paragraph';
    group.label = 'paragraph';
  });
}

const isPlace = (group: Group | undefined) => group !== undefined && place.test(foldLine(group.text.trim()));

/** 陈　默1，李清源2: names, with the figures of their schools. */
function isAuthors(text: string): boolean {
  const names = foldLine(text.trim())
    .replace(/[\d*＊①-⑨†‡]+(?:，(?=\d)\d)*/gu, ' ')
    .replace(/(?<=(?:^|[，、 ])\p{sc=Han}) +(?=\p{sc=Han}(?:[，、 ]|$))/gu, '')
    .split(/[，、 ]+/u)
    .filter(Boolean);
  return names.length > 0 && areNames(names.join('、'));
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## the first page of a paper
清代汉江中游的义渡与乡村社会
陈　默1，李清源2
（1.汉江大学 历史文化学院，湖北 襄阳；2.郧阳师范学院 图书馆，湖北 十堰）
摘　要：义渡是清代民间兴办的公益渡口。本文利用方志、碑刻和契约文
书，考察汉江中游义渡的兴设、经费与管理，指出义渡田产多由宗族与商帮
捐置，渡夫工食由首士经理，官府只在纠纷时介入。
关键词：义渡；汉江；清代；乡村社会
　　汉江自陕西入湖北，穿行于秦巴山地之间，两岸市镇相望而桥梁极少，往
来全赖舟渡。
收稿日期：2026-03-18
基金项目：国家社会科学基金项目“明清汉江流域渡口研究”（21BZS077）
作者简介：陈默（1980—），男，湖北竹山人，副教授，历史学博士，主要从
事明清社会经济史研究。
---
headline: 清代汉江中游的义渡与乡村社会
byline: 陈　默1，李清源2
paragraph: （1.汉江大学 历史文化学院，湖北 襄阳；2.郧阳师范学院 图书馆，湖北 十堰）
paragraph: 摘　要：义渡是清代民间兴办的公益渡口。本文利用方志、碑刻和契约文书，考察汉江中游义渡的兴设、经费与管理，指出义渡田产多由宗族与商帮捐置，渡夫工食由首士经理，官府只在纠纷时介入。
paragraph: 关键词：义渡；汉江；清代；乡村社会
paragraph: 汉江自陕西入湖北，穿行于秦巴山地之间，两岸市镇相望而桥梁极少，往来全赖舟渡。
paragraph: 收稿日期：2026-03-18
paragraph: 基金项目：国家社会科学基金项目“明清汉江流域渡口研究”（21BZS077）
paragraph: 作者简介：陈默（1980—），男，湖北竹山人，副教授，历史学博士，主要从事明清社会经济史研究。
`;
