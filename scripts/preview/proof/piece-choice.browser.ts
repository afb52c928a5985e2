/** Chooses several pieces for one act: up to one by Shift with a click or a key, or one by one with Ctrl. */
export function newPieceChoice(
  root: HTMLElement,
  here: () => HTMLElement | undefined,
  reach: (piece: HTMLElement) => void,
) {
  const clear = () => {
    for (const piece of root.querySelectorAll('[data-chosen]')) piece.removeAttribute('data-chosen');
  };
  let before: HTMLElement | undefined;
  // The click itself makes another piece the current one.
  root.addEventListener('pointerdown', () => (before = here()), { capture: true });
  root.addEventListener('click', ({ shiftKey, ctrlKey, metaKey, target }) => {
    const piece = (target as Element).closest<HTMLElement>('.piece');
    const first = before?.isConnected ? before : piece;
    if (!shiftKey && !ctrlKey && !metaKey) clear();
    else if (piece && first && shiftKey) chooseUpTo(first, piece);
    else if (piece && first) {
      if (!root.querySelector('[data-chosen]')) first.setAttribute('data-chosen', '');
      if (piece !== first) piece.toggleAttribute('data-chosen');
    }
  });
  const chooseUpTo = (first: HTMLElement, last: HTMLElement) => {
    const all = [...root.querySelectorAll<HTMLElement>('.piece')];
    const [from, to] = [all.indexOf(first), all.indexOf(last)].sort((a, b) => a - b);
    for (const piece of all.slice(from, to! + 1)) piece.setAttribute('data-chosen', '');
  };
  return {
    clear,
    /** Remembers what is chosen; the returned function chooses it again in a new state. */
    keep(): () => void {
      const starts = [...root.querySelectorAll<HTMLElement>('[data-chosen]')].map(
        ({ dataset }) => dataset.start,
      );
      return () => {
        for (const piece of root.querySelectorAll<HTMLElement>('.piece'))
          if (starts.includes(piece.dataset.start)) piece.setAttribute('data-chosen', '');
      };
    },
    /** Takes the next piece in, and goes to it. */
    extend(by: 1 | -1): void {
      const all = [...root.querySelectorAll<HTMLElement>('.piece')];
      const piece = here();
      if (!piece) return;
      piece.setAttribute('data-chosen', '');
      const next = all[all.indexOf(piece) + by];
      if (!next) return;
      next.setAttribute('data-chosen', '');
      next.focus({ preventScroll: true });
      reach(next);
    },
  };
}

/** A double click makes the text a field, with the word in it chosen. */
export function editOnDoubleClick(
  root: HTMLElement,
  edit: (chosen: readonly [from: number, to: number]) => void,
): void {
  root.addEventListener('dblclick', (event) => {
    const text = (event.target as Element).closest<HTMLElement>('.restored-text');
    const chosen = getSelection();
    if (!text || text.isContentEditable || !chosen?.rangeCount) return;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.startContainer)) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const from = before.toString().length;
    edit([from, from + range.toString().length]);
  });
}
