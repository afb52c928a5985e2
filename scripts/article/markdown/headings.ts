import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../problem.js';
import { type Said, say } from '../words/say.js';

/**
 * A line that a person may mean as a heading: #标题, or with an ideographic blank or indent, or ＃ 标题. A topic (#振兴#)
 * is text, so is ＃1.
 */
const headingLike = /^[ \t\u3000]*(#{1,6}|＃(?=[ \u3000])|＃{2,6})((?:\u3000|[^\s#＃!\d])[^\n]*| [^\n]*)/u;

/** Asks about headings that Markdown reads differently from what a person may have meant. */
export function remarkHeadings() {
  return (tree: Root, file: VFile): void => {
    const ask = (reason: Said, node: { position?: Root['position'] }, note: Said) =>
      tell(file, reason, { place: node.position, ruleId: 'heading', note });
    const headlines = tree.children.filter((node) => node.type === 'heading' && node.depth === 1);
    for (const node of headlines.slice(1)) ask(say('second-headline'), node, say('second-headline-remedy'));
    visit(tree, 'heading', (node) => {
      if (textOf(node).trim() === '' && !JSON.stringify(node.children).includes('"image"'))
        ask(say('empty-heading'), node, say('write-heading'));
    });
    visit(tree, 'paragraph', (node) => {
      const source = String(file).slice(node.position?.start.offset, node.position?.end.offset);
      const [line, marks = '', word = ''] = headingLike.exec(source) ?? [];
      if (line === undefined || /[#＃]$/.test(word.trim())) return;
      const [sign, shown] = ['#'.repeat(marks.length), line.trim().slice(0, 24)];
      const [reason, note] = marks.startsWith('＃')
        ? [say('wide-heading', shown), say('write-narrow', sign, word.trim().slice(0, 20))]
        : [say('heading-without-blank', shown, sign), say('heading-or-text', sign, word.trim().slice(0, 20))];
      ask(reason, node, note);
    });
  };
}
