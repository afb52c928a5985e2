import { VFile } from 'vfile';
import type { Article } from '../article.js';
import { parseArticle } from '../markdown.js';

interface Known {
  text: string;
  /** Absent until it is asked for again: a build reads each article once. */
  article?: Article;
}

/** Articles of a long book, in several languages. */
const mostKnown = 2_000;
const known = new Map<string, Known>();

/**
 * Reads an article like `parseArticle`; one that was read before, and has not changed since, is copied: a save of a
 * long book changes one of fifty.
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

/** A copy that its reader may change. */
function copyOf({ file, tree, matter, ...rest }: Article): Article {
  const copy = new VFile({ path: file.path, value: file.value });
  copy.data = structuredClone(file.data);
  copy.messages.push(...file.messages);
  return { ...rest, file: copy, matter: structuredClone(matter), tree: structuredClone(tree) };
}
