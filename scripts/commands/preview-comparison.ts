import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../article/article.js';
import type { Edition } from '../article/edition.js';
import type { Issue } from '../article/issue.js';
import type { ArticleLedger } from '../article/ledger-file.js';
import { names } from '../article/manuscript.js';
import { readLedger } from '../article/read-issue.js';
import { readSource } from '../intake/read-source.js';
import { markDifferences } from '../preview/mark-differences.js';
import type { Comparison } from '../preview/workshop.js';

interface Compared {
  folder: string;
  issue: Issue;
  adapted: { edition: Edition; issue: Issue }[];
}

/** 对照: source and editions block by block. Editions change no structure, so their blocks stand in the same places. */
export async function comparisonOf({ folder, issue, adapted }: Compared): Promise<Comparison> {
  const path = join(folder, names.source);
  const source = existsSync(path) ? (await readSource(path)).text : undefined;
  const columns = [
    ...(source === undefined ? [] : [{ id: 'source', name: '' }]),
    ...adapted.map(({ edition: { id, name } }) => ({ id, name })),
  ];
  const rows: Comparison['rows'] = [];
  issue.sections.forEach((section, sectionAt) => {
    section.articles.forEach((article, at) => {
      const blocks = blocksOf(article);
      const columnsOf = adapted.map((one) => blocksOf(one.issue.sections[sectionAt]!.articles[at]!));
      const sources = source === undefined ? undefined : alignSource(folder, article.id, { source, blocks });
      const count = Math.max(blocks.length, sources?.length ?? 0);
      for (let row = 0; row < count; row++) {
        const own = sources ? (sources[row]?.block ?? -1) : row;
        const text = blocks[own] ?? '';
        const cells = columnsOf.map((column) => markDifferences(column[own] ?? '', text));
        const first = sources && [markDifferences(sources[row]?.text ?? '', text)];
        rows.push({ story: article.id, cells: [...(first ?? []), ...cells] });
      }
    });
  });
  return { columns, rows };
}

function blocksOf({ matter, tree }: Article): string[] {
  const { kicker, deck, byline } = matter;
  const [headline] = tree.children.filter((node) => node.type === 'heading' && node.depth === 1);
  const rest = tree.children.filter((node) => node !== headline);
  return [kicker, headline && textOf(headline), deck, byline, ...rest.map((node) => textOf(node))].filter(
    (text) => text !== undefined,
  );
}

interface Aligned {
  /** What the source has there, line by line; empty where the manuscript says more. */
  text: string;
  /** Index of the manuscript's block; −1 where it says nothing of this. */
  block: number;
}

/** Share of characters that two forms of one block have in common at least. */
const leastShared = 0.5;

function alignSource(
  folder: string,
  id: string,
  { source, blocks }: { source: string; blocks: string[] },
): Aligned[] {
  const ledger = readLedger<ArticleLedger>(join(folder, names.ledger(id)));
  const pieces = (ledger?.pieces ?? []).filter(({ part }) => part !== 'dateline');
  const order = ['kicker', 'headline', 'deck', 'byline'];
  const rank = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length);
  const texts = pieces
    .sort((a, b) => rank(a.part) - rank(b.part))
    .map(({ ranges }) =>
      ranges
        .map(([start, end]) => source.slice(start, end))
        .join('\n')
        .replace(/\n\s*\n/g, '\n'),
    );
  const aligned: Aligned[] = [];
  let block = 0;
  const changes = diffArrays(texts, blocks, { comparator: isAlike });
  let taken = 0;
  for (const { added, removed, value } of changes)
    for (const _ of value) {
      if (added) aligned.push({ text: '', block: block++ });
      else if (removed) aligned.push({ text: texts[taken++]!, block: -1 });
      else aligned.push({ text: texts[taken++]!, block: block++ });
    }
  return aligned;
}

function isAlike(left: string, right: string): boolean {
  const [a, b] = [new Set(left.replace(/\s/gu, '')), new Set(right.replace(/\s/gu, ''))];
  const shared = [...a].filter((character) => b.has(character)).length;
  return shared / Math.max(1, a.size, b.size) >= leastShared;
}
