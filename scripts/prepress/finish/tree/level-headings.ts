import { descendants, type StructureElement } from '../../read/read-structure.js';

/**
 * Headings begin with H1 and skip no level (PDF/UA-1 §7.4.2), whatever ranks the book gives them: a story without a
 * headline may have crossheads, and a manuscript may go from `##` to `####`. Siblings stay siblings. In place.
 *
 * @param above the ranks of the headings that are open before the tree, if it is of a part of a book
 */
export function levelHeadings(root: StructureElement, above: readonly number[] = []): void {
  const open = [...above];
  for (const element of descendants(root)) {
    const rank = /^H([1-6])$/.exec(element.type)?.[1];
    if (rank === undefined) continue;
    openHeading(open, Number(rank));
    element.type = `H${open.length}`;
  }
}

/** Adds a heading to the ranks of those that are open: it closes all of its own rank and below. */
export function openHeading(open: number[], rank: number): void {
  while (open.length > 0 && open.at(-1)! >= rank) open.pop();
  open.push(rank);
}
