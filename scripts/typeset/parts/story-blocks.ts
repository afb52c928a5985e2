import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { isPicture } from '../../article/markdown/picture-lines.js';
import { type BlockContext, blockHtml } from './block.js';

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
    const figure = blockHtml(block, own)[0]!;
    while (isCaption(blocks[at + 1])) figure.children.push(...blockHtml(blocks[++at]!, own));
    made.push(figure);
  }
  return made;
}

const isCaption = (block: RootContent | undefined) =>
  block?.data?.role === 'caption' || block?.data?.role === 'credit';
