import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../problem.js';
import { type Said, say } from '../words/say.js';

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
      const [line, marks, word] = /^(#{1,6})([^\s#!\d][^\n]*)/.exec(source) ?? [];
      if (line === undefined) return;
      ask(
        say('heading-without-blank', line.slice(0, 24), marks),
        node,
        say('heading-or-text', marks, word!.slice(0, 20)),
      );
    });
  };
}
