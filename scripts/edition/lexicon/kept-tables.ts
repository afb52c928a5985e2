import { deserialize, serialize } from 'node:v8';
import { openTrie, resizeTables, type Trie, type TrieTables } from './trie.js';

/** A store that keeps tables from run to run. It returns a stored table, or nothing. */
export interface TableShelf {
  read(name: string): Uint8Array | undefined;
  write(name: string, bytes: Uint8Array): void;
}

let shelf: TableShelf | undefined;

/** Sets the shelf: a program has one; the library, which does not touch the disk, builds its tables each time. */
export function keepTablesOn(place: TableShelf): void {
  shelf = place;
}

/**
 * Gets tables from the shelf, or builds and stores them: building takes a fifth of a second, reading a hundredth.
 *
 * @param build returns plain data and tries, always the same for a name.
 */
export function kept<T extends object>(name: string, build: () => T): T {
  const stored = shelf?.read(name);
  if (stored) return unfold(deserialize(stored)) as T;
  const made = build();
  shelf?.write(name, serialize(fold(made)));
  return made;
}

interface Folded {
  trie: TrieTables;
}

/** Replaces each trie by its tables. Descends into objects only: no map and no list contains a trie. */
function fold(value: unknown): unknown {
  if (!isPlain(value)) return value;
  if ('tables' in value) return { trie: resizeTables((value as unknown as Trie).tables) } satisfies Folded;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fold(part)]));
}

function unfold(value: unknown): unknown {
  if (!isPlain(value)) return value;
  if ('trie' in value && Object.keys(value).length === 1) return openTrie((value as unknown as Folded).trie);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unfold(part)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
