import { endsWithCredit, isCaption, isCredit, opensCaption } from '../../text/press/names.js';
import { sentenceEnds } from '../../text/prohibition.js';
import { storyNumbers } from '../numbers/structure.js';
import type { Group } from '../write/groups.js';
import { beginsStory } from './heads.js';

const { longestForm, mergeConfidence, sureJoin: sure } = storyNumbers;

/**
 * 图说插入: joins the halves of a paragraph that a caption interrupts because the column runs around a picture, and puts
 * the caption after it. This applies only in mid-sentence, to a caption with a mark or a photographer.
 */
export function sewCaptions(groups: readonly Group[]): Group[] {
  const result: Group[] = [];
  for (const [at, group] of groups.entries()) {
    const [first, caption] = [result.at(-2), result.at(-1)];
    // A paragraph goes on in the next one after the caption, and in no other.
    const isNext = caption !== undefined && caption === groups[at - 1];
    if (first && isNext && isHalf(first) && isPicture(caption) && isRest(group)) {
      result[result.length - 2] = {
        ...first,
        segments: [...first.segments, ...group.segments],
        text: first.text + group.text,
        joins: [...first.joins, mergeConfidence, ...group.joins],
      };
    } else result.push(group);
  }
  return result;
}

/** Joins a caption to the lines before it that its widths say it goes on from: 5月9日，… | …新华社记者 | 摄. */
export function joinCaptions(groups: readonly Group[], join: Float64Array): Group[] {
  const result: Group[] = [];
  for (const group of groups) {
    const before = result.at(-1);
    const last = before?.segments.at(-1)?.line ?? -1;
    const isRestOfCaption =
      group.label === 'caption' &&
      before?.label === 'paragraph' &&
      !before.isFixed &&
      !group.isFixed &&
      !/^[▲△▼▽◀▶◄►◁▷]/u.test(group.text) &&
      !opensCaption(group.text) &&
      group.segments[0]!.line === last + 1 &&
      join[last]! >= sure &&
      isCaption(before.text + group.text);
    if (!isRestOfCaption && !(before && isMakerOf(before, group, result.at(-2)))) {
      result.push(group);
      continue;
    }
    result[result.length - 1] = {
      ...before,
      label: 'caption',
      segments: [...before.segments, ...group.segments],
      text: before.text + group.text,
      joins: [...before.joins, join[last]!, ...group.joins],
    };
  }
  return result;
}

/**
 * 本报记者　何平　摄, （資料圖片） under ▲市民在驿站休息。; （記者歐素美攝） under a short line behind a paragraph: who made the
 * picture of which the line above speaks.
 */
function isMakerOf(before: Group, group: Group, above: Group | undefined): boolean {
  if (before.isFixed || group.isFixed || group.segments.length > 1 || !isCredit(group.text)) return false;
  if (before.label !== 'paragraph' && before.label !== 'caption') return false;
  if (endsWithCredit(before.text)) return false;
  if (/^[▲△▼▽◀▶◄►]/u.test(before.text)) return before.text.length <= longestForm;
  return (
    before.segments.length === 1 &&
    above?.label === 'paragraph' &&
    above.segments.length > 1 &&
    /^（.*[摄攝]）$/u.test(group.text)
  );
}

const isPicture = ({ label, text, isFixed }: Group) =>
  label === 'caption' && !isFixed && (/^[▲△▼▽◀▶◄►]/u.test(text) || endsWithCredit(text));

/** A paragraph of several lines that ends in mid-sentence. */
const isHalf = ({ label, text, segments }: Group) =>
  label === 'paragraph' &&
  segments.length > 1 &&
  !sentenceEnds.has(text.at(-1)!) &&
  !hasOneMark(text) &&
  !/[”’」』）：；…]$/u.test(text);

/** 旧式标点: true if 、 is the mark for everything, so that a sentence may end with it. */
const hasOneMark = (text: string) => text.endsWith('、') && !/[，。；！？]/u.test(text);

const isRest = ({ label, text, isFixed }: Group) => label === 'paragraph' && !isFixed && !beginsStory(text);

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a caption inside a sentence
县农技中心副主任岳建忠介绍，为了让旱地多打粮，
全县推广全膜双垄沟播技术三十二万亩，派出技术
▲ 技术员在田间查看苗情。董文清 摄
员一百一十名，从整地、选种到追肥全程跟踪，把
技术送到田间地头。
---
paragraph: 县农技中心副主任岳建忠介绍，为了让旱地多打粮，全县推广全膜双垄沟播技术三十二万亩，派出技术员一百一十名，从整地、选种到追肥全程跟踪，把技术送到田间地头。
***
caption: ▲ 技术员在田间查看苗情。董文清　摄

## one mark for everything: paragraphs after the caption stay apart
縣署昨日召集各區區長會議、議定修渠辦
法、各區按畝攤工、限於本月底以前開工、
由建設局派員督察、
▲ 渠工在河岸運石、董文清 攝
第一區長王某報告、該區渠道已淤塞多年、
田畝不能灌溉、農民困苦異常、請縣署撥
款補助、經議決照准、
第二區長李某報告、該區自去年春季以來
已修橋樑三座、道路二十里、行旅往來稱
便、
---
paragraph: 縣署昨日召集各區區長會議、議定修渠辦法、各區按畝攤工、限於本月底以前開工、由建設局派員督察、
caption: ▲ 渠工在河岸運石、董文清　攝
paragraph: 第一區長王某報告、該區渠道已淤塞多年、田畝不能灌溉、農民困苦異常、請縣署撥款補助、經議決照准、
paragraph: 第二區長李某報告、該區自去年春季以來已修橋樑三座、道路二十里、行旅往來稱便、
`;
