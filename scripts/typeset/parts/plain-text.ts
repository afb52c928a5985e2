import type { FootnoteDefinition, Nodes } from 'mdast';
import { type Notes, noteMark } from './phrasing.js';

/**
 * The characters of a node that must be printed, in order. Implemented separately from the HTML on purpose: the proof
 * compares the PDF with this, so that a fault of the HTML cannot hide.
 */
export function plainText(node: Nodes, notes: Notes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'html':
      return node.value;
    case 'footnoteReference':
      return noteMark(node.identifier, notes);
    // 脚注 are read after their story: `noteText`.
    case 'footnoteDefinition':
      return '';
    default:
      return 'children' in node ? childrenText(node.children, notes) : '';
  }
}

/** The same for a footnote. */
export function noteText({ identifier, children }: FootnoteDefinition, notes: Notes): string {
  return `${noteMark(identifier, notes)}${childrenText(children, notes)}`;
}

function childrenText(children: readonly Nodes[], notes: Notes): string {
  return children.map((child) => plainText(child, notes)).join('');
}
