import { isItemStart, isNumberedHeading } from '../../text/press/items.js';
import { visibleLength } from '../../text/visible.js';
import { flushNumbers, indentNumbers } from '../numbers/fit.js';
import type { Line } from './lines.js';

const { fullFlush, leastFlush, leastStanding, shortFlush, timesStanding } = flushNumbers;
const { fullQuantile, leastLevel, firstIndent, leastBlock, leastInside, leastItem, leastFull } =
  indentNumbers;

/** Log shares of lines without and with white space before them. */
const shares = (share: number) => [Math.log(1 - share), Math.log(share)] as const;

/** Log probability of the white space (or none) before a line: by visible indents, first line, and kind. */
const shownIndent = {
  first: shares(indentNumbers.firstShown),
  inner: shares(indentNumbers.innerShown),
} as const;
const lostIndent = {
  first: shares(indentNumbers.firstLost),
  inner: shares(indentNumbers.innerLost),
} as const;
const centred = { shown: shares(indentNumbers.headingShown), lost: shares(indentNumbers.headingLost) };

/** True for an indent, of half an em or more; one space is a frame's beginning. */
export function isIndented({ indent }: Line): boolean {
  return indent >= 2;
}

/** The weight of a line's leading white space if it is a paragraph's first, or a later, line. */
export function indentWeight(line: Line, isShown: boolean, isFirst: boolean): number {
  const table = isShown ? shownIndent : lostIndent;
  return (isFirst ? table.first : table.inner)[isIndented(line) ? 1 : 0];
}

/** The same for a heading: centred or flush, so spaces before it prove little. */
export function headingIndent(line: Line, isShown: boolean): number {
  return (isShown ? centred.shown : centred.lost)[isIndented(line) ? 1 : 0];
}

/** 整体缩进: most lines stand in by the same, as in a gazetteer by levels; then only what a line has more is an indent. */
export function withoutBlockIndent(lines: readonly Line[]): Line[] {
  const common = blockIndent(lines);
  if (common === 0) return [...lines];
  return lines.map((line) => ({
    ...line,
    indent: Math.max(0, line.indent - common),
    ...(line.indent < common - 1 && { outdent: common - line.indent }),
  }));
}

/** The indent of most lines; 0 without a common one. */
function blockIndent(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { indent } of lines) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const [common] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0];
  if (common < leastLevel || counts.get(common)! < leastBlock * lines.length) return 0;
  // Paragraphs of a line each stand in by one or two em, too: then hardly two such lines follow each other without a stop.
  return common > firstIndent || isBlock(lines, common) ? common : 0;
}

/**
 * True if lines with this indent continue each other: full ones, for a list's lines end without a stop, too; and more
 * often than flush lines continue them, as they do below a paragraph's first line.
 */
function isBlock(lines: readonly Line[], common: number): boolean {
  const lengths = lines.filter(({ indent }) => indent === common).map(({ text }) => text.length);
  const least = shortFlush * fullOf(lengths);
  let [full, inside, outside] = [0, 0, 0];
  lines.forEach(({ text, indent }, index) => {
    const next = lines[index + 1];
    if (indent !== common || text.length < least || isNumberedHeading(text)) return;
    full++;
    if (!next || /[。！？：；”）.!?]$/u.test(text) || isItemStart(next.text)) return;
    if (next.indent === common) inside++;
    else if (next.indent < common) outside++;
  });
  return inside >= leastInside * full && inside > outside;
}

/** The length of a full line. */
const fullOf = (lengths: readonly number[]) =>
  [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length * fullQuantile)] ?? 0;

/** 冠禮　今不行…: the entry of a list of words, in a gazetteer. */
const entry = /^\p{sc=Han}{1,4}[\u3000 ]{1,2}(?:\p{sc=Han}{6}|\p{sc=Han}[^ \u3000]*[，、；][^ \u3000]*$)/u;

/** 悬挂缩进: an item's later lines stand in further than its first. */
export function isHanging(before: Line, line: Line): boolean {
  if (line.indent < before.indent + leastLevel || line.newlines > before.newlines + 1) return false;
  const isEntryBefore = entry.test(before.text);
  if ((!isItemStart(before.text) && !isEntryBefore) || isItemStart(line.text) || entry.test(line.text))
    return false;
  // The item's line is full, and in the middle of a sentence; a numbered heading is neither.
  return (
    !/[。！？：；.!?]$/u.test(before.text) &&
    before.text.length >= leastItem &&
    before.text.length + before.indent / 4 + 1 >= line.text.length + line.indent / 4
  );
}

/**
 * Tells, in text that is indented by levels, whether a line is as long as the lines of its level are, so that it goes
 * on in the next of them.
 */
export function levelFiller(lines: readonly Line[]): (line: Line, next: Line) => boolean {
  if (!lines.some(({ outdent }) => outdent)) return () => false;
  const lengths = lines.filter(({ outdent }) => !outdent).map(({ text }) => text.length);
  const full = fullOf(lengths);
  return (line, next) =>
    !line.outdent &&
    !next.outdent &&
    line.indent === next.indent &&
    line.text.length >= full - 1 &&
    line.text.length <= full + 1 &&
    full >= leastFull &&
    !/[。！？：]$/u.test(line.text);
}

/** A line that opens something whatever its indent: an item, a question, a field, a row of cells. */
const opensItself = (text: string) =>
  isItemStart(text) ||
  /\u3000| {2}/u.test(text) ||
  !/^[\p{sc=Han}“「‘『《]/u.test(text) ||
  /^[^，。]{1,8}[：:]/u.test(text);
