import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { join, sep } from 'node:path';
import { fileKind } from '../limits.js';
import { problem } from '../problem.js';
import { say } from '../words/say.js';
import { readFileWithin } from './read-file.js';
import { type FileRoot, type FoundFile, walk } from './walk.js';

/**
 * Snapshot 留底: the files of some folders as they were when they were read, each read once. All work `within` it
 * reads these bytes and no others, so that its results, and the key under which they are kept, are of one text,
 * whatever a person saves meanwhile.
 */
export interface Snapshot {
  /** Hash of all its files, by name and content. */
  key: string;
  /** The files that were read, for a report: names below their roots, sorted. */
  files: readonly { path: string; sha256: string }[];
  /** True if a path is in its folders, so that a file that it lacks does not exist. */
  holds: (path: string) => boolean;
  /** @throws a problem when the file is there and cannot be read, or has changed since the key was made. */
  read: (path: string) => Buffer | undefined;
  /** True if there is a file or a folder. */
  has: (path: string) => boolean;
  /** Names of the files and folders in a folder; none where there is no such folder. */
  list: (folder: string) => string[];
}

/** Names of the files that differ between two snapshots. */
export function changedFiles(before: Snapshot, after: Snapshot): string[] {
  const [old, now] = [before, after].map(
    ({ files }) => new Map(files.map(({ path, sha256 }) => [path, sha256])),
  );
  return [...new Set([...old!.keys(), ...now!.keys()])]
    .filter((path) => old!.get(path) !== now!.get(path))
    .sort();
}

/**
 * Total bytes of pictures, fonts and scans kept after hashing: those of a thick issue. Of further ones only the hash is
 * kept until the file is read.
 */
const mostKept = 128 * 2 ** 20;
const isLarge = (path: string) => ['picture', 'font', 'pdf'].includes(fileKind(path));

interface Entry extends FoundFile {
  bytes?: Buffer;
  /** Absent where the file cannot be read. */
  sha256?: string;
}

/** @throws a problem for a link that leads out of a foreign root, and for a folder of too many files. */
export function takeSnapshot(roots: readonly FileRoot[]): Snapshot {
  const found = roots.map((root) => walk(root));
  const read = newReading();
  const entries = new Map(found.flatMap(({ files }) => files).map((file) => [file.path, read(file)]));
  const folders = new Map(found.flatMap((one) => [...one.folders]));
  const files = [...entries.values()]
    .flatMap(({ name, sha256 }) => (sha256 === undefined ? [] : [{ path: name, sha256 }]))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const tops = roots.flatMap(({ root, paths }) => paths.map((path) => join(root, path)));
  return {
    key: sha256Of(JSON.stringify(files)),
    files,
    holds: (path) => tops.some((top) => path === top || path.startsWith(top + sep)),
    read: (path) => {
      const entry = entries.get(path);
      if (folders.has(path)) throw problem(say('not-a-file', say('a-folder')), { path });
      if (!entry) return undefined;
      if (entry.bytes) return entry.bytes;
      const bytes = readFileWithin(path);
      if ((bytes && sha256Of(bytes)) !== entry.sha256) throw changedMeanwhile(path);
      return bytes;
    },
    has: (path) => entries.has(path) || folders.has(path),
    list: (folder) => folders.get(folder) ?? [],
  };
}

/** Reads files, and keeps their content: texts always, large files until there are too many of them. */
function newReading(): (file: FoundFile) => Entry {
  let kept = 0;
  return (file) => {
    const bytes = bytesOf(file.path);
    if (bytes === undefined) return file;
    const sha256 = sha256Of(bytes);
    if (!isLarge(file.path)) return { ...file, bytes, sha256 };
    if (kept + bytes.length > mostKept) return { ...file, sha256 };
    kept += bytes.length;
    return { ...file, bytes, sha256 };
  };
}

/** An unreadable file is a problem only for whoever needs it: a film in an issue's folder is none. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileWithin(path);
  } catch {
    return undefined;
  }
}

/** The problem of a file that changed meanwhile: results made from it would belong to no key. */
const changedMeanwhile = (path: string) =>
  problem(say('changed-meanwhile'), { path, ruleId: 'file', note: say('build-again') });

const sha256Of = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

const current = new AsyncLocalStorage<Snapshot>();

/** Runs work whose reads of the snapshot's files are served from it. */
export function within<T>(snapshot: Snapshot, work: () => T): T {
  return current.run(snapshot, work);
}

/** The snapshot that a path is read from; undefined where it is read from the disk. */
export function snapshotOf(path: string): Snapshot | undefined {
  const snapshot = current.getStore();
  return snapshot?.holds(path) ? snapshot : undefined;
}
