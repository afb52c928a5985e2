import { isDateAlone } from '../../../text/press/imprint.js';
import { isSignature } from '../../../text/press/signatures.js';
import { isFooter, looksLikeNames, looksLikeTail } from '../../../text/press/tails.js';
import { cutGroup, type Group, type Label } from '../../write/groups.js';

const texts: ReadonlySet<Label | undefined> = new Set(['paragraph', 'list', 'names', 'table', 'verse']);
const displays: ReadonlySet<Label> = new Set(['headline', 'crosshead', 'kicker', 'deck', 'byline']);

/**
 * 落款: what signs the text above is neither a headline nor a crosshead, and a row of the next headline at most by
 * chance: 前街劉子明鞠躬 over 招租.
 */
export function labelSignatures(source: string, groups: readonly Group[]): Group[] {
  let before: Group | undefined;
  return groups.flatMap((group, index) => {
    const above = before;
    before = group;
    if (group.isFixed || !displays.has(group.label) || !texts.has(above?.label)) return [group];
    // （柳湾大队　刘世荣） behind a poem
    if (
      (group.label === 'byline' || group.label === 'crosshead') &&
      looksLikeTail(group.text) &&
      group.segments.length === 1
    )
      return [Object.assign(group, { label: 'credit' })];
    if (isOverLastDay(group, groups[index + 1], groups[index + 2])) return [signed(group)];
    // 梁慧仪 under a text that nothing follows
    if (group.label === 'headline' && above?.label === 'paragraph' && isNameAtEnd(group, groups[index + 1]))
      return [signed(group)];
    const rows = group.segments.map(({ start: from, end: to }) => source.slice(from, to));
    const end = rows.findIndex((row) => !isSignature(row) && !isFooter(row));
    if (end === 0) return [group];
    const lines = rows
      .slice(0, end < 0 ? rows.length : end)
      .map((_, at) => signed(cutGroup(source, group, at, at + 1)));
    if (end < 0) return lines;
    const rest = cutGroup(source, group, end, rows.length);
    before = rest;
    return [...lines, rest];
  });
}

/** 新闻中心 over 2026-09-12, behind which nothing of the text follows. */
const isOverLastDay = ({ text, segments }: Group, day: Group | undefined, next: Group | undefined) =>
  segments.length === 1 &&
  !/[，。；：！？]/u.test(text) &&
  day !== undefined &&
  isDateAlone(day.text) &&
  (next === undefined || next.label === 'headline' || next.label === 'kicker');

const isNameAtEnd = ({ text, segments }: Group, next: Group | undefined) =>
  segments.length === 1 &&
  looksLikeNames(text) &&
  (next === undefined || next.label === 'headline' || next.label === 'kicker');

const signed = (group: Group): Group => Object.assign(group, { label: 'paragraph' });

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## notices of an old paper
聲明作廢
　　鄙人於本月十四日在大智門車站遺
失皮包一隻，內有漢口錢莊存摺一扣，
除掛失外，特此聲明作廢。
張壽亭啓
鳴謝
　　內子產後患病，延醫罔效，幸蒙王
伯唐先生一劑而癒，登報鳴謝。
前街劉子明鞠躬
招租
　　茲有法租界三層樓洋房一所，水電
俱全，租金從廉，願租者請至長清里八
號面洽可也。
---
headline: 聲明作廢
paragraph: 鄙人於本月十四日在大智門車站遺失皮包一隻，內有漢口錢莊存摺一扣，除掛失外，特此聲明作廢。
paragraph: 張壽亭啓
***
headline: 鳴謝
paragraph: 內子產後患病，延醫罔效，幸蒙王伯唐先生一劑而癒，登報鳴謝。
paragraph: 前街劉子明鞠躬
***
headline: 招租
paragraph: 茲有法租界三層樓洋房一所，水電俱全，租金從廉，願租者請至長清里八號面洽可也。

## a headline whose verb looks like a signature
县医院新门诊楼启用
　　县医院新门诊楼昨日启用，设诊室六十
间，挂号、缴费都可在手机上办理。
云溪春播大幕开启
　　本报讯（记者 韩雪）截至昨日，全县
春播已完成四十二万亩，占计划的一半，进
度比去年同期快三天。
---
headline: 县医院新门诊楼启用
paragraph: 县医院新门诊楼昨日启用，设诊室六十间，挂号、缴费都可在手机上办理。
***
headline: 云溪春播大幕开启
dateline: 本报讯（记者　韩雪）
paragraph: 本报讯（记者　韩雪）截至昨日，全县春播已完成四十二万亩，占计划的一半，进度比去年同期快三天。
`;
