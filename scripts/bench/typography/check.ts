import type { SetBook, SetLine } from './read.js';

/** Result of a check: the number of places examined, and the wrong ones. */
export interface Checked {
  places: number;
  wrong: string[];
}

/** One point of Chinese composition (clreq, GB/T 15834), measured on paper. */
export interface Check {
  name: string;
  run: (book: SetBook) => Checked;
}

/** Examines places one by one, or those that `isPlace` picks; `fault` returns the fault of one. */
export function checked<T>(
  all: readonly T[],
  fault: (place: T) => string | undefined,
  isPlace: (place: T) => boolean = () => true,
): Checked {
  const places = all.filter(isPlace);
  return { places: places.length, wrong: places.flatMap((place) => fault(place) ?? []) };
}

/** Names a line for a person. */
export const describe = ({ text, page }: SetLine) => `“${text.slice(0, 8)}…” on page ${page + 1}`;
