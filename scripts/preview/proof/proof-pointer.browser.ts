import { type Caret, pointed } from './caret.browser.js';

interface PointerParts {
  caret: Caret;
  /** Makes a piece the current one. */
  select: (piece: HTMLElement) => void;
  /** Makes the text of the current piece a field, with what is chosen in it. */
  edit: () => void;
}

/** A pointer that moves less between down and up has clicked. */
const dragPx = 4;

/** A click puts the caret between two characters; words over which the pointer was drawn are there to be written over. */
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
    // Words that were chosen with the pointer are there to be written over.
    if (isDrag && points[0] !== points[1] && !event.shiftKey) edit();
  });
}
