import { hasHan } from '../../text/characters.js';
import type { Change } from '../draft.js';
import { ruleNumbers } from '../numbers/forms.js';
import type { CharacterRule } from './rule.js';

/** 直引号: typewriter quotes in Chinese text become “ ”, if they come in pairs. */
export const straightQuote: CharacterRule = {
  id: 'straight-quote',
  words: {
    brief: ['引号不分前后', '引號不分前後', 'a quotation mark without direction'],
    reason: ['中文引号分左右。', '中文引號分左右。', 'Chinese quotation marks have a direction.'],
    asks: [
      '直引号不成对：“{text}”',
      '直引號不成對：「{text}」',
      'Straight quotation marks without partners: “{text}”',
    ],
    remedy: ['改字，或保留原字。', '改字，或保留原字。', 'Correct it, or keep the source.'],
  },
  signs: /"/,
  change(text) {
    if (!text.includes('"') || !hasHan(text)) return [];
    const places = placesOf(text);
    if (places.length % 2 === 1) return [];
    return places.map(
      (start, index): Change => ({
        start,
        end: start + 1,
        replacement: index % 2 === 0 ? '“' : '”',
        confidence: ruleNumbers.quoteSide,
      }),
    );
  },
  doubt(text) {
    const places = placesOf(text);
    if (places.length % 2 === 0 || !hasHan(text)) return [];
    return [
      {
        start: places[0]!,
        end: places.at(-1)! + 1,
        reason: `Unexpected ${places.length} straight quotation marks in one block, expected pairs`,
        candidates: ['“', '”'],
      },
    ];
  },
};

/** Straight quotes; not those of inches and seconds (5"). */
function placesOf(text: string): number[] {
  return [...text.matchAll(/"/gu)]
    .map(({ index }) => index)
    .filter((at) => !/\d$/u.test(text.slice(0, at)) || hasHan(text[at + 1] ?? ''));
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## pairs
实施"强工业"行动，打造"现代之城"
---
实施“强工业”行动，打造“现代之城”

## an odd one only a person can place
实施"强工业行动
---
实施"强工业行动
? "

## Latin text keeps its own
He said "yes".
---
He said "yes".
`;
