import type { Nodes, Paragraph, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addressLimit, breakLimit, cellLimit, paragraphLimit, titleLimit } from '../limits.js';
import { problem } from '../problem.js';
import { type Said, say } from '../words/say.js';

/**
 * Refuses headings, cells, paragraphs and addresses longer than anybody writes: some stay in one piece on a page, in a
 * running head or in an outline, and an endless page or line takes minutes.
 *
 * @throws a problem with file and line.
 */
export function remarkLengths() {
  return (tree: Root, { path }: VFile): void =>
    visit(tree, (node) => {
      const fault = faultOf(node);
      if (fault) throw problem(fault, { path, place: node.position, ruleId: 'size', note: remedyOf(node) });
    });
}

function faultOf(node: Nodes): Said | undefined {
  if (node.type === 'heading' && textOf(node).length > titleLimit) return say('title-too-long');
  if (node.type === 'tableCell' && textOf(node).length > cellLimit) return say('cell-too-long', cellLimit);
  if (node.type === 'link' && node.url.length > addressLimit) return say('address-too-long', addressLimit);
  if (node.type === 'paragraph' && isEndless(node))
    return say('paragraph-too-long', paragraphLimit, breakLimit);
  return undefined;
}

const isEndless = (node: Paragraph) =>
  textOf(node).length > paragraphLimit ||
  node.children.filter(({ type }) => type === 'break').length > breakLimit;

const remedyOf = ({ type }: Nodes) => say(type === 'paragraph' ? 'break-paragraph' : 'shorten-it');
