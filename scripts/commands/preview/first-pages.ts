import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../../article/article.js';
import type { Edition } from '../../article/edition.js';
import { within } from '../../article/files/snapshot.js';
import type { Issue } from '../../article/issue.js';
import { bookFrom } from '../../book.js';
import type { Place } from '../../config.js';
import type { FirstPages } from '../../preview/layout/workshop.js';
import type { ReadManuscript } from '../../read-manuscript.js';
import { storyId } from '../../typeset/parts/story-id.js';

/** Shorter books, of about a hundred pages, are made whole, which is as quick as making their first pages. */
const longBook = 60_000;
/** Characters of the first pages: a few spreads, to read while the rest is made. */
const firstCharacters = 3_000;

/**
 * The beginning of a long book: the first stories whole, and of the others only the headings, which the contents list.
 * Undefined for a short book, and for one in two languages, because its rows are only known for the whole book.
 *
 * @param whole the number of characters of the book where the manuscript is only its beginning
 */
export function firstPages(
  { issue, files }: ReadManuscript,
  { edition, place }: { edition: Edition; place: Place },
  whole = 0,
): FirstPages | undefined {
  if (edition.second || edition.isTranslated) return undefined;
  const lengths = new Map(
    issue.sections.flatMap(({ articles }) =>
      articles.map((article) => [article, textOf(article.tree).length] as const),
    ),
  );
  const characters = Math.max(
    whole,
    [...lengths.values()].reduce((sum, length) => sum + length, 0),
  );
  if (characters < longBook) return undefined;
  const { head, section, rest } = cut(issue, lengths);
  const { book } = within(files, () => bookFrom(head, edition, place, characters));
  const last = book.galleys.findIndex(({ id }) => id === section);
  const { binding: _, ...plain } = book;
  return {
    book: { ...plain, galleys: book.galleys.slice(0, last + 1) },
    rest,
  };
}

/** The beginning of an issue, the section in which it ends, and the stories of this section that are not whole. */
function cut(issue: Issue, lengths: ReadonlyMap<Article, number>) {
  let left = firstCharacters;
  let section = '';
  const rest: string[] = [];
  const sections = issue.sections.map((one) => ({
    ...one,
    articles: one.articles.map((article) => {
      if (left > 0) section = one.id;
      const isWhole = left >= lengths.get(article)!;
      if (!isWhole && one.id === section) rest.push(storyId(one.id, article.id));
      const children = isWhole ? article.tree.children : beginning(article.tree.children, left);
      left -= isWhole ? lengths.get(article)! : Math.max(0, left);
      return { ...article, tree: { ...article.tree, children } };
    }),
  }));
  return { head: { ...issue, sections }, section, rest };
}

/** The first blocks of a story, its later headings, and everything that its notes and links refer to. */
function beginning(children: readonly RootContent[], most: number): RootContent[] {
  let left = most;
  return children.filter((node) => {
    if (node.type === 'heading' || node.type === 'definition' || node.type === 'footnoteDefinition')
      return true;
    const isKept = left > 0;
    left -= textOf(node).length;
    return isKept;
  });
}
