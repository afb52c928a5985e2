import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../problem.js';
import { say } from '../words/say.js';

/** Nodes that are visible only by their words, by type. */
const kinds = {
  link: say('a-link'),
  blockquote: say('a-quotation'),
  code: say('a-block-of-code'),
  inlineCode: say('code-in-a-line'),
} as const;

/** 空内容: tells of what has neither words nor a picture in it, and is nothing on paper. */
export function remarkEmptyNodes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, Object.keys(kinds), (node) => {
      const isSeen = textOf(node).trim() !== '' || JSON.stringify(node).includes('"image');
      if (isSeen) return;
      tell(file, say('empty-node', kinds[node.type as keyof typeof kinds]), {
        place: node.position,
        ruleId: 'empty',
        note: say('write-or-delete'),
      });
    });
  };
}
