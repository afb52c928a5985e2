import type { Range } from '../../article/ledger.js';
import type { OverrideRole } from '../../article/overrides-file.js';
import type { Line } from '../measure/lines.js';
import type { Correction } from '../write/corrections.js';

/**
 * Notation 记号: what a text's marks say about it, where it came as a web page, as Markdown, out of an archive. The same
 * things that a person may decide, by the same means; a person's own decisions come after it.
 */
export interface Notation {
  /** The form's name, for people. */
  name: string;
  /** Marks that are no text, or stand for other characters; each with the id of its form as the rule. */
  corrections: Correction[];
  joins: Set<number>;
  breaks: Set<number>;
  roles: { range: Range; role: OverrideRole }[];
  titles: { title: Range; of: Range | undefined }[];
  /** Where stories begin. */
  stories: Set<number>;
  /** Where parts of a title begin that belong to the part before them. */
  together: Set<number>;
  /** Lines of nothing but marks. */
  empty: Range[];
  /** The marks tell all blocks: nothing is left to be measured or guessed. */
  isWhole: boolean;
}

/** A form of notation: one file. Undefined where a text is not written in it. */
export interface Form {
  /** Id for `off`. */
  id: string;
  read(source: string, lines: readonly Line[]): Notation | undefined;
}

export const newNotation = (name: string): Notation => ({
  name,
  corrections: [],
  joins: new Set(),
  breaks: new Set(),
  roles: [],
  titles: [],
  stories: new Set(),
  together: new Set(),
  empty: [],
  isWhole: false,
});
