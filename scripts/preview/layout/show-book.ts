import { createHash } from 'node:crypto';
import type { Layout, ShownBook } from './lay-out.js';
import { type Trouble, troubleOf } from './trouble.js';
import type { Wanted, Workshop } from './workshop.js';

/** A book in its current state; if it cannot be made, only the reason: the desk keeps the last good pages. */
export interface BookState {
  revision: number;
  book?: ShownBook;
  /** 存疑 */
  open: Trouble[];
  error?: Trouble;
  /** Hash of the set of characters in the manuscript. */
  characters?: string;
}

/** Means of making a book's state, and the store of states. */
export interface Making {
  workshop: Workshop;
  layout: Layout;
  changes: { revision(): number };
  states: BookStates;
}

/** The state of a book: made once per revision, however many tabs ask. */
export function showBook(making: Making, wanted: Wanted): Promise<BookState> {
  const { states, changes } = making;
  const key = keyOf(wanted);
  const revision = changes.revision();
  const known = states.get(key);
  if (known?.revision === revision) return known.state;
  const state = make(making, wanted, revision);
  states.set(key, { revision, state });
  return state;
}

export const keyOf = ({ issue, edition, theme }: Wanted) => JSON.stringify([issue, edition, theme]);

/** States by book, the latest of each. */
export type BookStates = Map<string, { revision: number; state: Promise<BookState> }>;

async function make({ workshop, layout }: Making, wanted: Wanted, revision: number): Promise<BookState> {
  try {
    const { book, messages } = await workshop.book(wanted);
    const open = messages.map((message) => troubleOf(message, workshop.root));
    const characters = createHash('sha256').update(book.characters).digest('hex').slice(0, 12);
    const shown = await layout.show(book);
    const press = workshop.sheets(wanted, book, shown.inside);
    const outputs = workshop.outputs(wanted);
    return { revision, book: { ...shown, outputs, ...(press && { press }) }, open, characters };
  } catch (error) {
    return { revision, open: [], error: troubleOf(error, workshop.root) };
  }
}
