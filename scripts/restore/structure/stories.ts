import type { Group } from '../write/groups.js';
import { attachTitles, type FixedTitle, type WeakTitle } from './attach.js';
import { parseHead } from './heads.js';
import { joinJumps, type OpenJump } from './jumps.js';
import { partPage } from './part-page.js';
import { type Body, emptyHead, type StoryDraft, type Title } from './story.js';

export interface Stories {
  stories: StoryDraft[];
  weak: WeakTitle[];
  openJumps: OpenJump[];
}

/** Divides the page into bodies and titles and gives each title its body. */
export function findStories(groups: readonly Group[], fixed: readonly FixedTitle[] = []): Stories {
  const { bodies: parts, titles } = partPage(groups);
  const { bodies, open: openJumps } = joinJumps(parts);
  const attached = attachTitles(titles, bodies, fixed);
  const stories: (StoryDraft & { at: number })[] = bodies.map((body, index) => {
    return { at: body.at, ...withHead(attached.titleOf.get(index), body) };
  });
  for (const title of attached.alone)
    stories.push({ at: title.at, head: parseHead(title.groups), blocks: [] });
  stories.sort((a, b) => a.at - b.at);
  return { stories, weak: attached.weak, openJumps };
}

/** Adds a separate byline to a title without one; otherwise it is a block at the story's end. */
function withHead(title: Title | undefined, { blocks, bylines }: Body): StoryDraft {
  if (bylines.length === 0) return { head: title && parseHead(title.groups), blocks };
  const head = title ? parseHead(title.groups) : emptyHead();
  if (head.byline.length > 0) return { head, blocks: [...blocks, ...bylines] };
  return { head: { ...head, byline: bylines }, blocks };
}
