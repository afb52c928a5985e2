import type { Nodes } from 'mdast';
import { type Notes, numberOf } from './block.js';

/**
 * The characters of a node that must stand on paper, in their order. Written apart from the HTML on purpose: the proof
 * compares paper with this, so that a fault of the HTML cannot hide.
 */
export function plainText(node: Nodes, notes: Notes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'html':
      return node.value;
    case 'footnoteReference':
      return `${numberOf(node.identifier, notes)}`;
    case 'footnoteDefinition':
      return `${numberOf(node.identifier, notes)}${childrenText(node.children, notes)}`;
    default:
      return 'children' in node ? childrenText(node.children, notes) : '';
  }
}

function childrenText(children: readonly Nodes[], notes: Notes): string {
  return children.map((child) => plainText(child, notes)).join('');
}
