import type { PhrasingContent, Root } from 'mdast';
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
  // 引文: words of the story set apart for display. A person marks them; restoring never guesses.
  'pull-quote',
] as const;
export type Role = (typeof roles)[number];

/** Matter: the content of an article's front matter. All prose, all optional; nothing is invented. */
export interface Matter {
  /** 眉题/引题: the line above the headline. */
  kicker?: string;
  /** 副题: the line below it. */
  deck?: string;
  /** 署名 */
  byline?: string;
  /** 版: the newspaper page of the article, as printed ("1", "A2"). */
  page?: string;
  /** Issue-wide id of the article that this one continues, and the reverse (转版/接版). */
  continuedFrom?: string;
  continuedOn?: string;
}

/**
 * Article 稿件: the unit that passes through the pipeline. `file` holds its origin and our messages about it
 * (`file.path`, `file.messages`), `tree` its text: `#` headline (absent where the source has none),
 * `##` crossheads, blocks with `data.role` (a `Role`; absent means `paragraph`).
 */
export interface Article {
  /** Short, ASCII, unique in its issue: the manuscript's file name without `.md`, "01". */
  id: string;
  file: VFile;
  matter: Matter;
  /** 注音: lines of the front matter with their readings, in an edition that has readings. */
  read?: Partial<Record<'kicker' | 'deck' | 'byline', PhrasingContent[]>>;
  tree: Root;
}

declare module 'mdast' {
  interface Data {
    role?: Role;
    /** 对照: index of the source block that a block of a translation corresponds to; a half means between two. */
    row?: number;
  }
}
