import { VFile } from 'vfile';
import type { Article } from '../article.js';
import { parseArticle } from '../markdown.js';

interface Known {
  text: string;
  /** Absent until the article is read a second time: a build reads each one only once. */
  article?: Article;
}

/** Enough for the articles of a long book in several languages. */
const mostKnown = 2_000;
const known = new Map<string, Known>();

/**
 * Reads an article like `parseArticle`. An article that was read before and has not changed since is copied, because
 * saving one file of a long book leaves all others as they were.
 *
 * @throws what `parseArticle` throws.
 */
export function readArticleText(id: string, path: string, text: string): Article {
  const standing = known.get(path);
  if (standing?.text !== text) {
    known.set(path, { text });
    if (known.size > mostKnown) known.delete(known.keys().next().value!);
    return parseArticle(id, path, text);
  }
  standing.article ??= parseArticle(id, path, text);
  return copyOf(standing.article);
}

/** A copy, so that a caller may change it. */
function copyOf({ file, tree, matter, ...rest }: Article): Article {
  const copy = new VFile({ path: file.path, value: file.value });
  copy.data = structuredClone(file.data);
  copy.messages.push(...file.messages);
  return { ...rest, file: copy, matter: structuredClone(matter), tree: structuredClone(tree) };
}
