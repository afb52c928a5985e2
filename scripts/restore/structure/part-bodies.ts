import { storyNumbers } from '../numbers/structure.js';
import { bigrams, eachBigram } from '../overlap.js';
import type { Group } from '../write/groups.js';
import { type Body, newBody, type Title } from '../write/story.js';

const { leastOpens, hardlyOpens, byForm, leastShare, mostBefore, mostTried, leastWords } = storyNumbers;

/**
 * Parts bodies in which two stories without a title between them were read as one: the title that stands behind the
 * second speaks of it and not of the first; or the titles before and behind speak of one half each.
 */
export function partBodies(bodies: readonly Body[], titles: readonly Title[]): Body[] {
  const near = titlesAround(bodies, titles);
  return bodies.flatMap((body) => {
    const { before, behind } = near.get(body) ?? {};
    const at = behind ? (before && betweenTitles(body, before, behind)) || secondStory(body, behind) : 0;
    if (at === 0) return [body];
    return [
      { ...body, blocks: body.blocks.slice(0, at) },
      { ...newBody(body.at + storyNumbers.half, body.blocks.slice(at)), bylines: [] },
    ];
  });
}

/** The titles directly before and directly behind a body. */
interface Around {
  before?: Title;
  behind?: Title;
}

function titlesAround(bodies: readonly Body[], titles: readonly Title[]): Map<Body, Around> {
  const found = new Map<Body, Around>();
  const stories = bodies.filter(({ isCaption }) => !isCaption);
  for (const title of titles) {
    const above = lastBefore(stories, title.at);
    const other = lastBefore(titles, title.at);
    if (above && (other?.at ?? -1) < above.at) found.set(above, { ...found.get(above), behind: title });
    const below = firstAfter(stories, title.at);
    const next = firstAfter(titles, title.at);
    if (below && (next?.at ?? Number.POSITIVE_INFINITY) > below.at)
      found.set(below, { ...found.get(below), before: title });
  }
  return found;
}

/** The index of the block where the story of the title before ends and that of the title behind begins; 0 for none. */
function betweenTitles({ blocks }: Body, before: Title, behind: Title): number {
  const [first, second] = [wordsOf(before), wordsOf(behind)];
  if (first.size < leastWords || second.size < leastWords) return 0;
  const texts = blocks.map(({ text }) => wordsIn(text, (word) => first.has(word) || second.has(word)));
  const [own, other] = [sidesOf(first, texts), sidesOf(second, texts)];
  let [best, found] = [Number.NEGATIVE_INFINITY, 0];
  for (let at = 1; at < blocks.length; at++) {
    const [above, below] = [own.before[at]!, other.behind[at]!];
    const [wrongAbove, wrongBelow] = [other.before[at]!, own.behind[at]!];
    if (above < leastShare || below < leastShare) continue;
    if (wrongAbove > below * mostBefore || wrongBelow > above * mostBefore) continue;
    const form = byForm * Math.log(blocks[at]!.opens + hardlyOpens);
    const value = above + below - wrongAbove - wrongBelow + form;
    if (value > best) [best, found] = [value, at];
  }
  return found;
}

/** The words of a text that are asked for. */
function wordsIn(text: string, isAsked: (word: number) => boolean): Set<number> {
  const found = new Set<number>();
  eachBigram(text, (word) => {
    if (isAsked(word)) found.add(word);
  });
  return found;
}

/** For each block the shares of a title's words in the blocks before it, and in those from it on. */
function sidesOf(words: ReadonlySet<number>, texts: readonly ReadonlySet<number>[]) {
  const shared = texts.map((text) => [...words].filter((word) => text.has(word)));
  const sum = (some: readonly number[][]) => {
    const seen = new Set<number>();
    return some.map((own) => {
      for (const word of own) seen.add(word);
      return seen.size / words.size;
    });
  };
  return { before: [0, ...sum(shared)], behind: sum(shared.toReversed()).toReversed() };
}

/** The words of a title without its byline. */
const wordsOf = ({ groups }: Title) => bigrams(textOf(groups.filter(({ label }) => label !== 'byline')));

/** The index of the block with which the title's own story begins; 0 where all blocks are one story. */
function secondStory({ blocks }: Body, title: Title): number {
  const words = [...wordsOf(title)];
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

/** The first of some that stands behind a place; they ascend. */
function firstAfter<T extends { at: number }>(all: readonly T[], place: number): T | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.at <= place) low = middle + 1;
    else high = middle;
  }
  return all[low];
}
