import type { BookState } from '../layout/show-book.js';
import { type Choice, readBook } from './talk.browser.js';

/** What shows a state; it is told of which book, for another one may have been chosen meanwhile. */
export type Show = (state: BookState, of: Choice) => Promise<void>;

/** Asks for the book's state, one question at a time; what changed meanwhile is asked for afterwards. */
export function newUpdate(choice: Choice, show: Show): () => Promise<void> {
  let isAsking = false;
  let isStale = false;
  return async function update() {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    try {
      while (isStale) {
        isStale = false;
        const { issue, edition, theme } = choice;
        const state = await readBook({ issue, edition, theme });
        if (!isStale) await show(state, { issue, edition, theme });
      }
    } catch (error) {
      // A server that has ended is told of by the notice, and asked again when it is back.
      if (!(error instanceof TypeError)) throw error;
    } finally {
      isAsking = false;
    }
  };
}
