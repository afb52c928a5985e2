import { type Caret, pointed } from './caret.browser.js';

interface PointerParts {
  caret: Caret;
  /** Makes a piece the current one. */
  select: (piece: HTMLElement) => void;
  /** Turns the text of the current piece into a field, with the selection in it. */
  edit: () => void;
}

/** A pointer that moves less than this between down and up has clicked. */
const dragPx = 4;

/** A click puts the caret between two characters; a stroke selects words, which typing then replaces. */
export function followPointer(root: HTMLElement, { caret, select, edit }: PointerParts): void {
  let down = { x: 0, y: 0 };
  root.addEventListener('pointerdown', ({ clientX, clientY }) => {
    down = { x: clientX, y: clientY };
  });
  root.addEventListener('pointerup', (event) => {
    const piece = (event.target as Element).closest<HTMLElement>('.piece');
    const points = piece && (event.target as Element).closest('.restored-text') ? pointed(event) : undefined;
    if (!piece || !points) return;
    select(piece);
    piece.focus({ preventScroll: true });
    caret.set(piece, ...points);
    const isDrag = Math.hypot(event.clientX - down.x, event.clientY - down.y) > dragPx;
    // Typing replaces the words that the pointer selected.
    if (isDrag && points[0] !== points[1] && !event.shiftKey) edit();
  });
}
