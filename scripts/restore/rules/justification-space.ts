import { han } from '../../text/characters.js';
import { datelineLength } from '../../text/press/datelines.js';
import { isReferenceEntry } from '../../text/press/references.js';
import { ruleNumbers } from '../numbers/forms.js';
import { blankSign, type CharacterRule, changesOf, isParted, mergeChanges } from './rule.js';

const blank = '[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\t]';
/** Matches a run of spaces only from its start, because a search from each place in it would take n² steps. */
const blanks = `(?<!${blank})${blank}+`;
const wide = `[${han}\\u3000-\\u303f\\uff01-\\uff60‘’“”—…·％]`;
const narrow = '[!-~°℃‰]';
const seam = new RegExp(`(?<=${wide})${blanks}(?=${narrow})|(?<=${narrow})${blanks}(?=${wide})`, 'gu');
/** Between a digit and its unit or sign: 100 %, 1 + 1 are rare, but `3 %` in a Chinese line is residue. */
const beforeSign = new RegExp(`(?<=\\d)${blanks}(?=[%‰])|${blanks}(?=&${blank}*[${han}])`, 'gu');
const aroundMark = new RegExp(
  `(?<=[，。、；：？！”’」』》）】“‘「『《（【])${blanks}|${blanks}(?=[，。、；：？！”’」』》）】])|(?<=[${han}])${blanks}(?=[“‘「『《（【(])|(?<=[${han}])${blanks}(?=[·・—…]{3})|(?<=[(])${blanks}(?=[${han}])|(?<=[${han}])${blanks}(?=[)])`,
  'gu',
);
/** English in curly quotes: “We have waited,” said a farmer. */
const latinQuote = /[A-Za-z][,.!?]?[”’]$/u;

/** `- ` or `# ` at the beginning of a line is markup, including its space. */
const markup = /(?:^|[\n\u3000])(?:[-*+>]|#{1,6})$/u;
const marker = /(?:^|\n|\u3000 ?)(?:[-*+>]|#{1,6}|\d{1,2}\.)$/u;

/** 中西间距: spaces left by justification between Han and digits or Latin letters. */
export const justificationSpace: CharacterRule = {
  id: 'justification-space',
  words: {
    reason: [
      '汉字与西文之间的空格是排版撑出来的，编辑并没有打。',
      '漢字與西文之間的空格是排版撐出來的，編輯並沒有打。',
      'Justification put space between Han and Latin characters; an editor writes none.',
    ],
  },
  signs: blankSign,
  change(text, { page, kind }) {
    if (page.spacesAreEditorial || isParted(kind) || isReferenceEntry(text)) return [];
    const kept = page.itemsAreSpaced ? marker : markup;
    return mergeChanges(
      changesOf(text, seam, ({ 0: blank, index }) =>
        isBehindDateline(text, index)
          ? '\u3000'
          : kept.test(text.slice(Math.max(0, index - 8), index)) || isEnglish(text, index, blank)
            ? undefined
            : '',
      ),
      changesOf(text, beforeSign, () => ''),
      kind === 'text'
        ? changesOf(text, aroundMark, ({ 0: blank, index }) =>
            isEnglish(text, index, blank) ? undefined : '',
          )
        : [],
    );
  },
};

/** 本报讯　9月16日: the blank behind a 电头 is the editor's, and one em wide. */
const isBehindDateline = (text: string, at: number) =>
  at < ruleNumbers.longestDateline && datelineLength(text) === at;

/** True if a space beside a curly quote separates English words. */
function isEnglish(text: string, at: number, blank: string): boolean {
  if (latinQuote.test(text.slice(Math.max(0, at - 3), at))) return true;
  return (
    /[A-Za-z,.]$/u.test(text.slice(Math.max(0, at - 1), at)) &&
    /^[“‘][A-Za-z]/u.test(text.slice(at + blank.length))
  );
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## round a number
实现地区生产总值 620 亿元、增长 13.6%，增速全省第 1
---
实现地区生产总值620亿元、增长13.6%，增速全省第1

## inside quotation and title marks
被央视《新闻 1+1》专题报道，“ 345”养老服务模式
---
被央视《新闻1+1》专题报道，“345”养老服务模式

## round Latin letters
利用 MES 系统
---
利用MES系统

## before a sign
增长 3 %
---
增长3%

## behind a 电头
本报讯 9月16日，集团公司召开会议
---
本报讯　9月16日，集团公司召开会议

## between Latin words the blank is text
据 New York Times 报道
---
据New York Times报道

## between Han characters the blank is not ours
1979年7月1日第五届 第二次会议
---
1979年7月1日第五届 第二次会议
`;
