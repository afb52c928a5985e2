import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown, frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { VFile } from 'vfile';
import type { Article, Matter } from './article.js';
import { readMatter, writeMatter } from './matter.js';
import { problem } from './problem.js';
import { readRoles, showRoles } from './roles.js';
import { readRuby, writeRuby } from './ruby.js';

/**
 * CommonMark, tables and footnotes; not the rest of GitHub's dialect, where `1~3岁，5~6岁` is struck through and a
 * bare address becomes a link.
 */
const syntax = [frontmatter(['yaml']), gfmTable(), gfmFootnote()];
const nodes = [frontmatterFromMarkdown(['yaml']), gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()];

/**
 * An article as a person reads and edits it. Characters that Markdown would take for markup are escaped, so that
 * `parseArticle` gives back the same text, character by character.
 */
export function writeArticle({ matter, tree }: { matter: Matter; tree: Root }): string {
  return writeMatter(matter) + writeTree(tree);
}

/** A tree as Markdown, with its roles as comments. */
export function writeTree(tree: Root): string {
  const body = toMarkdown(showRoles(tree), {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    extensions: [frontmatterToMarkdown(['yaml']), gfmTableToMarkdown(), gfmFootnoteToMarkdown()],
    handlers: { ruby: writeRuby },
    join: [(left) => (left.type === 'html' ? 0 : undefined)],
  });
  // A byte order mark at the very start would be taken for one.
  return body.replace(/^\ufeff/, '&#xFEFF;');
}

/**
 * Reads an article that a person may have edited.
 *
 * @throws a problem with file, line and column when its front matter is wrong.
 */
export function parseArticle(id: string, path: string, text: string): Article {
  const file = new VFile({ path, value: text });
  const tree = fromMarkdown(text, { extensions: syntax, mdastExtensions: nodes });
  const [first] = tree.children;
  let matter: Matter = {};
  if (first?.type === 'yaml') {
    matter = readMatter(first.value, { path, firstLine: 2 });
    tree.children.shift();
  } else if (/^\ufeff?---[ \t]*\r?\n[^\n]*:/.test(text)) {
    throw problem('Unexpected end of file in the front matter, expected a line ---', {
      path,
      place: { line: 1, column: 1 },
      ruleId: 'yaml',
    });
  }
  readRuby(tree);
  readRoles(tree, file);
  checkHeadings(tree, file);
  return { id, file, matter, tree };
}

function checkHeadings(tree: Root, file: VFile): void {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const report = (reason: string, node: (typeof headings)[number]) =>
    file.message(reason, { place: node.position, source: 'chongpai', ruleId: 'heading' });
  for (const node of headings)
    if (node.depth > 2) report(`Unexpected heading of depth ${node.depth}, expected # or ##`, node);
  for (const node of headings.filter(({ depth }) => depth === 1).slice(1))
    report('Unexpected second headline, expected one # in an article', node);
}
