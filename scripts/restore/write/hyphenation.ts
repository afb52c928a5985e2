import { isPartedAddress } from '../measure/continues.js';
import type { Rule } from '../rules/rule.js';

/** 连字符: a hyphen that a line end added to a word. */
export const hyphenation: Rule = {
  id: 'hyphenation',
  words: {
    reason: [
      '连字符只因断行而有。',
      '連字符只因斷行而有。',
      'The hyphen is there only because the line ended.',
    ],
  },
};

/** True where a word was broken with an added hyphen: small letters on both sides; soft hyphens always. */
export function isHyphenAdded(before: string, after: string): boolean {
  const last = before.at(-1);
  if (last === '\u00ad') return true;
  if (last !== '-' && last !== '\u2010') return false;
  // face-to-|face has its own hyphens, and so have addresses.
  if (isPartedAddress(before, after) || /[A-Za-z][-\u2010][A-Za-z]+[-\u2010]$/u.test(before)) return false;
  return /[A-Za-z]{2,}[-\u2010]$/u.test(before) && /^[a-z]/u.test(after);
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a word that the line end parted
The new canal was opened in Septem-
ber by the farmers of nine villages, who
had worked for it for two whole years.
---
paragraph: The new canal was opened in September by the farmers of nine villages, who had worked for it for two whole years.

## a word with its own hyphens keeps them
The officials met the farmers face-to-
face and spoke of the new canal that was
opened in September by nine villages.
---
paragraph: The officials met the farmers face-to-face and spoke of the new canal that was opened in September by nine villages.
`;
