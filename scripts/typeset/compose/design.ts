import type { FontFace } from '../../article/edition.js';
import type { BindingNeeds } from '../book/galley.js';
import type { IndexName } from '../parts/index-entries.js';
import type { NoteMode, PartName } from './part-names.js';

/** The look of a book: a trim size and style sheets, as contents. */
export interface Design {
  trim: string;
  /** File that sets the trim size, for messages. */
  path: string;
  /** In cascade order; they declare `--em` and `--line`. */
  sheets: string[];
  /** Fonts that the sheets bring. */
  faces?: readonly FontFace[];
  /** 封面图, as a data: URL. */
  cover?: string;
  /** 报头, as a data: URL. */
  nameplate?: string;
  /** 目录: with 2, crossheads are listed, too. */
  contentsLevels?: number;
  /** The parts around the stories; if absent, chosen by the length of the book. */
  parts?: readonly PartName[];
  /** 校记: after all stories, or after each. */
  editorNotes?: NoteMode;
  /** 专名表: the entries of the index. */
  names?: readonly IndexName[];
  /** 字数 of the whole book, if only its first pages are made. */
  characters?: number;
  /** Its binding, if known. */
  binding?: BindingNeeds;
}
