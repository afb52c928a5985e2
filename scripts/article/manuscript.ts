import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFileWithin, unreadable } from './files/read-file.js';
import { snapshotOf } from './files/snapshot.js';
import { systemReason } from './files/system-reason.js';
import { problem } from './problem.js';
import { say } from './words/say.js';

/**
 * The only file of `article` that writes to disk. All writes go to a temporary name, then are renamed, synchronously:
 * neither a crash nor Ctrl-C leaves half a file.
 */

/** Names of the files in an issue's folder. */
export const names = {
  source: 'source.txt',
  sourceLedger: 'source.ledger.json',
  issue: 'issue.yaml',
  /** A person's decisions about the source. */
  overrides: 'overrides.yaml',
  /** 专名表: of a publication, or of a single issue. */
  glossary: 'names.txt',
  /** 工作记录 of the proof desk. */
  desk: 'desk.json',
  article: (id: string) => `${id}.md`,
  ledger: (id: string) => `${id}.ledger.json`,
  /** The machine's text for a file that a person has edited. */
  proposal: (name: string) => name.replace(/\.(md|yaml|ledger\.json)$/, '.proposal.$1'),
};

/**
 * Writes a file completely or not at all. Its bytes are on disk before its name is: after a power cut it is the old
 * or the new one, never an empty one. Files that can be made again need not wait for the disk.
 *
 * @throws a problem that names the path when it cannot be written.
 */
export function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  { isDurable = true }: { isDurable?: boolean } = {},
): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(path));
    writeFileSync(temporary, content, { flush: isDurable });
    // Renaming over a file lets some systems wait for the disk: 7 ms for each entry of a cache.
    if (!isDurable) rmSync(path, { force: true });
    renameSync(temporary, path);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    throw unwritable(path, error as NodeJS.ErrnoException);
  }
}

/** Makes a folder and those above it. Node's own recursion never ends in /proc, where each level is "not found". */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was quicker
  }
}

/** @throws a problem before any work is done, if nothing could be written into the folder at the end. */
export function prepareFolder(folder: string): void {
  const probe = join(folder, `.${process.pid}.tmp`);
  try {
    makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw unwritable(folder, error as NodeJS.ErrnoException);
  }
}

/** The reason that a file cannot be written, in a person's words. */
export function unwritable(path: string, error: NodeJS.ErrnoException): Error {
  return problem(say('cannot-write', systemReason(error, true)), { path });
}

/** A text file as it is, or undefined where there is none. Only UTF-8 is accepted: we or an editor wrote it. */
export function readTextFile(path: string): string | undefined {
  const bytes = readBytes(path);
  if (bytes === undefined) return undefined;
  if (!isUtf8(bytes)) throw problem(say('not-utf8'), { path, note: say('save-as-utf8') });
  return new TextDecoder().decode(bytes);
}

/** 2.md comes before 10.md. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** source.md, source.1.md: a page as a recogniser wrote it, and no article. */
export const isSourceText = (name: string): boolean => /^source(?:[.-]\d{1,4})?\.md$/i.test(name);

/** Ids of the articles that have a file in an issue's folder, in the order of their names and numbers. */
export function listArticles(folder: string): string[] {
  return listFiles(folder)
    .filter((name) => name.endsWith('.md') && !name.endsWith('.proposal.md') && !/^readme/i.test(name))
    .filter((name) => !isSourceText(name))
    .map((name) => name.slice(0, -'.md'.length))
    .sort(byNumber.compare);
}

/** Names of the proposals that nobody has adopted or deleted yet. */
export function listProposals(folder: string): string[] {
  return listFiles(folder)
    .filter((name) => /\.proposal\.(md|yaml)$/.test(name))
    .sort();
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

/** A file's bytes, or undefined where there is none. */
export function readBytes(path: string): Uint8Array | undefined {
  const snapshot = snapshotOf(path);
  return snapshot ? snapshot.read(path) : readFileWithin(path);
}

export function listFiles(folder: string): string[] {
  const snapshot = snapshotOf(folder);
  if (snapshot) return snapshot.list(folder);
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw unreadable(folder, error as NodeJS.ErrnoException);
  }
}

/** True if anything exists at a path. */
export function isThere(path: string): boolean {
  return snapshotOf(path)?.has(path) ?? existsSync(path);
}
