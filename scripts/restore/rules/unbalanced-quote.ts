import type { Doubt } from '../../article/restoration.js';
import { ruleNumbers } from '../numbers/forms.js';
import type { CharacterRule } from './rule.js';

const { deepest } = ruleNumbers;

const partners: Record<string, string> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '》': '《',
  '）': '（',
};
const opening = new Set(Object.values(partners));
const marks = /[“‘「『《（”’」』》）]/gu;

/** 引号不配对: a mark that closes nothing, or one that is still open at the end of the block. Only a person knows. */
export const unbalancedQuote: CharacterRule = {
  id: 'unbalanced-quote',
  words: {
    brief: ['引号不成对', '引號不成對', 'a quotation mark without its partner'],
    reason: [
      '引号、括号、书名号成对出现。',
      '引號、括號、書名號成對出現。',
      'Quotation marks, brackets and title marks come in pairs.',
    ],
    asks: ['{text} 没有与之成对的一半', '{text} 沒有與之成對的一半', '{text} has no partner'],
    remedy: [
      '补上缺的一半，或保留原字。',
      '補上缺的一半，或保留原字。',
      'Add the missing half, or keep the source.',
    ],
  },
  signs: /[“‘「『《（”’」』》）]/,
  doubt(text) {
    const doubts: Omit<Doubt, 'ruleId'>[] = [];
    const open: { mark: string; at: number }[] = [];
    for (const { 0: mark, index: at } of text.matchAll(marks)) {
      if (opening.has(mark) && open.length < deepest) open.push({ mark, at });
      const partner = partners[mark];
      if (!partner) continue;
      // ’ is an apostrophe in Latin words.
      if (mark === '’' && /[A-Za-z]/u.test(text[at - 1] ?? '')) continue;
      const found = open.findLastIndex((one) => one.mark === partner);
      if (found < 0)
        doubts.push({ start: at, end: at + 1, reason: `Unexpected ${mark}, expected ${partner} before it` });
      else open.length = found;
    }
    // A quotation of several paragraphs stays open until its last one.
    for (const { mark, at } of open) {
      if (mark === '“' || mark === '「') continue;
      doubts.push({
        start: at,
        end: at + 1,
        reason: `Unexpected ${mark} that stays open, expected its partner`,
      });
    }
    return doubts;
  },
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a closing mark alone
速效兼具”的金昌速度
---
速效兼具”的金昌速度
? ”

## a title mark that stays open
被央视《新闻专题报道
---
被央视《新闻专题报道
? 《

## a quotation of several paragraphs stays open
“我市正处于关键时期。
---
“我市正处于关键时期。
`;
