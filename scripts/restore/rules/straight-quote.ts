import { hasHan } from '../../text/characters.js';
import type { Change } from '../write/draft.js';
import type { CharacterRule } from './rule.js';

/** 直引号: typewriter quotes in Chinese text turn into “ ”, if they come in pairs. */
export const straightQuote: CharacterRule = {
  id: 'straight-quote',
  change(text) {
    if (!text.includes('"') || !hasHan(text)) return [];
    const places = placesOf(text);
    if (places.length % 2 === 1) return [];
    return places.map(
      (start, index): Change => ({
        start,
        end: start + 1,
        replacement: index % 2 === 0 ? '“' : '”',
        confidence: 0.95,
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
