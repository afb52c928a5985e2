import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { type CharacterRule, changesOf, mergeChanges } from './rule.js';

const dots = pattern(
  'gu',
)`(?<=[${han}”》，。、！？；：]|^)(?:\.{3,}|。{3,}|･{3,}|·{3,}|•{3,}|・{3,}|⋯{1,2}|\.(?: \.){2,5})(?!\d)`;
const single = pattern('gu')`(?<=[${han}”》，。、！？])…(?!…)(?=[${han}“”》，。、！？）]|$)`;
const parted = /…[ \u3000]+…/gu;

/** 省略号: six dots, however the extraction spells them. */
export const ellipsis: CharacterRule = {
  id: 'ellipsis',
  words: {
    reason: [
      '中文省略号六点，占两字。',
      '中文刪節號六點，占兩字。',
      'An ellipsis in Chinese text is six dots on two places.',
    ],
  },
  change: (text) =>
    mergeChanges(
      changesOf(text, dots, () => '……'),
      changesOf(text, single, ({ index }) => (text[index - 1] === '…' ? undefined : '……')),
      changesOf(text, parted, () => '……'),
    ),
};
