import type { SetBook, SetLine } from './read.js';

/** What a check found: how many places it looked at, and those that are wrong. */
export interface Checked {
  places: number;
  wrong: string[];
}

/** One point of Chinese composition (clreq, GB/T 15834), measured on paper. */
export interface Check {
  name: string;
  run: (book: SetBook) => Checked;
}

/** Looks at places one by one, or at those that `isPlace` picks; `fault` says what is wrong with one. */
export function checked<T>(
  all: readonly T[],
  fault: (place: T) => string | undefined,
  isPlace: (place: T) => boolean = () => true,
): Checked {
  const places = all.filter(isPlace);
  return { places: places.length, wrong: places.flatMap((place) => fault(place) ?? []) };
}

/** A line as a person finds it. */
export const describe = ({ text, page }: SetLine) => `“${text.slice(0, 8)}…” on page ${page + 1}`;
