import { hash, readEntry, writeEntry } from '../chromium/cache-entry.js';
import type { LookedPages } from '../prepress/look/look-at-pages.js';
import { programKey } from '../program-key.js';

/**
 * Pages that the proof has looked at and found whole, by book: those that have not changed since are not looked at
 * again. One entry for each edition of an issue, of its last proof.
 *
 * @param book what tells it from others: the publication's folder, issue and edition.
 */
export function lookedPages(book: readonly string[]): LookedPages {
  const name = `${hash(['looked', programKey, ...book])}.json`;
  return {
    known: new Set(readEntry<string[]>('keys', name) ?? []),
    keep: (keys) => writeEntry('keys', name, keys),
  };
}
