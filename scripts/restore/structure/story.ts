import type { Group } from '../write/groups.js';

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

/** Body 正文: consecutive blocks of one story. `at` is its place among the bodies and titles of the page. */
export interface Body {
  at: number;
  blocks: Group[];
  /** A picture's caption between stories: has no title and continues nothing. */
  isCaption: boolean;
}

export function emptyHead(): Head {
  return { kicker: [], headline: [], deck: [], byline: [], rest: [] };
}
