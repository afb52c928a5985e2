import type { Doubt } from '../../article/restoration.js';
import type { CharacterRule } from './rule.js';

const unknown =
  /[\ue000-\uf8ff\u{f0000}-\u{10fffd}\ufffd]|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/gu;

/** 造字/乱码: private-use characters and decoding scars; what they stood for only the printed page knows. */
export const unknownCharacter: CharacterRule = {
  id: 'unknown-character',
  doubt: (text) =>
    [...text.matchAll(unknown)].map(
      (match): Omit<Doubt, 'ruleId'> => ({
        start: match.index,
        end: match.index + match[0].length,
        reason: `Unexpected U+${match[0].codePointAt(0)!.toString(16).toUpperCase()}, expected a character of the printed page`,
      }),
    ),
};
