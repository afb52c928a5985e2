interface DragParts {
  /** The name of what a handle moves: the role of a piece, or the title of a story. */
  pick: (handle: Element) => HTMLElement | undefined;
  target: (place: Element) => HTMLElement | undefined;
  move: (dragged: HTMLElement, target: HTMLElement) => void;
}

/** Lets an element be dragged to the place before another one of its kind. */
export function letDrag(root: HTMLElement, { pick, target: targetAt, move }: DragParts): void {
  let dragged: HTMLElement | undefined;
  const mark = (target: HTMLElement | undefined) => {
    for (const one of root.querySelectorAll('.drop-before')) one.classList.remove('drop-before');
    target?.classList.add('drop-before');
  };
  root.addEventListener('dragstart', (event) => {
    dragged = pick(event.target as Element);
    if (dragged) event.dataTransfer?.setData('text/plain', '');
  });
  root.addEventListener('dragover', (event) => {
    const target = dragged && targetAt(event.target as Element);
    if (!target) return;
    event.preventDefault();
    mark(target);
  });
  root.addEventListener('dragend', () => {
    dragged = undefined;
    mark(undefined);
  });
  root.addEventListener('drop', (event) => {
    const target = dragged && targetAt(event.target as Element);
    if (!dragged || !target || target === dragged) return;
    event.preventDefault();
    move(dragged, target);
  });
}
