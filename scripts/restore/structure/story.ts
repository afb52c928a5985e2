import type { Group } from '../groups.js';

/** Head: the groups above (or, in an extraction, below) a story's body that are not body. */
export interface Head {
  kicker: Group[];
  headline: Group[];
  deck: Group[];
  byline: Group[];
  /** Lines that are none of these: they open the body. */
  rest: Group[];
}

/** StoryDraft: a story as groups, before it is written down. */
export interface StoryDraft {
  head: Head | undefined;
  blocks: Group[];
}

export function emptyHead(): Head {
  return { kicker: [], headline: [], deck: [], byline: [], rest: [] };
}
