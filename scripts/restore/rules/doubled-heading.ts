import type { Change } from '../draft.js';
import { ruleNumbers } from '../numbers/forms.js';
import type { CharacterRule } from './rule.js';

/** 重影: a heading printed twice, slightly offset, to look bold; the extraction doubles its characters or all of it. */
export const doubledHeading: CharacterRule = {
  id: 'doubled-heading',
  words: {
    brief: ['标题重出', '標題重出', 'the heading stood twice'],
    reason: [
      '伪粗体把标题印了两遍，第二遍不是正文。',
      '偽粗體把標題印了兩遍，第二遍不是正文。',
      'Fake bold prints a heading twice; the second copy is not text.',
    ],
  },
  change(text, { kind }) {
    if (kind !== 'display') return [];
    return byCharacter(text) ?? byWhole(text) ?? [];
  },
};

/** 新新型型工工业业; at least three pairs, since 高高兴兴 is a word. */
function byCharacter(text: string): Change[] | undefined {
  const chars = [...text];
  if (chars.length < ruleNumbers.shortestDoubled || chars.length % 2 === 1) return undefined;
  const changes: Change[] = [];
  let at = 0;
  for (let index = 0; index < chars.length; index += 2) {
    const char = chars[index]!;
    if (char !== chars[index + 1]) return undefined;
    changes.push({ start: at + char.length, end: at + 2 * char.length, replacement: '' });
    at += 2 * char.length;
  }
  return changes;
}

/** 产业发展产业发展; four characters at least. */
function byWhole(text: string): Change[] | undefined {
  const half = text.length / 2;
  if (half < ruleNumbers.shortestHalf || !Number.isInteger(half)) return undefined;
  if (text.slice(0, half) !== text.slice(half)) return undefined;
  return [{ start: half, end: text.length, replacement: '' }];
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## every character twice (display)
新新型型工工业业
---
新型工业

## all of it twice (display)
产业发展产业发展
---
产业发展

## a word that doubles (display)
高高兴兴
---
高高兴兴

## running text is left alone
新新型型工工业业
---
新新型型工工业业
`;
