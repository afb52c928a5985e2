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

/** An entry with bytes: a line with the checksum of the rest, a line of JSON, and the bytes. */
export interface Packed<Head> {
  head: Head;
  bytes: Uint8Array;
}

/** An entry with bytes by its name, or undefined if there is none or a damaged one. */
export function readPacked<Head>(part: string, name: string): Packed<Head> | undefined {
  const file = join(cacheFolder(part), name);
  if (!existsSync(file)) return undefined;
  try {
    const entry = readFileSync(file);
    const end = entry.indexOf(0x0a);
    const content = entry.subarray(end + 1);
    if (entry.subarray(0, end).toString('latin1') !== hashOf(content)) return undefined;
    touch(file);
    const at = content.indexOf(0x0a) + 1;
    const head: Head = JSON.parse(content.subarray(0, at).toString('utf8'));
    return { head, bytes: new Uint8Array(content.buffer, content.byteOffset + at, content.length - at) };
  } catch {
    return undefined; // removed or damaged meanwhile: it is made again
  }
}

/** Stores a JSON value and bytes under a name. */
export function writePacked(part: string, name: string, { head, bytes }: Packed<unknown>): void {
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
  store(part, name, Buffer.concat([Buffer.from(`${hashOf(content)}\n`), content]));
}

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 32);

/** Stores a JSON value under a name. */
export function writeEntry(part: string, name: string, value: unknown): void {
  const content = JSON.stringify(value);
  store(part, name, `${hash([content])}\n${content}`);
}

function store(part: string, name: string, entry: string | Uint8Array): void {
  try {
    writeFileAtomically(join(cacheFolder(part), name), entry, { isDurable: false });
  } catch {
    // A full disk costs time at the next build, not this book.
  }
}
