import type { BlockContent, Root } from 'mdast';
import type { Article, Matter } from '../../article/article.js';
import { parseArticle, writeArticle } from '../../article/markdown.js';
import type { Publication } from '../../config.js';
import { readDesign } from '../../design.js';
import { editionOf } from '../../edition/edition-of.js';
import { decodeSource } from '../../intake/read-source.js';
import type { Book } from '../../typeset/book/galley.js';
import { compose } from '../../typeset/compose/compose.js';
import type { GoldPiece, GoldStory } from '../restore/gold.js';
import { printBook } from '../typography/print.js';
import { newStories } from './newspaper.js';
import type { Ingredients, ReadIssue } from './read-issue.js';
import { taggedTruth } from './tagged-truth.js';

/** Trim sizes on which the newspaper theme has two, three and four columns. */
const trims = ['A5', '16开', '8开'];

/** An issue of a few stories that chongpai sets in its newspaper theme; its pages without cover, contents and colophon. */
export async function pagesOfOwnTheme({ texts, random, pool, number }: Ingredients): Promise<ReadIssue> {
  const trim = trims[number % trims.length]!;
  const story = newStories(texts, random);
  const stories = Array.from({ length: random.integer(3, 6) }, () => inOrder(story()));
  const pdf = await printBook(bookOf(stories.map(articleOf), trim), pool);
  const { pieces, chars } = await taggedTruth(
    pdf,
    stories.flatMap(({ title, body }) => [...title, ...body]),
  );
  return {
    source: await decodeSource(pdf, 'issue.pdf'),
    newspaper: { pieces, cells: [`own theme on ${trim}`] },
    printed: { chars },
  };
}

const heads = ['kicker', 'headline', 'deck', 'byline'] as const;

/** The parts of a title as an article has them, one of each, in the order in which the theme prints them. */
const inOrder = ({ title, ...story }: GoldStory): GoldStory => ({
  ...story,
  title: heads.flatMap((role) => title.find((piece) => piece.role === role) ?? []),
});

function articleOf({ number, title, body }: GoldStory): Article {
  const matter: Matter = {};
  for (const { role, text } of title) if (role !== 'headline') Object.assign(matter, { [role]: text });
  const headline = title.filter(({ role }) => role === 'headline');
  const tree: Root = { type: 'root', children: [...headline, ...body].map(blockOf) };
  const id = `a${number}`;
  return parseArticle(id, `${id}.md`, writeArticle({ matter, tree }));
}

function blockOf({ role, text }: GoldPiece): BlockContent {
  const children = [{ type: 'text' as const, value: text }];
  if (role === 'headline') return { type: 'heading', depth: 1, children };
  if (role === 'crosshead') return { type: 'heading', depth: 2, children };
  return { type: 'paragraph', children, ...(role === 'credit' && { data: { role } }) };
}

function bookOf(articles: Article[], trim: string): Book {
  const edition = editionOf('zh-Hans');
  const publication: Partial<Publication> = { theme: 'newspaper', trim, parts: [] };
  const place = { root: '/', publication };
  const design = readDesign(place as Parameters<typeof readDesign>[0], edition);
  const tally = { edits: {}, open: 0 };
  const sections = [{ id: 's1', articles }];
  return compose({ id: 'bench', title: '永昌日报', sections, tally, messages: [] }, edition, design);
}
