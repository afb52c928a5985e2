import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { writeFileAtomically } from '../article/manuscript.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { decodeSource } from '../intake/read-source.js';
import { readerOf } from '../intake/readers.js';
import { isUnrecognized } from '../intake/scan/keep.js';

/** Longest name of an issue's folder that all file systems take, in UTF-16 units. */
const longestId = 60;

/**
 * Starts an issue from a source: creates its folder with the source, byte for byte.
 *
 * @param name a file's name; the issue is named after it
 * @returns the issue's id
 * @throws a problem when it cannot be read, or an issue of that name exists.
 */
export async function startIssue(root: string, name: string, bytes: Uint8Array): Promise<string> {
  // A picture is recognised when the issue is built.
  await decodeSource(bytes, name).catch((error) => {
    if (!isUnrecognized(error)) throw error;
  });
  const id = issueId(name);
  const folder = join(root, 'manuscript', id);
  if (existsSync(folder)) throw problem(say('issue-exists', id), { path: folder, note: say('rename-file') });
  writeFileAtomically(join(folder, `source${readerOf(bytes).ending || extname(name).toLowerCase()}`), bytes);
  return id;
}

/** A folder's name that works everywhere: letters, figures and hyphens of a file's name. */
export function issueId(name: string): string {
  const stem = name
    .normalize('NFKC')
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '');
  const id = stem
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestId);
  return id || 'issue';
}
