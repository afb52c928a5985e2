import { deserialize, serialize } from 'node:v8';
import { compactTables, openTrie, type Trie, type TrieTables } from './trie.js';

/** A place where tables lie from run to run. It gives back what was put there, or nothing. */
export interface TableShelf {
  read(name: string): Uint8Array | undefined;
  write(name: string, bytes: Uint8Array): void;
}

let shelf: TableShelf | undefined;

/** Names the shelf: a program has one; the library, which touches no disk, builds its tables each time. */
export function keepTablesOn(place: TableShelf): void {
  shelf = place;
}

/**
 * Tables that take a fifth of a second to build and a hundredth to read: from the shelf, or built and put there.
 *
 * @param build gives plain data and tries, for a name always the same.
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

/** The same with the tables of each trie in its place. Looks into objects alone: no map and no list holds a trie. */
function fold(value: unknown): unknown {
  if (!isPlain(value)) return value;
  if ('tables' in value) return { trie: compactTables((value as unknown as Trie).tables) } satisfies Folded;
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
