import type { Range } from '../../article/ledger.js';
import type { OverrideRole } from '../../article/overrides-file.js';
import type { Line } from '../measure/lines.js';
import type { Rule } from '../rules/rule.js';
import type { Correction } from '../write/corrections.js';

/**
 * Notation 记号: decisions from the marks of a text that came as a web page, as Markdown, or from an archive. The same
 * things that a person may decide, by the same means; a person's own decisions overrule them.
 */
export interface Notation {
  /** The form's name, for people. */
  name: string;
  /** Marks that are not text, or represent other characters; each with the id of its form as the rule. */
  corrections: Correction[];
  joins: Set<number>;
  breaks: Set<number>;
  /** Starts of lines that go on in the row of a table before them. */
  sewn: Set<number>;
  roles: { range: Range; role: OverrideRole }[];
  titles: { title: Range; of: Range | undefined }[];
  /** Starts of stories. */
  stories: Set<number>;
  /** Starts of parts of a title that belong to the part before them. */
  together: Set<number>;
  /** Lines of marks only. */
  empty: Range[];
  /** Lines that name a picture. */
  pictures: Range[];
  /** True if the marks define all blocks: nothing is measured or guessed. */
  isWhole: boolean;
  /** True if they define all stories too: one begins at `stories` and at headlines alone. */
  hasStories: boolean;
}

/** A form of notation: a rule that reads marks. It returns undefined for a text in another form. */
export interface Form extends Rule {
  read(source: string, lines: readonly Line[]): Notation | undefined;
}

export const newNotation = (name: string): Notation => ({
  name,
  corrections: [],
  joins: new Set(),
  breaks: new Set(),
  sewn: new Set(),
  roles: [],
  titles: [],
  stories: new Set(),
  together: new Set(),
  empty: [],
  pictures: [],
  isWhole: false,
  hasStories: false,
});
