import { storyNumbers } from '../numbers/structure.js';
import { bigrams } from '../overlap.js';
import type { Group } from '../write/groups.js';
import { type Body, newBody, type Title } from '../write/story.js';

const { leastOpens, leastShare, mostBefore, mostTried, leastWords } = storyNumbers;

/**
 * Parts bodies in which two stories without a title between them were read as one: the title that stands behind the
 * second speaks of it, and not of what is before.
 */
export function partBodies(bodies: readonly Body[], titles: readonly Title[]): Body[] {
  const titleBehind = new Map<Body, Title>();
  for (const title of titles) {
    const above = lastBefore(bodies, title.at);
    const other = lastBefore(titles, title.at);
    if (above && !above.isCaption && (other?.at ?? -1) < above.at) titleBehind.set(above, title);
  }
  return bodies.flatMap((body) => {
    const title = titleBehind.get(body);
    const at = title ? secondStory(body, title) : 0;
    if (at === 0) return [body];
    return [
      { ...body, blocks: body.blocks.slice(0, at) },
      { ...newBody(body.at + storyNumbers.half, body.blocks.slice(at)), bylines: [] },
    ];
  });
}

/** The index of the block with which the title's own story begins; 0 where all blocks are one story. */
function secondStory({ blocks }: Body, { groups }: Title): number {
  const words = [...bigrams(textOf(groups))];
  if (words.length < leastWords) return 0;
  const shareIn = (text: ReadonlySet<number>) => words.filter((word) => text.has(word)).length / words.length;
  const likely = blocks
    .map(({ opens }, at) => ({ opens, at }))
    .filter(({ opens, at }) => at > 0 && opens >= leastOpens)
    .sort((a, b) => b.opens - a.opens)
    .slice(0, mostTried);
  const found = likely.find(({ at }) => {
    const [before, after] = [blocks.slice(0, at), blocks.slice(at)].map((part) => bigrams(textOf(part)));
    const share = shareIn(after!);
    return share >= leastShare && shareIn(before!) <= share * mostBefore;
  });
  return found?.at ?? 0;
}

const textOf = (groups: readonly Group[]) => groups.map(({ text }) => text).join('\n');

/** The last of some that stands before a place; they ascend. */
function lastBefore<T extends { at: number }>(all: readonly T[], place: number): T | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.at < place) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
