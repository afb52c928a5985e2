import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { names, writeFileAtomically } from '../article/manuscript.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { decodeSource } from '../intake/read-source.js';

/** Longest name of an issue's folder that all file systems take, in UTF-16 units. */
const longestId = 60;

/**
 * Starts an issue from a text: its folder with the source in it, byte for byte.
 *
 * @param name a file's name; the issue is named after it
 * @returns the issue's id
 * @throws a problem when the text is none, or an issue of that name exists.
 */
export function startIssue(root: string, name: string, text: Uint8Array): string {
  decodeSource(text, name);
  const id = issueId(name);
  const folder = join(root, 'manuscript', id);
  if (existsSync(folder)) throw problem(say('issue-exists', id), { path: folder, note: say('rename-file') });
  writeFileAtomically(join(folder, names.source), text);
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
