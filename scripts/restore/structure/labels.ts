import { foldLine } from '../../text/fold.js';
import { isDocumentNumber } from '../../text/press/documents.js';
import { isNumberAlone } from '../../text/press/items.js';
import { isJump } from '../../text/press/jumps.js';
import { isByline, isCaption, isCredit, isFigureTitle } from '../../text/press/names.js';
import { storyNumbers } from '../numbers/structure.js';
import { withoutLetterSpacing } from '../rules/letter-spacing.js';
import type { Group, Label } from '../write/groups.js';

const { shortKicker } = storyNumbers;
/** 【事发】, alone on its line. */
const bracketedHeading = /^【[^】]{2,12}】$/u;

/** 3月 above the entries of a month. */
const month = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月$/u;

/** The label of a group by its words and the next group's, whatever its lines look like. */
export function labelOf({ label, text, segments }: Group, next: Group | undefined): Label {
  const plain = withoutLetterSpacing(text);
  if (isJump(plain)) return 'jump';
  if (isFigureTitle(plain)) return 'caption';
  // 青政办发〔2024〕17号 above the name of the document
  if (isDocumentNumber(plain) && next?.label === 'headline') return 'kicker';
  // 柳河镇： over 番茄红了
  const isShort = label === 'headline' || (label === 'paragraph' && plain.length <= shortKicker);
  if (isShort && next?.label === 'headline' && /(?<!如下)：$/u.test(foldLine(plain))) return 'kicker';
  // A group with such an end announces the next, or continues.
  if ((label === 'headline' || label === 'crosshead') && /[：；，]$/u.test(foldLine(plain)))
    return 'paragraph';
  if (label !== 'paragraph') return label;
  const isHeading =
    bracketedHeading.test(foldLine(plain)) || isNumberAlone(plain) || month.test(foldLine(plain));
  if (isHeading && next?.label === 'paragraph') return 'crosshead';
  if (isByline(plain) && segments.length === 1) return 'byline';
  if (isCredit(plain)) return 'credit';
  return isCaption(plain) ? 'caption' : label;
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a credit over two lines
会议指出，要坚持稳中求进工

作总基调，完整准确全面贯彻

新发展理念，融入全省建设。

2月25日，会议现场。新华社记

者　李峰　摄
---
paragraph: 会议指出，要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，融入全省建设。
***
caption: 2月25日，会议现场。新华社记者　李峰　摄
`;
