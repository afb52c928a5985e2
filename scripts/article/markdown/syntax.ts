import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type Options } from 'mdast-util-to-markdown';
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { commentFlow } from './comment-flow.js';
import { figureSigns, formulaUnsafe } from './figure-signs.js';
import { writeTagged } from './html/inline.js';
import { writeRuby } from './html/ruby.js';
import { writeNumbered } from './list-numbers.js';

/**
 * The Markdown of Chinese text: CommonMark, tables and footnotes; emphasis beside Chinese marks; signs between figures
 * as text. Not the rest of GitHub's dialect, where `1~3岁，5~6岁` is struck through and a bare address becomes a link.
 */
export const chineseSyntax: Extension[] = [gfmTable(), gfmFootnote(), cjkFriendlyExtension(), figureSigns];

/**
 * The same for manuscripts: HTML is inline, and indentation, with which paragraphs begin, makes no code.
 */
const manuscriptSyntax: Extension[] = [
  ...chineseSyntax,
  commentFlow,
  { disable: { null: ['codeIndented'] } },
];

/**
 * Signs that make a list or a heading of a line. The library knows them, but takes the line's end into its match, and
 * so escapes only every second of several lines that are a sign each, such as the empty cells of a table.
 */
const loneSigns = ['-', '+'].map((character) => ({ character, atBreak: true, after: '(?=[\\s-]|$)' }));

/** Unescaped between letters, xian_bao_tougao is emphasis to readers older than CommonMark, which only ours is not. */
const writeText: Handle = (node, parent, state, info) => {
  const text = defaultHandlers.text(node, parent, state, info);
  if (state.stack.includes('autolink')) return text;
  return text.replace(/(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu, (run) => run.replaceAll('_', '\\_'));
};

/** Options for writing a manuscript: escapes make it read back as the same text, character by character. */
const writing: Options = {
  extensions: [gfmTableToMarkdown(), gfmFootnoteToMarkdown(), cjkFriendlyToMarkdown()],
  bullet: '-',
  emphasis: '*',
  rule: '-',
  unsafe: [formulaUnsafe, { character: '\u3000', atBreak: true }, ...loneSigns],
  handlers: {
    ruby: writeRuby,
    superscript: writeTagged,
    subscript: writeTagged,
    properName: writeTagged,
    listItem: writeNumbered,
    break: writeBreak(),
    text: writeText,
  },
  join: [(left) => (left.type === 'html' ? 0 : undefined)],
};

/** A line break in a cell is a tag: a row is one line. */
function writeBreak(): Handle {
  return (node, parent, state, info) =>
    state.stack.includes('tableCell') ? '<br>' : defaultHandlers.break(node, parent, state, info);
}

/** Teaches remark-parse and remark-stringify the Markdown of manuscripts. */
export function remarkManuscript(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...manuscriptSyntax];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  ];
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), writing];
}
