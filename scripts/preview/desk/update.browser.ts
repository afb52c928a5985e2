import type { Choice } from '../controls/talk.browser.js';

/** Brings a state on the screen; another may be due already. */
export type Renew = (of: Choice, isStale: () => boolean) => Promise<void>;

/**
 * Renews what is on the screen, once at a time; later changes are followed afterwards. Resolves when the latest is there.
 */
export function newUpdate(choice: Choice, renew: Renew): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isStale = false;
  const run = async () => {
    try {
      while (isStale) {
        isStale = false;
        const { issue, edition, theme } = choice;
        await renew({ issue, edition, theme }, () => isStale);
      }
    } catch (error) {
      // The notice tells that the server has ended; it is asked again when it is back.
      if (!(error instanceof TypeError)) throw error;
    } finally {
      running = undefined;
    }
  };
  return () => {
    isStale = true;
    running ??= run();
    return running;
  };
}
