import { readPacked, writePacked } from '../chromium/cache-entry.js';
import type { KeptPages } from '../prepress/kept/inspect-kept.js';
import type { KeptHead } from '../prepress/kept/pack-pages.js';
import { groupPages } from '../prepress/parts/book-parts.js';
import { programKey } from '../program-key.js';

/**
 * Pages that the proof has read before, by the parts in which a long book is printed: the entry of a part is named by the
 * hash of all that its reading depends on, so books may share them.
 *
 * @param pages those of the book with the index of their galley
 * @returns undefined for a short book: reading its pages takes as long as this.
 */
export function keptPages(pages: readonly { galley: number }[]): KeptPages | undefined {
  const parts = groupPages(pages).map(({ length }) => length);
  if (parts.length < 2) return undefined;
  return {
    parts,
    program: programKey,
    read: (name) => readPacked<KeptHead>('proofs', name),
    write: (name, entry) => writePacked('proofs', name, entry),
  };
}
