import { join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import type { Article, Matter } from '../article/article.js';
import type { Issue } from '../article/issue.js';
import { listArticles, names, readTextFile } from '../article/manuscript.js';
import { dropControls } from '../article/markdown/controls.js';
import { parseArticle } from '../article/markdown.js';
import { message, problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { type Aligned, align } from './align.js';
import { alignmentMessages } from './alignment-messages.js';
import { missingNames, readNames } from './issue-names.js';
import { knownPairs, readMemory } from './memory.js';
import { blockSegments, proseKeys } from './segment.js';

/**
 * 译文: an issue in a translator's words, from the folder `<language>/` beside its articles. Each block knows which block
 * of the source it translates (`data.row`); missing, extra and moved blocks are reported as messages.
 *
 * @throws a problem when no article is translated, or a file is wrong.
 */
export function readTranslation(issue: Issue, folder: string, language: string): Issue {
  const own = join(folder, language);
  const translated = listArticles(own);
  const articles = issue.sections.flatMap((section) => section.articles);
  if (!articles.some(({ id }) => translated.includes(id)))
    throw problem(say('no-translation-into', language, articles[0]?.id), {
      path: own,
      note: say('export-translation', issue.id, language),
    });
  const file = readNames(issue, own);
  const messages: VFileMessage[] = [
    ...issue.messages,
    ...missingNames(issue, own),
    ...strayFiles(translated, articles, own),
  ];
  const sections = issue.sections.map((section, index) => ({
    ...section,
    ...(file.sections[index] !== undefined && { title: file.sections[index] }),
    articles: section.articles.flatMap((article) => {
      if (translated.includes(article.id)) return [readArticle(article, own)];
      messages.push(missingArticle(article, own));
      return [];
    }),
  }));
  const publisher = file.publisher ?? issue.publisher;
  return {
    ...issue,
    title: file.title ?? issue.title,
    ...(publisher !== undefined && { publisher }),
    sections,
    messages,
  };
}

function readArticle(source: Article, folder: string): Article {
  const path = join(folder, names.article(source.id));
  const article = parseArticle(source.id, path, readTextFile(path) ?? '');
  dropControls(article);
  const [sources, targets] = [blockSegments(source), blockSegments(article)];
  const memory = readMemory(folder, source.id);
  const aligned = align(sources, targets, knownPairs(memory, sources, targets));
  placeRows(article, aligned);
  article.file.messages.push(...alignmentMessages({ source, article, aligned, memory }));
  article.matter = { ...keptMatter(source.matter), ...article.matter };
  return article;
}

/** Matter about the place of a story, which is the same in every language; the prose is not. */
function keptMatter(matter: Matter): Matter {
  const kept = { ...matter };
  for (const key of proseKeys) delete kept[key];
  return kept;
}

/** Gives each block its row: that of its source; a block without source follows the row before it. */
function placeRows({ tree }: Article, aligned: readonly Aligned[]): void {
  let last = -1;
  for (const { source, target } of aligned) {
    const row = source ?? last + 0.5;
    last = Math.max(last, row);
    const node = target === undefined ? undefined : tree.children[target];
    if (node) node.data = { ...node.data, row };
  }
}

function missingArticle({ id, file }: Article, folder: string): VFileMessage {
  const path = join(folder, names.article(id));
  return message(say('no-translation-of', file.basename ?? id), {
    path,
    note: say('set-without'),
    source: 'translate',
    ruleId: 'missing-translation',
  });
}

function strayFiles(translated: readonly string[], articles: readonly Article[], folder: string) {
  return translated
    .filter((id) => !articles.some((article) => article.id === id))
    .map((id) =>
      message(say('translation-without-article', id, id), {
        path: join(folder, names.article(id)),
        source: 'translate',
        ruleId: 'stray-translation',
      }),
    );
}
