import type { Group } from './groups.js';

/** Head: the groups above (or, in an extraction, below) a story's body that are not part of it. */
export interface Head {
  kicker: Group[];
  headline: Group[];
  deck: Group[];
  byline: Group[];
}

/** StoryDraft: a story as groups, before it is written. */
export interface StoryDraft {
  head: Head | undefined;
  blocks: Group[];
}

/** Body 正文: consecutive blocks of one story. `at` is its place among the bodies and titles of the page. */
export interface Body {
  at: number;
  blocks: Group[];
  /** Bylines at its beginning or end that belong to no title. */
  bylines: Group[];
  /** True for a picture's caption between stories: it has no title and continues nothing. */
  isCaption: boolean;
}

/** Title: consecutive groups that head one story. */
export interface Title {
  at: number;
  groups: Group[];
  /** The probability that its story is above it, by the next group; common words are further evidence. */
  after: number;
  /** It is the last line of the source, and may be the first of a paragraph that was cut off there. */
  mayBeText: boolean;
}

export function emptyHead(): Head {
  return { kicker: [], headline: [], deck: [], byline: [] };
}

export function newBody(at: number, blocks: Group[] = []): Body {
  return { at, blocks, bylines: [], isCaption: false };
}
