/**
 * Puts children in the place of those that stand there. What stays is not touched: focus, scroll places and a press that
 * has begun in it are kept.
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

/** Makes an element anew only where what it shows has changed; the others are those of the last time. */
export function newRenewal<T>(make: (value: T, at: number) => HTMLElement) {
  let standing = new Map<string, HTMLElement>();
  return (root: HTMLElement, values: readonly T[], keyOf: (value: T) => string): void => {
    const made = new Map<string, HTMLElement>();
    values.forEach((value, at) => {
      const key = `${at} ${keyOf(value)}`;
      made.set(key, standing.get(key) ?? make(value, at));
    });
    standing = made;
    renewChildren(root, [...made.values()]);
  };
}
