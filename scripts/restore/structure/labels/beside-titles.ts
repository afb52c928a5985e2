import { foldLine } from '../../../text/fold.js';
import { isDocumentNumber } from '../../../text/press/documents.js';
import { isSpeaker } from '../../../text/press/items.js';
import { isColumnName } from '../../../text/press/masthead.js';
import { endsWithSaying } from '../../../text/press/names.js';
import { looksLikeNames } from '../../../text/press/tails.js';
import { visibleLength } from '../../../text/visible.js';
import { storyNumbers } from '../../numbers/structure.js';
import type { Group, Label } from '../../write/groups.js';
import { phrasesOf } from './part-rows.js';

const { evenRows, longestTop, shortestRow } = storyNumbers;

const titles: ReadonlySet<Label | undefined> = new Set(['headline', 'deck', 'byline']);
const picture = /[图摄▲△▼▽◀▶◁▷◄►]|（[左右前后中][^）]{0,4}）|资料/u;

/**
 * 标题上下: what stands beside a headline. A dated sentence under it is the story's first, if nothing in it speaks of a
 * picture; a row above it of the same length, with nothing of a kicker, is the headline's first row.
 */
export function labelBesideTitles(
  groups: readonly Group[],
  areOneSize: (starts: readonly number[]) => boolean | undefined = () => undefined,
): void {
  groups.forEach((group, index) => {
    const [before, next] = [groups[index - 1], groups[index + 1]];
    if (group.isFixed || !next) return;
    if (group.label === 'caption' && titles.has(before?.label) && next.label === 'paragraph') {
      if (!picture.test(foldLine(group.text))) group.label = 'paragraph';
    } else if (isAuthorsLine(group) && before && heads(before, next)) {
      if (!titles.has(before.label)) before.label = 'headline';
      group.label = 'byline';
    } else if (before?.label === 'headline' && isRowOverSpeech(group, next)) {
      group.label = 'headline';
      group.goesWith = true;
    } else if (isQuotation(group) && next.label === 'headline' && before?.label !== 'kicker') {
      group.label = 'kicker';
    } else if (
      group.label === 'crosshead' &&
      isSpeakersName(group) &&
      (before?.label === 'deck' || isUnderDay(groups, index))
    ) {
      group.label = 'byline';
    } else if (
      group.label === 'kicker' &&
      next.label === 'headline' &&
      !next.isFixed &&
      areRows(group, next) &&
      areOneSize([group.segments[0]!.start, next.segments[0]!.start]) !== false
    ) {
      group.label = 'headline';
      next.goesWith = true;
    }
  });
}

/** （作者：李大明）, （文：李小红　图：张大文） */
const isAuthorsLine = ({ label, text, segments }: Group) =>
  (label === 'credit' || label === 'paragraph') &&
  segments.length === 1 &&
  /^[（【](?:作者|[编編][剧劇]|作[词詞]|撰文|采写|採寫|文|[记記]者)[：／/︰:][^，。；]{2,24}[）】]$/u.test(
    text,
  );

/** True for a title, or a phrase alone, over a line that names its author, with a text below. */
const heads = (before: Group, next: Group) =>
  next.label !== 'headline' &&
  next.label !== 'kicker' &&
  (titles.has(before.label) ||
    (!before.isFixed &&
      before.segments.length === 1 &&
      (before.label === 'paragraph' || before.label === 'crosshead') &&
      visibleLength(before.text) <= longestTop &&
      !/[，。；：！？、）]/u.test(foldLine(before.text))));

/** 竹编怎样走进年轻人的生活 between a headline's first row and what is said: speeches are set aside before the reading. */
const isRowOverSpeech = ({ label, text, segments }: Group, next: Group) =>
  label === 'paragraph' &&
  segments.length === 1 &&
  next.isFixed === true &&
  next.label === 'paragraph' &&
  isSpeaker(next.text.replace(/^([^ \u3000]{2,4})[ \u3000]+/u, '$1：')) &&
  visibleLength(text) >= shortestRow &&
  !/[，。；：！？、…）]/u.test(foldLine(text));

/** “我就想看看山外的世界” over a headline of its own. */
const isQuotation = ({ label, text, segments }: Group) =>
  label === 'headline' && segments.length === 1 && /^[“「][^“”「」]{4,24}[”」]$/u.test(text.trim());

/** 林　岚 under （2026年9月10日） under the title of a speech. */
const isSpeakersName = ({ text, segments }: Group) =>
  segments.length === 1 && looksLikeNames(text.replace(/(?<=^\p{sc=Han})[ \u3000]+(?=\p{sc=Han}$)/u, ''));
const isUnderDay = (groups: readonly Group[], index: number) =>
  groups[index - 2]?.label === 'headline' &&
  /^（[^（），。]*\d日）$/u.test(foldLine(groups[index - 1]!.text));

function areRows(first: Group, second: Group): boolean {
  if (first.segments.length > 1 || second.segments.length > 1) return false;
  const [one, other] = [visibleLength(first.text), visibleLength(second.text)];
  if (Math.min(one, other) < shortestRow || Math.abs(one - other) > evenRows) return false;
  return (
    !endsWithSaying(first.text) &&
    !isDocumentNumber(first.text) &&
    !isColumnName(first.text) &&
    phrasesOf(first.text) !== 2 &&
    !/[：—】》…，]$|^【/u.test(foldLine(first.text))
  );
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a dated sentence under a headline
县政府与农科院签署合作协议

9月25日，县政府与省农科院签约。

根据协议，双方将在旱作农业、种子繁育、人才

培养等方面开展合作，共建一座试验站，并在三

年内推广新品种十五万亩。
---
headline: 县政府与农科院签署合作协议
paragraph: 9月25日，县政府与省农科院签约。
paragraph: 根据协议，双方将在旱作农业、种子繁育、人才培养等方面开展合作，共建一座试验站，并在三年内推广新品种十五万亩。
`;
