import type { Paragraph, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isJump } from '../text/press/jumps.js';
import { isCaption, isCredit } from '../text/press/names.js';

/** Gives `data.role` to paragraphs whose own text tells it (caption, credit, jump line) and that have none yet. */
export function remarkLabelRoles() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node: Paragraph) => {
      if (node.data?.role || node.data?.part) return;
      const text = textOf(node);
      const role = isJump(text)
        ? 'jump'
        : isCredit(text)
          ? 'credit'
          : isCaption(text)
            ? 'caption'
            : undefined;
      if (role) node.data = { ...node.data, role };
    });
  };
}

/** Drops page furniture from a tree that `restoreParse` made. */
export function remarkDropFurniture() {
  return (tree: Root): void => {
    tree.children = tree.children.filter((node) => node.data?.part !== 'furniture');
  };
}

/** Writes roles down as the manuscript does: an HTML comment on a line of its own before the block. */
export function remarkWriteRoles() {
  return (tree: Root): void => {
    tree.children = tree.children.flatMap((node) =>
      node.data?.role && node.type === 'paragraph'
        ? [{ type: 'html', value: `<!-- ${node.data.role} -->` }, node]
        : [node],
    );
  };
}
