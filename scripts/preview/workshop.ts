import type { VFileMessage } from 'vfile-message';
import type { Book } from '../typeset/galley.js';

/** One book of a publication: an issue in an edition, in a theme. */
export interface Wanted {
  issue: string;
  edition: string;
  /** The publication's own where it is not said. */
  theme?: string;
}

/** What can be looked at, for the menus. */
export interface Shelf {
  /** 报头 */
  title: string;
  issues: string[];
  editions: { id: string; name: string }[];
  themes: string[];
  theme: string;
}

/**
 * Workshop: the stages that the preview may not import, handed in by the command. All of them read the disk anew, so
 * that what they give is what stands there now; a problem in a file is thrown.
 */
export interface Workshop {
  /** The publication's folder. */
  root: string;
  /** The issue that is shown first. */
  issue: string;
  /** Folders and files in which a change may change a book. */
  watched: string[];
  shelf(): Shelf;
  /** The composed book, and what is open in it. */
  book(wanted: Wanted): Promise<{ book: Book; messages: VFileMessage[] }>;
  /** The book as a finished PDF. */
  pdf(wanted: Wanted): Promise<Uint8Array>;
}
