import { diffArrays } from 'diff';
import type { ArticleLedger } from '../../article/ledger-file.js';

/** The part of the source for a block of the manuscript. */
export interface SourceBlock {
  /** The source, line by line; empty where the manuscript has additional text. */
  text: string;
  /** Index of the manuscript's block; −1 where it has none for this. */
  block: number;
}

/** Minimum share of common characters in two forms of one block. */
const leastShared = 0.5;

/** The pieces of the source that an article was made of, beside its blocks as a person left them. */
export function sourceBlocks(
  ledger: ArticleLedger | undefined,
  source: string,
  blocks: readonly string[],
): SourceBlock[] {
  const texts = textsOf(ledger, source);
  const aligned: SourceBlock[] = [];
  let block = 0;
  let taken = 0;
  for (const { added, removed, value } of diffArrays(texts, [...blocks], { comparator: isAlike }))
    for (const _ of value) {
      if (added) aligned.push({ text: '', block: block++ });
      else aligned.push({ text: texts[taken++]!, block: removed ? -1 : block++ });
    }
  return aligned;
}

function textsOf(ledger: ArticleLedger | undefined, source: string): string[] {
  const order = ['kicker', 'headline', 'deck', 'byline'];
  const rank = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length);
  return (ledger?.pieces ?? [])
    .filter(({ part }) => part !== 'dateline')
    .sort((a, b) => rank(a.part) - rank(b.part))
    .map(({ ranges }) =>
      ranges
        .map(([start, end]) => source.slice(start, end))
        .join('\n')
        .replace(/\n\s*\n/g, '\n'),
    );
}

function isAlike(left: string, right: string): boolean {
  const [a, b] = [new Set(left.replace(/\s/gu, '')), new Set(right.replace(/\s/gu, ''))];
  const shared = [...a].filter((character) => b.has(character)).length;
  return shared / Math.max(1, a.size, b.size) >= leastShared;
}
