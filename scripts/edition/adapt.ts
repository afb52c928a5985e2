import type { Root } from 'mdast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Article, Matter } from '../article/article.js';
import type { AdaptOptions, Edition } from '../article/edition.js';
import type { Issue, Section } from '../article/issue.js';

/** Front matter that is prose; the other keys are ids and numbers. */
const proseKeys = ['kicker', 'deck', 'byline'] as const satisfies readonly (keyof Matter)[];

/**
 * Adapts an issue to an edition: a new issue, the given one is left as it was. What the conversion leaves open is added
 * to the messages of the article it stands in.
 */
export function adapt(issue: Issue, edition: Edition, options: AdaptOptions = {}): Issue {
  const text = (value: string) => edition.adaptText(value, options);
  const sections = issue.sections.map(
    (section): Section => ({
      ...section,
      ...(section.title !== undefined && { title: text(section.title) }),
      articles: section.articles.map((article) => adaptArticle(article, edition, options)),
    }),
  );
  return {
    ...issue,
    title: text(issue.title),
    ...(issue.publisher !== undefined && { publisher: text(issue.publisher) }),
    sections,
    messages: [...issue.messages],
  };
}

function adaptArticle(article: Article, edition: Edition, options: AdaptOptions): Article {
  const file = new VFile(article.file);
  file.messages = [...article.file.messages];
  file.data = { ...article.file.data };
  const processor = unified().use(
    edition.plugins.map((plugin): [typeof plugin, AdaptOptions] => [plugin, options]),
  );
  const tree = processor.runSync(structuredClone(article.tree), file) as Root;
  const matter = { ...article.matter };
  for (const key of proseKeys) if (matter[key]) matter[key] = edition.adaptText(matter[key], options);
  return { ...article, file, tree, matter };
}
