import type { FontFace } from '../../article/edition.js';
import type { IndexName } from '../parts/index-entries.js';
import type { BindingNeeds } from './galley.js';
import type { NoteMode, PartName } from './part-names.js';

/** What a book looks like: a trim size and style sheets, as contents. */
export interface Design {
  trim: string;
  /** Where the trim size was asked for, for messages. */
  path: string;
  /** In cascade order; they declare `--em` and `--line`. */
  sheets: string[];
  /** Fonts that the sheets bring. */
  faces?: readonly FontFace[];
  /** What stands around the stories; by the length of the book where nobody chose. */
  parts?: readonly PartName[];
  /** 校读记: behind all stories, or behind each. */
  editorNotes?: NoteMode;
  /** 专名表: what the index lists. */
  names?: readonly IndexName[];
  /** How it is bound, where that is known. */
  binding?: BindingNeeds;
}
