import { basename, dirname } from 'node:path';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Article, Matter } from '../article/article.js';
import type { AdaptOptions, Edition } from '../article/edition.js';
import type { Issue, Section } from '../article/issue.js';
import type { KnownChanges } from '../article/known-changes.js';
import type { MisplacedName } from '../article/notes/spot.js';
import { message } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { scriptOf } from '../text/script-of.js';
import { misplacedNames } from './account/misplaced-names.js';
import { proveArticle, proveText } from './account/proof.js';
import { treeText } from './account/tree-text.js';
import { findNames, type Name, readNames, unusedMessage } from './lexicon/names.js';

/** Front matter that is prose; the other keys are ids and numbers. */
const proseKeys = ['kicker', 'deck', 'byline'] as const satisfies readonly (keyof Matter)[];

/**
 * Adapts an issue to an edition: returns a new issue, the given one stays as it was. Open questions of the conversion
 * are added to the messages of their article; faults of the names files, to the issue's. The proof of the book begins
 * here: each character of the edition is one of the manuscript's, or a known change of it.
 *
 * @throws a problem with its place for a character that is lost, duplicated or unaccounted for.
 */
export function adapt(issue: Issue, edition: Edition, options: AdaptOptions = {}): Issue {
  const known = edition.knownChanges(options);
  const text = (value: string) => provenText(value, { edition, options, known });
  const sections = issue.sections.map(
    (section): Section => ({
      ...section,
      ...(section.title !== undefined && { title: text(section.title) }),
      articles: section.articles.map((article) => adaptArticle(article, { edition, options, known })),
    }),
  );
  return {
    ...issue,
    title: text(issue.title),
    ...(issue.publisher !== undefined && { publisher: text(issue.publisher) }),
    sections,
    messages: [...issue.messages, ...nameMessages(issue, edition, options)],
  };
}

/** Settings with which all texts of an issue are adapted. */
interface Adapting {
  edition: Edition;
  options: AdaptOptions;
  known: KnownChanges;
}

/** Adapts and proves a text outside the trees. */
function provenText(value: string, { edition, options, known }: Adapting): string {
  const adapted = edition.adaptText(value, options);
  proveText(value, adapted, { edition: edition.id, known });
  return adapted;
}

function adaptArticle(article: Article, adapting: Adapting): Article {
  const { edition, options, known } = adapting;
  const file = new VFile(article.file);
  file.messages = [...article.file.messages];
  file.data = { ...article.file.data };
  const processor = unified().use(
    edition.plugins.map((plugin): [typeof plugin, AdaptOptions] => [plugin, options]),
  );
  const tree = processor.runSync(structuredClone(article.tree), file) as Root;
  proveArticle(file, treeText(article.tree), treeText(tree), { edition: edition.id, known });
  const matter = { ...article.matter };
  for (const key of proseKeys) if (matter[key]) matter[key] = provenText(matter[key], adapting);
  return { ...article, file, tree, matter, ...(edition.read && { read: readLines(matter, adapting) }) };
}

function readLines(matter: Matter, { edition, options }: Adapting): NonNullable<Article['read']> {
  return Object.fromEntries(
    proseKeys.flatMap((key) => (matter[key] ? [[key, edition.read!(matter[key], options)]] : [])),
  );
}

/** Contradictions in the names files, and entries of the issue's own file that its text does not have. */
function nameMessages(
  issue: Issue,
  edition: Edition,
  { names: files = [], characters = [] }: AdaptOptions,
): VFileMessage[] {
  const texts = textsOf(issue);
  const lost = characters.flatMap(({ character, in: words }) =>
    words
      .filter((word) => !texts.some((text) => text.includes(word)))
      .map((word) =>
        message(say('unused-character', character, word), {
          note: say('delete-character'),
          source: 'convert',
          ruleId: 'character-unused',
        }),
      ),
  );
  if (files.length === 0) return lost;
  const names = readNames(files, edition.lang);
  const used = new Set<Name>();
  for (const text of texts) for (const { name } of findNames(names, text)) used.add(name);
  // A text may be in the script of the edition already: then it has the name as it is to be printed.
  const stands = (name: Name) => used.has(name) || texts.some((text) => text.includes(name.output));
  const unused = names.list.filter((name) => !stands(name) && basename(dirname(name.path)) === issue.id);
  const own = files.find(({ path }) => basename(dirname(path)) === issue.id);
  const misplaced = own && scriptOf(edition.lang) === 'hant' ? misplacedNames(own, texts) : [];
  const told = misplaced.length > 0 ? [misplacedMessage(own!.path, misplaced)] : [];
  return [...names.messages, ...unused.map(unusedMessage), ...told, ...lost];
}

function misplacedMessage(path: string, misplaced: readonly MisplacedName[]): VFileMessage {
  const lines = [...new Set(misplaced.map(({ line }) => line))];
  const made = message(say('names-of-characters', lines.length, lines[0]), {
    path,
    note: say('move-to-characters'),
    source: 'convert',
    ruleId: 'misplaced-name',
  });
  return Object.assign(made, { misplaced });
}

function textsOf(issue: Issue): string[] {
  const articles = issue.sections.flatMap((section) => section.articles);
  return [
    issue.title,
    issue.publisher ?? '',
    ...issue.sections.map(({ title }) => title ?? ''),
    ...articles.flatMap(({ matter, file }) => [...proseKeys.map((key) => matter[key] ?? ''), String(file)]),
  ];
}
