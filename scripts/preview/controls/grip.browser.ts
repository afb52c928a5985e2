/** A press that lasts longer than this has been released unnoticed. */
const longestMs = 5_000;

/**
 * Tells if something is being pressed. Its target must still exist at the release, or the click is lost: code that
 * renders again waits for `released`.
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
    // A native list opens, and swallows the release.
    if ((target as Element).closest?.('select')) return;
    isHeld = true;
    setTimeout(release, longestMs);
  };
  const isSpace = (event: Event) => (event as KeyboardEvent).key === ' ';
  return {
    /** Watches presses in a document: the desk's own, and that of each paper. */
    watch(document: Document): void {
      const listen = (name: string, act: (event: Event) => void) =>
        document.addEventListener(name, act, { capture: true, passive: true });
      listen('pointerdown', hold);
      listen('pointerup', release);
      listen('pointercancel', release);
      // The space bar presses a button when it is released.
      listen('keydown', (event) => {
        if (isSpace(event) && (event.target as Element).closest?.('button, summary')) hold(event);
      });
      listen('keyup', (event) => {
        if (isSpace(event)) release();
      });
    },
    /** Resolves when nothing is pressed; at once if nothing is. */
    async released(): Promise<void> {
      if (isHeld) await new Promise<void>((go) => waiting.push(go));
    },
  };
}

export type Grip = ReturnType<typeof newGrip>;