/** In em, if letters and figures are half as wide as Han. */
const widthOf = ({ text, indent }: Line) =>
  visibleLength(text) - (text.match(/[!-~]/gu)?.length ?? 0) / 2 + indent / 4;

/**
 * 顶格: where paragraphs stand in, a flush line of prose behind a full line goes on from it, also behind a stop. Items and
 * headings may be flush on such a page, and tell nothing.
 */
export function flushContinuer(lines: readonly Line[]): (index: number) => boolean {
  let [standsIn, flush] = [0, 0];
  const isProse = (line: Line) => !opensItself(line.text) && line.text.length >= leastFlush;
  if (!lines.some(({ indent }) => indent >= firstIndent)) return () => false;
  const widths = lines.map(widthOf);
  const nearWidest = (at: number) => Math.max(...widths.slice(Math.max(0, at - 3), at + 4));
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (widths[index]! < nearWidest(index) - fullFlush && !/[。！？]$/u.test(line.text)) return;
    if (line.indent >= firstIndent) standsIn++;
    else if (before && widths[index - 1]! <= nearWidest(index - 1) * shortFlush && isProse(line)) flush++;
  });
  // A paragraph that stands in says little of others if some are flush, and all if none is.
  if (standsIn < (flush > 0 ? leastStanding : 1) || flush * timesStanding > standsIn) return () => false;
  return (index) => {
    const [before, line] = [lines[index - 1], lines[index]!];
    if (!before || isIndented(line) || line.outdent || line.newlines > before.newlines) return false;
    if (before.indent < firstIndent || widths[index - 1]! < nearWidest(index - 1) - fullFlush) return false;
    if (!isProse(line)) return false;
    return /[。！？”]$/u.test(line.text) || widths[index]! >= nearWidest(index) - fullFlush;
  };
}

/**
 * 缩进: where lines of prose go on flush, those that stand in one below another and each end with a stop are paragraphs of
 * a line each; in a block that stands in, some line would end in the middle of a sentence.
 */
export function standBreaker(lines: readonly Line[]): (index: number) => boolean {
  const stopped = /[。！？…”」]$/u;
  let goingOn = 0;
  for (let at = 1; at < lines.length && goingOn < leastStanding; at++) {
    const { indent, text } = lines[at]!;
    if (indent === 0 && !opensItself(text) && !stopped.test(lines[at - 1]!.text)) goingOn++;
  }
  if (goingOn < leastStanding) return () => false;
  const found = new Set<number>();
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && lines[to]!.indent >= firstIndent) to++;
    const inner = lines.slice(from, to - 1);
    if (inner.length > 0 && inner.every(({ text }) => stopped.test(text)))
      for (let at = from + 1; at < to; at++) found.add(at);
    from = Math.max(from, to);
  }
  return (index) => found.has(index);
}

/** 例: what stands out of its level is a heading, full lines of a level go on; an item may hang. */
export const cases = `
## a heading between paragraphs without marks
某縣志卷三
    田賦
        本縣田地舊額三千七百頃有奇國初清丈以
        後減為三千五百頃每畝徵銀四分米二升
    戶口
        洪武初戶一萬二千永樂間增至一萬五千其
        後屢遭水旱逃亡者多今存九千餘戶
    物產
        穀則稻麥黍稷果則桃李棗梨皆與鄰縣同惟
        東鄉之柿甘美異常
---
headline: 某縣志卷三
crosshead: 田賦
paragraph: 本縣田地舊額三千七百頃有奇國初清丈以後減為三千五百頃每畝徵銀四分米二升
crosshead: 戶口
paragraph: 洪武初戶一萬二千永樂間增至一萬五千其後屢遭水旱逃亡者多今存九千餘戶
crosshead: 物產
paragraph: 穀則稻麥黍稷果則桃李棗梨皆與鄰縣同惟東鄉之柿甘美異常

## an item whose later lines hang
关于开展冬季清雪工作的通知

各街道办事处：

1.各单位按照门前三包的要求，在雪停后四小时以内将责
　区的积雪清理完毕。
2.学校和医院门前的道路由所在街道负责，确保学生、病人
　出行安全。
---
headline: 关于开展冬季清雪工作的通知
paragraph: 各街道办事处：
list: 1.各单位按照门前三包的要求，在雪停后四小时以内将责区的积雪清理完毕。
list: 2.学校和医院门前的道路由所在街道负责，确保学生、病人出行安全。

## a flush line behind a full one, where paragraphs stand in
三、注意事项
　　喷药要选无风的晴天，避开中午的高温，当天用的药当天配。
　　（一）喷药时间宜在上午十时前或下午四时后，避开中午高温
和大风天气。喷药后六小时内遇雨应当补喷。
　　（二）操作人员要穿长袖衣裤，戴口罩手套，不得吸烟饮食。
农药空瓶要集中回收，严禁随手丢弃在田间、沟渠。
问：果树剪锯口怎么保护？
答：较大的剪锯口应先用刀削平，再用硫酸铜溶液或者石硫合剂
消毒，最后涂抹愈合剂。
---
crosshead: 三、注意事项
paragraph: 喷药要选无风的晴天，避开中午的高温，当天用的药当天配。
paragraph: （一）喷药时间宜在上午十时前或下午四时后，避开中午高温和大风天气。喷药后六小时内遇雨应当补喷。
paragraph: （二）操作人员要穿长袖衣裤，戴口罩手套，不得吸烟饮食。农药空瓶要集中回收，严禁随手丢弃在田间、沟渠。
paragraph: 问：果树剪锯口怎么保护？
paragraph: 答：较大的剪锯口应先用刀削平，再用硫酸铜溶液或者石硫合剂消毒，最后涂抹愈合剂。
`;
