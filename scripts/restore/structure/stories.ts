import { namesAuthor } from '../../text/press/names.js';
import type { Group } from '../write/groups.js';
import { type Body, emptyHead, type StoryDraft, type Title } from '../write/story.js';
import { attachTitles, type FixedTitle, type WeakTitle } from './attach.js';
import { parseHead } from './heads.js';
import { joinJumps, type OpenJump } from './jumps.js';
import { partBodies } from './part-bodies.js';
import { partPage } from './part-page.js';

export interface Stories {
  stories: StoryDraft[];
  weak: WeakTitle[];
  openJumps: OpenJump[];
}

/** Facts about a page before its stories are found. */
interface Known {
  fixed: readonly FixedTitle[];
  isCutOff: boolean;
  isPlaced: boolean;
  /** True if a story begins at marks and at headlines alone. */
  isMarked: boolean;
}

/** Divides the page into bodies and titles and gives each title its body. */
export function findStories(
  groups: readonly Group[],
  { fixed, isCutOff, isPlaced, isMarked }: Known,
): Stories {
  const { bodies: parts, titles } = partPage(groups, { isCutOff, isMarked });
  // Words separate stories if the order is unknown; if lines have places, or marks, these separate them.
  const { bodies, open: openJumps } = joinJumps(isPlaced || isMarked ? parts : partBodies(parts, titles));
  const attached = attachTitles(titles, bodies, { fixed, isPlaced });
  for (const title of attached.cutOff) if (!leaveAsText(title, bodies, titles)) attached.alone.push(title);
  const stories: (StoryDraft & { at: number })[] = bodies.map((body, index) => {
    return { at: body.at, ...withHead(attached.titleOf.get(index), body) };
  });
  for (const title of attached.alone)
    stories.push({ at: title.at, head: parseHead(title.groups), blocks: [] });
  stories.sort((a, b) => a.at - b.at);
  return { stories, weak: attached.weak, openJumps };
}

/** Keeps a doubtful title in its place, as a paragraph of the story above it. */
function leaveAsText({ groups, at }: Title, bodies: readonly Body[], titles: readonly Title[]): boolean {
  const above = bodies.findLast((body) => body.at < at && !body.isCaption);
  // It does not move past another title.
  if (above && titles.some((other) => other.at > above.at && other.at < at)) return false;
  above?.blocks.push(...groups.map((group): Group => ({ ...group, label: 'paragraph' })));
  return above !== undefined;
}

/**
 * A separate byline joins a title without one, and is the byline of a story without a title if it says that its name is
 * a reporter's or an author's. If the title has a byline, it stays a block at its place; so does a name alone at the end
 * of a text without a title, which may be the signature of a letter.
 */
function withHead(title: Title | undefined, { blocks, bylines }: Body): StoryDraft {
  if (bylines.length === 0) return { head: title && parseHead(title.groups), blocks };
  const head = title ? parseHead(title.groups) : emptyHead();
  const first = blocks[0]?.segments[0]?.start ?? Number.POSITIVE_INFINITY;
  const isBehind = (one: Group) => one.segments[0]!.start > first;
  if (head.byline.length > 0 || (!title && bylines.every((one) => isBehind(one) && !namesAuthor(one.text))))
    return { head: title && head, blocks: [...blocks, ...bylines] };
  return { head: { ...head, byline: bylines }, blocks };
}
