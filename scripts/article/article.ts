import type { Root } from 'mdast';
import type { VFile } from 'vfile';

/** The part a block plays in a story. A `paragraph` has no mark in the manuscript; the others have one. */
export const roles = [
  'paragraph',
  'lead',
  'crosshead',
  'caption',
  'credit',
  'jump',
  'list',
  'verse',
  'table',
  // 引文: words of the story set apart to be seen. A person says so; restoring never guesses it.
  'pull-quote',
] as const;
export type Role = (typeof roles)[number];

/** Matter: what stands in an article's front matter. All prose, all optional; nothing is invented. */
export interface Matter {
  /** 眉题/引题: the line above the headline. */
  kicker?: string;
  /** 副题: the line below it. */
  deck?: string;
  /** 署名 */
  byline?: string;
  /** 版: the newspaper page that the article stood on, as printed ("1", "A2"). */
  page?: string;
  /** Issue-wide id of the article whose continuation this is, and the other way round (转版/接版). */
  continuedFrom?: string;
  continuedOn?: string;
}

/**
 * Article 稿件: the one thing that flows. `file` says where it came from and what we have to say about it
 * (`file.path`, `file.messages`), `tree` what it says: `#` headline (absent where the source has none),
 * `##` crossheads, blocks with `data.role` (a `Role`; absent means `paragraph`).
 */
export interface Article {
  /** Short, ASCII, unique in its issue: the manuscript's file name without `.md`, "01". */
  id: string;
  file: VFile;
  matter: Matter;
  tree: Root;
}

declare module 'mdast' {
  interface Data {
    role?: Role;
    /** 对照: index of the block of the source that a block of a translation stands for; a half lies between two. */
    row?: number;
  }
}
