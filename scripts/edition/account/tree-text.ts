import type { Nodes, Root } from 'mdast';

/** The text of a tree, and the places of its parts in their file. */
export interface TreeText {
  text: string;
  /** Ascending: a part begins at `start` of the text and at `offset` of the file. */
  parts: { start: number; offset: number }[];
}

/** Separator of blocks, which no change crosses. No manuscript has this character, since XML does not allow it. */
const border = '\u0000';

/**
 * The whole text of a tree, in the order of its nodes: texts, code, descriptions of pictures. Markup, addresses and
 * newlines are left out: a word on two lines of the file is one.
 */
export function treeText(tree: Root): TreeText {
  const found: TreeText = { text: '', parts: [] };
  const add = (value: string, offset: number | undefined) => {
    let at = 0;
    for (const line of value.split('\n')) {
      if (offset !== undefined) found.parts.push({ start: found.text.length, offset: offset + at });
      found.text += line;
      at += line.length + 1;
    }
  };
  const visit = (node: Nodes) => {
    if ('value' in node) add(node.value, node.position?.start.offset);
    if ('alt' in node && node.alt) add(`${node.alt}${border}`, node.position?.start.offset);
    if ('title' in node && node.title) add(`${node.title}${border}`, node.position?.start.offset);
    if (!('children' in node)) return;
    for (const child of node.children) visit(child);
    if (isBlock(node)) add(border, undefined);
  };
  visit(tree);
  return found;
}

const isBlock = ({ type }: Nodes) => type === 'paragraph' || type === 'heading' || type === 'tableCell';

/** Offset in the file of a place in the text; undefined for a tree that was not read from a file. */
export function offsetOf({ parts }: TreeText, at: number): number | undefined {
  const part = parts.findLast(({ start }) => start <= at);
  return part && part.offset + at - part.start;
}
