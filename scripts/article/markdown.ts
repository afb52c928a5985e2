import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Article, Matter } from './article.js';
import { remarkBarTables } from './markdown/bar-tables.js';
import { refuseDense } from './markdown/dense.js';
import { refuseDeep } from './markdown/depth.js';
import { remarkEmptyNodes } from './markdown/empty-nodes.js';
import { remarkMatter } from './markdown/front-matter.js';
import { remarkHeadings } from './markdown/headings.js';
import { remarkHtmlBlocks } from './markdown/html/blocks.js';
import { remarkDropComments, remarkTags, remarkToldTags } from './markdown/html/inline.js';
import { remarkRuby } from './markdown/html/ruby.js';
import { remarkItemLines } from './markdown/item-lines.js';
import { remarkLeftovers } from './markdown/leftovers.js';
import { remarkLengths } from './markdown/lengths.js';
import { remarkListNumbers } from './markdown/list-numbers.js';
import { remarkNoteCalls } from './markdown/note-calls.js';
import { remarkIndents, remarkSoftBreaks } from './markdown/paragraphs.js';
import { remarkPictures } from './markdown/picture-lines.js';
import { remarkReferences } from './markdown/references.js';
import { remarkRoles, showRoles } from './markdown/roles.js';
import { remarkManuscript } from './markdown/syntax.js';
import { remarkTables } from './markdown/tables.js';
import { writeMatter } from './matter.js';

/** 读稿: reads the Markdown of manuscripts, then interprets it step by step. */
const reader = unified()
  .use(remarkParse)
  .use(remarkManuscript)
  .use(remarkMatter)
  .use(remarkRoles)
  .use(remarkEmptyNodes)
  .use(remarkDropComments)
  .use(remarkHtmlBlocks)
  .use(remarkRuby)
  .use(remarkTags)
  .use(remarkToldTags)
  .use(remarkNoteCalls)
  .use(remarkLeftovers)
  .use(remarkReferences)
  .use(remarkPictures)
  .use(remarkTables)
  .use(remarkListNumbers)
  .use(remarkHeadings)
  .use(remarkLengths)
  .use(remarkIndents)
  .use(remarkItemLines)
  .use(remarkSoftBreaks)
  .use(remarkBarTables)
  .freeze();

const writer = unified().use(remarkStringify).use(remarkManuscript).freeze();

/**
 * An article as a person reads and edits it. Characters that Markdown would take for markup are escaped, so that
 * `parseArticle` gives back the same text, character by character.
 */
export function writeArticle({ matter, tree }: { matter: Matter; tree: Root }): string {
  return writeMatter(matter) + writeTree(tree);
}

/** A tree as Markdown, with its roles as comments. */
export function writeTree(tree: Root): string {
  // A byte order mark at the very start would be taken for one.
  const text = writer.stringify(showRoles(tree)).replace(/^\ufeff/, '&#xFEFF;');
  // A rule at the very start would be taken for front matter.
  return text.replace(/^---(?=\r?\n|$)/, '***');
}

/**
 * Reads an article that a person may have edited. Open questions are in the messages of its file.
 *
 * @throws a problem with file, line and column when its front matter is wrong, blocks are nested too deep, or a title
 *   has no end.
 */
export function parseArticle(id: string, path: string, text: string): Article {
  refuseDeep(text, path);
  refuseDense(text, path);
  const file = new VFile({ path, value: text });
  const tree = reader.runSync(reader.parse(file) as Root, file) as Root;
  return { id, file, matter: file.data.matter ?? {}, tree };
}
