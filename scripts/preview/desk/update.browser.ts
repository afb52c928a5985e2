import { type Choice, readBook } from '../controls/talk.browser.js';
import type { BookState } from '../layout/show-book.js';

/** Shows a state of the given book, as another one may have been chosen meanwhile. */
export type Show = (state: BookState, of: Choice) => Promise<void>;

/**
 * Requests the book's state, one request at a time; later changes are requested afterwards. What `early` can show comes
 * first.
 */
export function newUpdate(
  choice: Choice,
  { show, early }: { show: Show; early: (of: Choice) => Promise<void> },
): () => Promise<void> {
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
        await early({ issue, edition, theme });
        const state = await readBook({ issue, edition, theme });
        if (!isStale) await show(state, { issue, edition, theme });
      }
    } catch (error) {
      // The notice tells that the server has ended; it is asked again when it is back.
      if (!(error instanceof TypeError)) throw error;
    } finally {
      isAsking = false;
    }
  };
}
