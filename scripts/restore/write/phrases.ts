import type { Line } from '../measure/lines.js';
import { storyNumbers } from '../numbers/structure.js';

const { phraseReach: reach } = storyNumbers;

/**
 * True if the second of a headline's lines begins a phrase, so that a space is intended between them; false if it
 * continues a word: then three characters from both sides occur together in the text around.
 */
export function isNewPhrase(source: string, before: Line, line: Line): boolean {
  const row = before.text.replace(/\s/gu, '');
  const next = line.text.replace(/\s/gu, '');
  if (/[，、：；—…（“《「·]$/u.test(row)) return false;
  if (count(row, /[“「（《【]/gu) > count(row, /[”」）》】]/gu)) return false;
  const around = source.slice(Math.max(0, before.start - reach), line.end + reach);
  return !around.includes(row.slice(-2) + next[0]!) && !around.includes(row.at(-1)! + next.slice(0, 2));
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
