import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../article/manuscript.js';
import { cacheFolder } from './cache-folder.js';
import { touch } from './prune-cache.js';

/** The name of an entry: a hash of its inputs and of nothing else. */
export function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** An entry by its name, or undefined if there is none or a damaged one. The first line is the checksum of the rest. */
export function readEntry<T>(part: string, name: string): T | undefined {
  const file = join(cacheFolder(part), name);
  if (!existsSync(file)) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const content = text.slice(end + 1);
    if (hash([content]) !== text.slice(0, end)) return undefined;
    touch(file);
    return JSON.parse(content) as T;
  } catch {
    return undefined; // removed or damaged meanwhile: it is made again
  }
}

/** Stores a JSON value under a name. */
export function writeEntry(part: string, name: string, value: unknown): void {
  const file = join(cacheFolder(part), name);
  const content = JSON.stringify(value);
  try {
    writeFileAtomically(file, `${hash([content])}\n${content}`, { isDurable: false });
  } catch {
    // A full disk costs time at the next build, not this book.
  }
}
