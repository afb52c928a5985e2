import type { Doubt } from '../../article/restoration.js';
import type { CharacterRule } from './rule.js';

const partners: Record<string, string> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '》': '《',
  '）': '（',
};
/** No text nests deeper; a broken one must not cost its length squared. */
const deepest = 40;
const opening = new Set(Object.values(partners));
const marks = /[“‘「『《（”’」』》）]/gu;

/** 引号不配对: a mark that closes nothing, or one that stays open although the block ends. Only a person knows. */
export const unbalancedQuote: CharacterRule = {
  id: 'unbalanced-quote',
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
