import type { Role } from '../../article/article.js';

/** Text for the generator: a document's paragraphs with their roles. */
export interface CorpusText {
  id: string;
  /** Fiction of the Ming and Qing, for the pages of old newspapers. */
  isOld?: boolean;
  paras: { role: string; text: string }[];
}

export type GoldRole = Role | 'headline' | 'kicker' | 'deck' | 'byline' | 'furniture';

/** A part of the page as the editor wrote it. */
export interface GoldPiece {
  role: GoldRole;
  /** The story it belongs to; −1 for furniture. */
  story: number;
  text: string;
  /** True if its first line has no indent, since it continues after a jump. */
  isFlush?: boolean;
  /** It stands in a box, in a measure of its own. */
  measureEm?: number;
  /** Its lines are its own, and not filled up to a measure. */
  keepsLines?: boolean;
}

/** A story before it is set: its title's parts and its body, in reading order. */
export interface GoldStory {
  number: number;
  title: GoldPiece[];
  body: GoldPiece[];
}

/** A page broken by the generator, and the truth about it. */
export interface BrokenPage {
  text: string;
  pieces: GoldPiece[];
  /** For each UTF-16 unit of `text` its piece, −1 for white space that layout put there. */
  owner: Int32Array;
  cells: string[];
  /** Stories that were split by a jump. */
  jumps: number[];
  /** Source of each story's words, if pages of several sources are compared. */
  sources?: string[];
}
