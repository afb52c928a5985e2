import { foldLine } from '../../../text/fold.js';
import { isDiaryDay } from '../../../text/press/diary.js';
import { isNumberAlone, isNumberedHeading } from '../../../text/press/items.js';
import { lateNumbers, storyNumbers } from '../../numbers/structure.js';
import type { Group, Label } from '../../write/groups.js';

const { leastSpeeches, longestHeadForm, mostHeadsInRow, shortQuestion } = storyNumbers;

const section = /^[一二三四五六七八九十]{1,3}、[^，。；：！？]{1,24}$/u;
const chapter = /^第[一二三四五六七八九十百\d]{1,4}[章编卷篇节回]/u;
const bullet = /^[◎●■◆▲△★☆□◇○◉⊙]/u;
const under: ReadonlySet<Label> = new Set(['paragraph', 'list', 'table', 'verse', 'names']);
const figures = /[\d一二三四五六七八九十百千〇○零廿]+/gu;

/**
 * 同式同类: lines of the same form are of the same kind. One line that is numbered, dated or marked as a crosshead is
 * makes crossheads of the others; and short lines in a row without any text between them head nothing.
 */
export function labelSameForm(groups: readonly Group[]): void {
  labelSeries(groups);
  unlabelRows(groups);
  unlabelHeadless(groups);
  unlabelPhrases(groups);
  unlabelSlogans(groups);
  unlabelSpeeches(groups);
  labelPointing(groups);
  const short = groups.filter(
    ({ label, text }) => label === 'crosshead' && text.length <= shortQuestion,
  ).length;
  const heads = new Set(
    groups.flatMap((group) => (group.label === 'crosshead' ? (formOf(group) ?? []) : [])),
  );
  if (short > 1) heads.add('short');
  if (groups.filter((group) => formOf(group) === 'diary').length > 1) heads.add('diary');
  groups.forEach((group, index) => {
    const form = formOf(group);
    const next = groups[index + 1];
    const isOverText = next !== undefined && under.has(next.label);
    // 1951年 after 1949年 and 1950年 is no headline either.
    const mayBe = group.label === 'paragraph' || (group.label === 'headline' && index > 0 && isDated(form));
    if (!mayBe || group.isFixed || !isOverText || !form || !heads.has(form)) return;
    if (formOf(next) !== form && formOf(groups[index - 1] ?? next) !== form) group.label = 'crosshead';
  });
}

const numbered = /^(\d{1,2})[ \u3000]+\p{sc=Han}[^，。；：！？]{1,14}$/u;

/** 1　石门红叶谷, 2　沟门水库, each over text: crossheads, and the line above the first is the headline. */
function labelSeries(groups: readonly Group[]): void {
  const heads = groups.flatMap(({ text, segments, isFixed }, index) => {
    const number = isFixed || segments.length > 1 ? undefined : numbered.exec(text)?.[1];
    const isOverText = groups[index + 1]?.label === 'paragraph' && groups[index + 1]!.segments.length > 1;
    return number !== undefined && isOverText ? [{ index, number: Number(number) }] : [];
  });
  if (heads.length < 2 || heads.some(({ number }, at) => number !== at + 1)) return;
  for (const { index } of heads) groups[index]!.label = 'crosshead';
  const above = groups[heads[0]!.index - 1];
  if (above && !above.isFixed && above.segments.length === 1 && !/[。；：]$/u.test(above.text))
    if (above.label === 'kicker' || above.label === 'crosshead') above.label = 'headline';
}

const isDated = (form: string | undefined) => form !== undefined && /#[年月日]/u.test(form);

/** The form of a line that is a date: 一九七七年, 民国元年（1912）. */
export const datedForm = (line: { text: string; segments: readonly unknown[] }) => {
  const form = formOf(line);
  return isDated(form) ? form : undefined;
};

/** The form of a short line, with its figures left open; undefined for lines of no telling form. */
function formOf({ text, segments }: { text: string; segments: readonly unknown[] }): string | undefined {
  if (segments.length > 1 || text.length > longestHeadForm) return undefined;
  const folded = foldLine(text);
  if (isDiaryDay(text)) return 'diary';
  if (section.test(folded.replace(/（[^（）]*）$/u, ''))) return 'section';
  if (text.length <= shortQuestion && /^[^，。；：“「]+[！？]$/u.test(folded)) return 'short';
  if (/[，。；！？：]/u.test(folded)) return undefined;
  const mark = bullet.exec(folded)?.[0];
  if (mark) return mark;
  const open = folded.replace(figures, '#');
  if (/^(?:其|之|第|D)#(?:封|则|天|日)?(?:[ ：].{0,16})?$/u.test(open)) return open.slice(0, 3);
  return open.includes('#') && /[年月日]/u.test(open) ? open : undefined;
}

/** ▲ beside a caption that points at its picture points at another. */
function labelPointing(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    if (group.label !== 'paragraph' || group.isFixed || !/^[▲△]\p{sc=Han}/u.test(group.text)) return;
    const beside = [groups[index - 1], groups[index + 1]];
    if (beside.some((one) => one?.label === 'caption' && /^[▼▽◀▶◁▷◄►]/u.test(one.text)))
      group.label = 'caption';
  });
  // ■校友在校史展板前合照。 under ■莫偉文（左五）與一眾嘉賓主持祝酒儀式。　本報記者攝
  groups.forEach((group, index) => {
    const before = groups[index - 1];
    if (group.label !== 'paragraph' || group.isFixed || before?.label !== 'caption') return;
    const mark = bullet.exec(group.text)?.[0];
    if (mark !== undefined && before.text.startsWith(mark) && group.text.length <= longestHeadForm * 2)
      group.label = 'caption';
  });
}

