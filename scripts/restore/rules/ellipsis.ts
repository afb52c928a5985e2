import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { type CharacterRule, changesOf, mergeChanges } from './rule.js';

const dots = pattern(
  'gu',
)`(?<=[${han}”》，。、！？；：）)]|^)(?:\.{3,}|。{3,}|･{3,}|·{3,}|•{3,}|・{3,}|⋯{1,2}|\.(?: \.){2,5})(?!\d)`;
const single = pattern('gu')`(?<=[${han}”》，。、！？])…(?!…)(?=[${han}“”》，。、！？）]|$)`;
/** All of them have one of these; 。 alone is in nearly all texts. */
const anyDots = /[.･·•・⋯…]|。{3}/u;
const parted = /…[ \u3000]+…/gu;

/** 前导点: a row of dots before a page number; it has no meaning, and its length depends on its place. */
const leader = /(?<![.．。･·•・⋯…‥ ])[.．。･·•・⋯…‥ ]{7,}(?=\d{1,4}$)/gu;

/** 省略号: six dots, however the extraction wrote them. */
export const ellipsis: CharacterRule = {
  id: 'ellipsis',
  words: {
    reason: [
      '中文省略号六点，占两字。',
      '中文刪節號六點，占兩字。',
      'An ellipsis in Chinese text is six dots, two characters wide.',
    ],
  },
  change(text) {
    if (!anyDots.test(text)) return [];
    const leaders = [...text.matchAll(leader)].map(
      ({ 0: all, index }) => [index, index + all.length] as const,
    );
    return mergeChanges(
      changesOf(text, dots, () => '……'),
      changesOf(text, single, ({ index }) => (text[index - 1] === '…' ? undefined : '……')),
      changesOf(text, parted, () => '……'),
    ).filter(({ start }) => !leaders.some(([from, to]) => start >= from && start < to));
  },
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## points
社会大局稳中向好...
---
社会大局稳中向好……

## a row of stops
他沉默了。。。
---
他沉默了……

## only one half
他说…
---
他说……

## right already
稳中向好……
---
稳中向好……
`;
