/**
 * Replaces the children of an element. Those that stay are not touched: focus, scroll position and a press that has
 * begun in them are kept.
 */
export function renewChildren(root: HTMLElement, wanted: readonly HTMLElement[]): void {
  const staying = new Set<Element>(wanted);
  for (const child of [...root.childNodes]) if (!staying.has(child as Element)) child.remove();
  let next: ChildNode | null = root.firstChild;
  for (const child of wanted) {
    if (child === next) next = next.nextSibling;
    else root.insertBefore(child, next);
  }
}

/** Rebuilds an element only where its content has changed; the others are reused. */
export function newRenewal<T>(make: (value: T, at: number) => HTMLElement) {
  let standing = new Map<string, HTMLElement>();
  return (root: HTMLElement, values: readonly T[], keyOf: (value: T, at: number) => string): void => {
    const made = new Map<string, HTMLElement>();
    values.forEach((value, at) => {
      let key = keyOf(value, at);
      // Several children may look alike.
      while (made.has(key)) key += ' ';
      made.set(key, standing.get(key) ?? make(value, at));
    });
    standing = made;
    renewChildren(root, [...made.values()]);
  };
}
