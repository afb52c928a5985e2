import type { Doubt } from '../doubt.js';

/**
 * Doubts in an editor's order: the likeliest error first, and one entry for a word and its conversion, at its first
 * place and with its count.
 */
export function rankDoubts<T extends Doubt>(doubts: readonly T[]): T[] {
  const entries = new Map<string, T>();
  const others: T[] = [];
  for (const doubt of doubts) {
    if (doubt.ruleId !== 'ambiguous') {
      others.push(doubt);
      continue;
    }
    const key = `${doubt.word} ${doubt.reading}`;
    const known = entries.get(key);
    if (known) entries.set(key, { ...known, count: known.count + 1, risk: Math.max(known.risk, doubt.risk) });
    else entries.set(key, doubt);
  }
  return [...others, ...entries.values()].sort((a, b) => b.risk - a.risk);
}
