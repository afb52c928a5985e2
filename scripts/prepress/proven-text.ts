import type { Book } from '../typeset/book/galley.js';
import { lastAtOrBefore } from './check/last-at-or-before.js';
import { comparable } from './read/comparable.js';
import type { TaggedRun } from './read/page-text.js';

/** The text of a book whose proof holds: print and manuscript are the same, so that each place has a page. */
export interface ProvenText {
  /** All passages in sequence, in the form of the proof: no spaces, nothing invisible. */
  text: string;
  /** Offset of the first passage of that name; undefined when there is none. */
  startOf(name: string): number | undefined;
  /** Index of the page, from 0, of the character at an offset of `text`. */
  pageAt(offset: number): number;
}

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
  const runStarts = startsOf(runs.map(({ characters }) => characters.join('').length));
  return {
    text: texts.join(''),
    startOf: (name) => starts[passages.findIndex((passage) => passage.name === name)],
    pageAt: (offset) => runs[Math.max(0, lastAtOrBefore(runStarts, offset))]?.page ?? 0,
  };
}
