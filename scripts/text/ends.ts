import { foldedUnit } from './fold.js';

/** Characters of the grammar's spelling, for a look before a pattern is tried: nearly all lines are plain prose. */
export type Characters = number & { readonly characters: unique symbol };

/** For each UTF-16 unit the sets that have it, a bit each. */
const setsOf = new Uint32Array(0x10000);
let next = 1;

export function charactersOf(text: string): Characters {
  if (next === 0) throw new RangeError('Unexpected set of characters: all 32 bits are taken');
  const bit = next as Characters;
  next <<= 1;
  for (let at = 0; at < text.length; at++) setsOf[text.charCodeAt(at)]! |= bit;
  return bit;
}

/** True if a UTF-16 unit is one of some characters; NaN and −1 are none. */
export const isOneOf = (unit: number, some: Characters): boolean => unit >= 0 && (setsOf[unit]! & some) !== 0;

/** Values of some characters by their UTF-16 units; where rows share one, the first counts. */
export function byUnit<Value>(
  rows: readonly (readonly [chars: Iterable<string>, value: Value])[],
): ReadonlyMap<number, Value> {
  const found = new Map<number, Value>();
  for (const [chars, value] of rows)
    for (const char of chars) if (!found.has(char.charCodeAt(0))) found.set(char.charCodeAt(0), value);
  return found;
}

/** True if a line, folded, begins with one of some characters. */
export const beginsWith = (line: string, some: Characters): boolean => isOneOf(foldedUnit(line, 0), some);
/** … or ends with one. */
export const endsWith = (line: string, some: Characters): boolean =>
  isOneOf(foldedUnit(line, line.length - 1), some);

/** True if all characters of a text, as it is written, are of some. */
export function consistsOf(text: string, some: Characters): boolean {
  for (let at = 0; at < text.length; at++) if (!isOneOf(text.charCodeAt(at), some)) return false;
  return true;
}
