import type { Root } from 'mdast';
import { type Adaptation, adaptTexts } from './convert/adapt-texts.js';
import { type Block, joinBlock, offsetIn, writeBlock } from './convert/block.js';
import { rankDoubts } from './convert/rank-doubts.js';
import { treeBlocks } from './convert/tree-blocks.js';
import type { Doubt } from './doubt.js';

/** A doubt, and its place in the tree's file. */
export interface PlacedDoubt extends Doubt {
  offset: number | undefined;
}

/** Adapts the prose of a tree in place; returns open questions. */
export function adaptTree(tree: Root, adaptation: Adaptation): PlacedDoubt[] {
  return adaptBlocks(treeBlocks(tree), adaptation);
}

export function adaptBlocks(blocks: readonly Block[], adaptation: Adaptation): PlacedDoubt[] {
  const joined = blocks.map(joinBlock);
  const adapted = adaptTexts(
    joined.map(({ text }) => text),
    adaptation,
  );
  const doubts = blocks.flatMap((block, index) => {
    const { changes, doubts } = adapted[index]!;
    writeBlock(block, joined[index]!, changes);
    return doubts.map((doubt) => ({ ...doubt, offset: offsetIn(block, joined[index]!, doubt.start) }));
  });
  return rankDoubts(doubts);
}
