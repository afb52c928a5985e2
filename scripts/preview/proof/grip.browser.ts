/** A press that lasts longer than this has been let go where nobody could see it. */
const longestMs = 5_000;

/**
 * Knows while something is being pressed. What it is pressed on must still be there when it is let go, or the click is
 * lost: whoever renders anew waits for `released`.
 */
export function newGrip() {
  let isHeld = false;
  const waiting: (() => void)[] = [];
  const release = () => {
    isHeld = false;
    // The click comes in the same turn as the release.
    setTimeout(() => {
      if (isHeld) return;
      for (const go of waiting.splice(0)) go();
    });
  };
  const hold = ({ target }: Event) => {
    // A list of the system's own opens, and swallows the release.
    if ((target as Element).closest?.('select')) return;
    isHeld = true;
    setTimeout(release, longestMs);
  };
  const isSpace = (event: Event) => (event as KeyboardEvent).key === ' ';
  return {
    /** Presses in a document count: the desk's own, and that of each paper. */
    watch(document: Document): void {
      const listen = (name: string, act: (event: Event) => void) =>
        document.addEventListener(name, act, { capture: true, passive: true });
      listen('pointerdown', hold);
      listen('pointerup', release);
      listen('pointercancel', release);
      // The space bar presses a button when it comes up again.
      listen('keydown', (event) => {
        if (isSpace(event) && (event.target as Element).closest?.('button, summary')) hold(event);
      });
      listen('keyup', (event) => {
        if (isSpace(event)) release();
      });
    },
    /** Comes when nothing is pressed; at once where nothing is. */
    async released(): Promise<void> {
      if (isHeld) await new Promise<void>((go) => waiting.push(go));
    },
  };
}

export type Grip = ReturnType<typeof newGrip>;
