/** A press that lasts longer than this has been released unnoticed: nobody holds a button while a book is laid out. */
const longestMs = 60_000;

/**
 * Tells if something is being pressed. Its target must still exist at the release, or the click is lost: code that
 * renders again waits for `released`.
 */
export function newGrip() {
  let held: 'pointer' | 'key' | undefined;
  let timer: number | undefined;
  const waiting: (() => void)[] = [];
  const release = () => {
    held = undefined;
    clearTimeout(timer);
    // The click comes in the same turn as the release.
    setTimeout(() => {
      if (held) return;
      for (const go of waiting.splice(0)) go();
    });
  };
  const hold = (by: 'pointer' | 'key', { target }: Event) => {
    // A native list opens, and swallows the release.
    if ((target as Element).closest?.('select')) return;
    held = by;
    clearTimeout(timer);
    timer = window.setTimeout(release, longestMs);
  };
  const isSpace = (event: Event) => (event as KeyboardEvent).key === ' ';
  return {
    /** Watches presses in a document: the desk's own, and that of each paper. */
    watch(document: Document): void {
      const listen = (name: string, act: (event: Event) => void) =>
        document.addEventListener(name, act, { capture: true, passive: true });
      listen('pointerdown', (event) => hold('pointer', event));
      listen('pointerup', release);
      listen('pointercancel', release);
      // What was released outside of the window is told by the first move inside.
      listen('pointermove', (event) => {
        if (held === 'pointer' && (event as PointerEvent).buttons === 0) release();
      });
      // The space bar presses a button when it is released.
      listen('keydown', (event) => {
        if (isSpace(event) && (event.target as Element).closest?.('button, summary')) hold('key', event);
      });
      listen('keyup', (event) => {
        if (isSpace(event)) release();
      });
    },
    /** Resolves when nothing is pressed; at once if nothing is. */
    async released(): Promise<void> {
      if (held) await new Promise<void>((go) => waiting.push(go));
    },
  };
}

export type Grip = ReturnType<typeof newGrip>;
