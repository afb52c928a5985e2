import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import type { Trim } from '../book/trim.js';
import type { Design } from './design.js';
import type { PartName } from './part-names.js';

/** Input of binding: an issue in an edition, by a design. */
export interface Binding {
  issue: Issue;
  edition: Edition;
  design: Design;
  trim: Trim;
  /** Number of characters in a running head. */
  headRoom: number;
}

/** A binding with the decisions about it. */
export interface Plan extends Binding {
  has: ReadonlySet<PartName>;
  characters: number;
  /** Pages that face each other begin with a verso, which they ask for themselves. */
  facing: { facing?: true; start?: 'any' };
}

/** A part in a list, if it is wanted. */
export const asked = <T>({ has }: Plan, name: PartName, part: () => T): T[] =>
  has.has(name) ? [part()] : [];
