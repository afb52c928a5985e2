import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../../article/article.js';
import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import type { Layout } from '../../article/layout.js';
import type { ArticleLedger } from '../../article/ledger-file.js';
import { listArticles, names } from '../../article/manuscript.js';
import { readLedger } from '../../article/read-issue.js';
import { adaptedTo } from '../../book.js';
import type { Place } from '../../config.js';
import { editionOf } from '../../edition/edition-of.js';
import { editions } from '../../edition/index.js';
import { markDifferences, type Segment } from '../../preview/layout/mark-differences.js';
import type { ComparedStory, Comparison } from '../../preview/layout/workshop.js';
import { readIssueSource } from '../../read-issue-source.js';
import { listScans } from './scans.js';
import { type SourceBlock, sourceBlocks } from './source-blocks.js';

/** A form of the issue with a column. */
interface Form {
  edition: Edition;
  /** Its articles by id: a translation may lack some. */
  articles: Map<string, Article>;
}

/** 对照: source, manuscript, and every language that the issue is printed in or translated into, block by block. */
export async function comparisonOf(issue: Issue, folder: string, place: Place): Promise<Comparison> {
  const read = await readIssueSource(folder);
  const source = read?.text;
  const forms = languagesOf(folder, place).map((edition): Form => {
    const { sections } = adaptedTo(issue, edition, place);
    return {
      edition,
      articles: new Map(sections.flatMap(({ articles }) => articles).map((one) => [one.id, one])),
    };
  });
  const scans = await listScans(folder);
  const stories = issue.sections.flatMap(({ articles }, section) =>
    articles.map((article): ComparedStory => {
      const ledger =
        source === undefined ? undefined : readLedger<ArticleLedger>(join(folder, names.ledger(article.id)));
      const page = pageOf(ledger, read?.layout) ?? section;
      const scan = scans[Math.min(page, scans.length - 1)];
      return {
        id: article.id,
        ...(scan && { scan }),
        rows: rowsOf(article, forms, source === undefined ? undefined : { source, ledger }),
      };
    }),
  );
  return {
    columns: [
      ...(source === undefined ? [] : [{ id: 'source', name: '', lang: 'zh' }]),
      { id: 'manuscript', name: '', lang: 'zh' },
      ...forms.map(({ edition: { id, name } }) => ({ id, name, lang: id })),
    ],
    stories,
  };
}

/** The page on which an article begins, if the source has the places of its lines. */
function pageOf(ledger: ArticleLedger | undefined, layout: Layout | undefined): number | undefined {
  const starts = ledger?.pieces.flatMap(({ ranges }) => ranges.map(([start]) => start)) ?? [];
  if (starts.length === 0) return undefined;
  const first = Math.min(...starts);
  return layout?.lines.findLast(({ start }) => start <= first)?.page;
}

/** The languages of the publication's editions, including both sides of pairs; and the existing translations. */
function languagesOf(folder: string, { publication }: Place): Edition[] {
  const printed = publication.editions
    .map(editionOf)
    .flatMap(({ lang, second }) => [lang, ...(second ? [second.lang] : [])]);
  const translations = editions.filter(({ isTranslated }) => isTranslated).map(({ id }) => id);
  return [...new Set([...printed, ...translations])]
    .map(editionOf)
    .filter(({ id, isTranslated }) => !isTranslated || listArticles(join(folder, id)).length > 0);
}

function rowsOf(
  article: Article,
  forms: readonly Form[],
  sourced: { source: string; ledger: ArticleLedger | undefined } | undefined,
): Segment[][][] {
  const blocks = blocksOf(article);
  const keys = [...blocks.keys()];
  const texts = [...blocks.values()];
  const columns = forms.map(({ edition, articles }) => {
    const form = articles.get(article.id);
    return {
      isTranslated: edition.isTranslated === true,
      blocks: form ? blocksOf(form) : new Map<Key, string>(),
    };
  });
  const aligned: SourceBlock[] = sourced
    ? sourceBlocks(sourced.ledger, sourced.source, texts)
    : texts.map((_, block) => ({ text: '', block }));
  return aligned.map(({ text: printed, block }) => {
    const [key, text = ''] = [keys[block], texts[block]];
    return [
      ...(sourced ? [markDifferences(printed, text)] : []),
      sourced ? markDifferences(text, printed) : [{ text, differs: false }],
      ...columns.map((column) => {
        const own = (key !== undefined && column.blocks.get(key)) || '';
        return column.isTranslated ? [{ text: own, differs: false }] : markDifferences(own, text);
      }),
    ];
  });
}

/** Key of a block in every form: a line of the front matter, or its number in the manuscript. */
type Key = 'kicker' | 'headline' | 'deck' | 'byline' | number;

/** The blocks of an article in reading order. Blocks of a translation only join the block before. */
function blocksOf({ matter, tree }: Article): Map<Key, string> {
  const { kicker, deck, byline } = matter;
  const at = tree.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const headline = tree.children[at];
  const blocks = new Map<Key, string>();
  const add = (key: Key, text: string | undefined) => {
    if (text !== undefined) blocks.set(key, [blocks.get(key), text].filter(Boolean).join('\n'));
  };
  add('kicker', kicker);
  add('headline', headline && textOf(headline));
  add('deck', deck);
  add('byline', byline);
  tree.children.forEach((node, index) => {
    if (index !== at) add(Math.max(0, Math.floor(node.data?.row ?? index)), textOf(node));
  });
  return blocks;
}
