import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Asks about headings that Markdown reads otherwise than a person may have meant. */
export function remarkHeadings() {
  return (tree: Root, file: VFile): void => {
    const ask = (reason: string, node: { position?: Root['position'] }, note?: string) => {
      const message = file.message(reason, {
        place: node.position,
        source: 'chongpai',
        ruleId: 'heading',
      });
      if (note) message.note = note;
    };
    const headlines = tree.children.filter((node) => node.type === 'heading' && node.depth === 1);
    for (const node of headlines.slice(1))
      ask('Unexpected second headline, expected one # in an article', node);
    visit(tree, 'heading', (node) => {
      if (textOf(node).trim() === '' && !JSON.stringify(node.children).includes('"image"'))
        ask(
          'Unexpected empty heading, which is not printed',
          node,
          'Write its words behind #, or take it out.',
        );
    });
    visit(tree, 'paragraph', (node) => {
      const source = String(file).slice(node.position?.start.offset, node.position?.end.offset);
      const [line, marks, word] = /^(#{1,6})([^\s#!\d][^\n]*)/.exec(source) ?? [];
      if (line === undefined) return;
      ask(
        `Unexpected "${line.slice(0, 24)}", expected a blank behind ${marks}`,
        node,
        `Write "${marks} ${word!.slice(0, 20)}" for a heading, or \\${marks} for a sign of the text.`,
      );
    });
  };
}
