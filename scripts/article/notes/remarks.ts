import type { Remark } from '../issue.js';
import type { Edit } from '../ledger.js';

/** Rules that change the wording or its marks; the others undo effects of lines and columns. */
const remarkable = new Set([
  'doubled-heading',
  'lookalike',
  'numeral-zero',
  'punctuation-width',
  'replace',
  'straight-quote',
  'unbalanced-quote',
  'unknown-character',
]);

/** Characters shown on either side of a change. */
const context = 6;

/** 校记: the changes of a ledger that a reader should know about, in order. */
export function remarksOf(article: string, edits: readonly Edit[], source: string): Remark[] {
  return edits
    .filter(({ rule }) => remarkable.has(rule))
    .map(({ start, end, replacement, rule }) => {
      const before = sentence(source.slice(Math.max(0, start - context), start), 'end');
      const after = sentence(source.slice(end, end + context), 'start');
      const changed = source.slice(start, end).replace(/\s+/gu, '');
      return { article, before: before + changed + after, after: before + replacement + after, rule };
    });
}

/** The part of a context that is on the same line as the change. */
function sentence(text: string, side: 'start' | 'end'): string {
  const lines = text.split(/[\r\n\u3000]+/u).map((line) => line.trim());
  return (side === 'start' ? lines[0] : lines.at(-1)) ?? '';
}