/** A line over a word or a phrase alone is another one of a list. */
function unlabelPhrases(groups: readonly Group[]): void {
  for (let index = groups.length - 2; index > 0; index--) {
    const [group, next] = [groups[index]!, groups[index + 1]!];
    if (group.label !== 'crosshead' || group.isFixed || next.label !== 'paragraph' || next.isFixed) continue;
    if (isPhrase(group) && isPhrase(next)) group.label = 'paragraph';
  }
}

/** 向红旗大队的革命群众学习！, one below another: slogans head nothing. */
function unlabelSlogans(groups: readonly Group[]): void {
  const isSlogan = (group: Group | undefined) =>
    group !== undefined && group.segments.length === 1 && /^[^，。]+[！!]$/u.test(group.text);
  for (let index = groups.length - 2; index >= 0; index--) {
    const [group, next] = [groups[index]!, groups[index + 1]!];
    if (
      group.label === 'crosshead' &&
      !group.isFixed &&
      next.label === 'paragraph' &&
      isSlogan(group) &&
      isSlogan(next)
    )
      group.label = 'paragraph';
  }
}

/** 松二爷　好像又有事儿？ among speeches of the same form is one of them. */
function unlabelSpeeches(groups: readonly Group[]): void {
  const speeches = groups.filter(({ label, text }) => label === 'paragraph' && speech.test(foldLine(text)));
  if (speeches.length < leastSpeeches) return;
  groups.forEach((group, index) => {
    const beside = [groups[index - 1], groups[index + 1]];
    if (group.label === 'crosshead' && !group.isFixed && speech.test(foldLine(group.text)))
      if (beside.some((one) => one && speeches.includes(one)))
        Object.assign(group, { label: 'paragraph', isFixed: true });
  });
}
const speech = /^\p{sc=Han}{2,4} (?:（[^（）]{1,12}）)?[^ ]+.*[。！？…—]$/u;

const isPhrase = ({ text, segments }: Group) =>
  segments.length === 1 &&
  !isNumberAlone(text) &&
  text.length <= lateNumbers.longestPhrase &&
  /^\p{sc=Han}+$/u.test(text);

/** 本报编辑部 under a notice: a line over the next story's title, or over nothing, is no crosshead. */
function unlabelHeadless(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    const [before, next] = [groups[index - 1], groups[index + 1]];
    if (group.label !== 'crosshead' || group.isFixed || before?.label !== 'paragraph') return;
    if (next && next.label !== 'headline' && next.label !== 'kicker') return;
    if (!isNumberedHeading(group.text)) group.label = 'paragraph';
  });
}

/** Crossheads in a row without text between them are lines of a list; chapters and their sections may be two. */
function unlabelRows(groups: readonly Group[]): void {
  for (let from = 0; from < groups.length; from++) {
    let to = from;
    while (groups[to]?.label === 'crosshead') to++;
    if (to - from > mostHeadsInRow)
      for (const group of groups.slice(from, to))
        if (!group.isFixed && !chapter.test(foldLine(group.text))) group.label = 'paragraph';
    from = Math.max(from, to - 1);
  }
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## years of a chronicle
大事记
民国二十三年（1934）
春，大旱，自正月至四月不雨，麦苗枯死十之六七，
斗米价涨至银元二元。
六月，县长童翼谋主持修筑城西公路，征民夫三千，
九月竣工，长二十八里。
民国二十四年（1935）
二月，设立县立简易师范学校，招生四十人，校址在
文庙。
民国二十五年（1936）
五月，开办长途电话，通达邻近三县。
---
headline: 大事记
crosshead: 民国二十三年（1934）
paragraph: 春，大旱，自正月至四月不雨，麦苗枯死十之六七，斗米价涨至银元二元。
paragraph: 六月，县长童翼谋主持修筑城西公路，征民夫三千，九月竣工，长二十八里。
crosshead: 民国二十四年（1935）
paragraph: 二月，设立县立简易师范学校，招生四十人，校址在文庙。
crosshead: 民国二十五年（1936）
paragraph: 五月，开办长途电话，通达邻近三县。

## the number of a chapter over its title
第八回

风雪夜归人

话说那日李大人回到府中，心中闷闷不乐，命家人
取酒来，独自一人，坐在花厅之上，直饮到三更时
分，方才睡下。
---
crosshead: 第八回
paragraph: 风雪夜归人
paragraph: 话说那日李大人回到府中，心中闷闷不乐，命家人取酒来，独自一人，坐在花厅之上，直饮到三更时分，方才睡下。

## a list of words
方言小词
日头
月亮地
昨儿个晌午
灶火
拾掇屋子
脊梁
---
headline: 方言小词
paragraph: 日头
paragraph: 月亮地
paragraph: 昨儿个晌午
paragraph: 灶火
paragraph: 拾掇屋子
paragraph: 脊梁
`;
