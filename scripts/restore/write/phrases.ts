import type { Line } from '../measure/lines.js';

/** How far a word is looked for around the headline, in characters. */
const reach = 6000;

/**
 * Whether the second of a headline's lines begins a phrase, so that a blank is meant between them, or goes on in a word:
 * then three characters from both sides stand together in the text around.
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
