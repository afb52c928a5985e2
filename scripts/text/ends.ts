import { foldedUnit } from './fold.js';

/** Characters of the grammar's spelling, for a look before a pattern is tried: nearly all lines are plain prose. */
export type Characters = ReadonlySet<number>;

export const charactersOf = (text: string): Characters =>
  new Set([...text].map((char) => char.charCodeAt(0)));

/** True if a line, folded, begins with one of some characters. */
export const beginsWith = (line: string, some: Characters): boolean => some.has(foldedUnit(line, 0));
/** … or ends with one. */
export const endsWith = (line: string, some: Characters): boolean =>
  some.has(foldedUnit(line, line.length - 1));
