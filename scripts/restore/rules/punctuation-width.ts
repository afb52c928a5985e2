import { han, hasHan } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { isReferenceEntry } from '../../text/press/references.js';
import { ruleNumbers } from '../numbers/forms.js';
import { type CharacterRule, changesOf, mergeChanges } from './rule.js';

const one = `[${han}]`;
const closing = '[”’』」》）〉】")]';
const full: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' };

/** A half-width mark straight after Han or a closing mark, where nothing Latin follows. */
const afterHan = new RegExp(
  `(?<=${one}|(?<=${one})${closing}|%)[,;:?!](?![A-Za-z/\\d.]|$)|(?<=${one})[,;:?!](?=\\d|$|[A-Z])`,
  'gu',
);
/** A point that ends a Chinese sentence: not an abbreviation, not a number, not a leader. */
const pointAfterHan = new RegExp(
  `(?<=${one}${closing}?)(?<!第?[一二三四五六七八九十])\\.(?=$|[ \\u3000]*${one}|[“‘「『]|${closing})`,
  'gu',
);
/** The same on a page whose stops are points: 新线路.25路, 21:30. at the end. */
const pointAsStop = pattern('gu')`(?<=[${han}]{3})\.(?=\d)|(?<=[\d%])\.$`;
const inChinese = pattern('u')`[${han}”》]`;
const beforeChinese = pattern('u')`[${han}，。；]`;
const brackets = /\(([^()（）\n]{0,60})\)/gu;
const percent = /(?<=\d)％/gu;
const pointInNumber = /(?<=\d)．(?=\d)/gu;

/** 全半角标点: marks take the width of the text around them. */
export const punctuationWidth: CharacterRule = {
  id: 'punctuation-width',
  words: {
    brief: ['标点全半角不当', '標點全半角不當', 'a mark of the wrong width'],
    reason: [
      '中文里的标点用全角，数字和西文里的用半角。',
      '中文裡的標點用全形，數字和西文裡的用半形。',
      'Marks in Chinese text are full-width, marks inside numbers and Latin words half-width.',
    ],
  },
  signs: /[(,;:?!.％．]/,
  change: (text, { page }) =>
    isReferenceEntry(text)
      ? []
      : mergeChanges(
          page.bracketsAreFull ? bracketChanges(text) : [],
          changesOf(text, afterHan, ([mark]) => full[mark]),
          changesOf(text, pointAfterHan, () => '。', ruleNumbers.pointIsStop),
          page.pointsAreStops ? changesOf(text, pointAsStop, () => '。', ruleNumbers.pointIsStop) : [],
          percentIsHalf(text) ? changesOf(text, percent, () => '%') : [],
          changesOf(text, pointInNumber, () => '.'),
        ),
};

/** Both brackets change, or neither. */
function bracketChanges(text: string) {
  return [...text.matchAll(brackets)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const isChinese = hasHan(match[1]!);
    const before = text[start - 1] ?? '';
    if (!isChinese && !(inChinese.test(before) && beforeChinese.test(text[end] ?? ''))) return [];
    return [
      { start, end: start + 1, replacement: '（' },
      { start: end - 1, end, replacement: '）' },
    ];
  });
}

/** Both forms are right; a block with both uses the more frequent one. */
function percentIsHalf(text: string): boolean {
  const half = text.match(/\d%/gu)?.length ?? 0;
  return half > (text.match(percent)?.length ?? 0);
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## an entry of a list of references keeps the marks of its standard
[1] 贺克斌, 张强. 大气复合污染协同控制[M]. 北京: 科学出版社, 2023: 12-45.
---
[1] 贺克斌, 张强. 大气复合污染协同控制[M]. 北京: 科学出版社, 2023: 12-45.

## between Han characters
会议指出,要坚持稳中求进;会后,代表们表示:信心更足!
---
会议指出，要坚持稳中求进；会后，代表们表示：信心更足！

## parentheses round Han text
本报讯(记者焦旭玉)2月25日下午
---
本报讯（记者焦旭玉）2月25日下午

## a point that ends a sentence
代表们表示完全赞成.会议还通过了其他事项.
---
代表们表示完全赞成。会议还通过了其他事项。

## inside a number
共1,986.5亿元，12:30开始
---
共1,986.5亿元，12:30开始

## inside Latin text
他说：“Yes, we can (really)!”
---
他说：“Yes, we can (really)!”

## the block's own per cent sign
占35.26％，增长5%，下降2%
---
占35.26%，增长5%，下降2%

## numbered items
1.工业 2.农业
---
1.工业 2.农业
`;
