import { descendants, type StructureElement } from '../../read/read-structure.js';

/**
 * Headings begin with H1 and skip no level (PDF/UA-1 §7.4.2), whatever ranks the book gives them: a story without a
 * headline may have crossheads, and a manuscript may go from `##` to `####`. Siblings stay siblings. In place.
 */
export function levelHeadings(root: StructureElement): void {
  const open: number[] = [];
  for (const element of descendants(root)) {
    const rank = /^H([1-6])$/.exec(element.type)?.[1];
    if (rank === undefined) continue;
    while (open.length > 0 && open.at(-1)! >= Number(rank)) open.pop();
    open.push(Number(rank));
    element.type = `H${open.length}`;
  }
}
