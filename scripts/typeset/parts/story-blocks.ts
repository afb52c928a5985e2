import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Paragraph, RootContent } from 'mdast';
import { type BlockContext, blockHtml, phrasingHtml } from './block.js';

/** The blocks of a story as HTML; a picture and the caption and credit that follow it are one figure. */
export function storyBlocks(blocks: readonly RootContent[], context: BlockContext): Element[] {
  const made: Element[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const own = { ...context, follows: blocks[at - 1] };
    if (!isPicture(block)) {
      made.push(...blockHtml(block, own));
      continue;
    }
    const parts = phrasingHtml(block.children, context.notes);
    const words: Element[] = [];
    while (isCaption(blocks[at + 1])) words.push(...blockHtml(blocks[++at]!, own));
    made.push(h('figure', [...parts, ...words]));
  }
  return made;
}

function isPicture(block: RootContent): block is Paragraph {
  return block.type === 'paragraph' && block.children.every(({ type }) => type === 'image');
}

const isCaption = (block: RootContent | undefined) =>
  block?.data?.role === 'caption' || block?.data?.role === 'credit';
