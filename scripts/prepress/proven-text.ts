import type { Book } from '../typeset/book/galley.js';
import { lastAtOrBefore } from './check/last-at-or-before.js';
import { comparable } from './read/comparable.js';
import type { TaggedRun } from './read/page-text.js';

/**
 * The text of a book whose proof holds: print and manuscript are the same, so that each place has a page. Plain data.
 */
export interface ProvenText {
  /** All passages in sequence, in the form of the proof: no spaces, nothing invisible. */
  text: string;
  /** Offset of the first passage of a name. */
  starts: ReadonlyMap<string, number>;
  /** Offsets at which runs of the print begin, and the index of their page, from 0. */
  runs: { starts: readonly number[]; pages: readonly number[] };
}

/** Index of the page, from 0, of the character at an offset of the text. */
export const pageAt = ({ runs }: ProvenText, offset: number): number =>
  runs.pages[Math.max(0, lastAtOrBefore(runs.starts, offset))] ?? 0;

export function provenText(runs: readonly TaggedRun[], { passages }: Book): ProvenText {
  const texts = passages.map(({ text }) => comparable(text).join(''));
  const startsOf = (lengths: readonly number[]) => {
    const all: number[] = [];
    let at = 0;
    for (const length of lengths) {
      all.push(at);
      at += length;
    }
    return all;
  };
  const starts = startsOf(texts.map(({ length }) => length));
  const first = new Map<string, number>();
  for (const [index, { name }] of passages.entries()) if (!first.has(name)) first.set(name, starts[index]!);
  return {
    text: texts.join(''),
    starts: first,
    runs: {
      starts: startsOf(runs.map(({ characters }) => characters.join('').length)),
      pages: runs.map(({ page }) => page),
    },
  };
}
