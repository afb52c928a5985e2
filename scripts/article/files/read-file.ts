import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { byteLimits, fileKind } from '../limits.js';
import { problem } from '../problem.js';
import { type Said, say } from '../words/say.js';
import { isSystemError, systemReason } from './system-reason.js';

/**
 * A file's bytes, whole and from one moment; undefined where there is none. Nothing that a stranger may put in a file's
 * place makes it wait, fills the memory or is passed over: a pipe, a device, a folder, a circular link, a link to
 * nothing, a file over the limit of its kind.
 *
 * @throws a problem that names the file, its kind, and the expected kind.
 */
export function readFileWithin(path: string, limit = byteLimits[fileKind(path)]): Buffer | undefined {
  const file = open(path);
  if (file === undefined) return undefined;
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw problem(say('not-a-file', kindOf(found)), { path });
    if (found.size > limit) throw tooLarge(path, found.size, limit);
    return readAll(file, path, { size: found.size, limit });
  } catch (error) {
    throw isSystemError(error) ? unreadable(path, error) : error;
  } finally {
    closeSync(file);
  }
}

/** Opens it without waiting for a writer, in case the name is a pipe. */
function open(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      throw problem(say('not-a-file', say('a-dead-link')), { path });
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

/** Some system files report no bytes and have some. Reading a file that grows meanwhile ends at the limit. */
function readAll(file: number, path: string, { size, limit }: { size: number; limit: number }): Buffer {
  const chunks: Buffer[] = [];
  let sum = 0;
  for (;;) {
    // One byte more than expected, so that the end is noticed at once.
    const chunk = Buffer.allocUnsafe(Math.max(2 ** 12, size + 1 - sum));
    const count = readSync(file, chunk, 0, chunk.length, null);
    if (count === 0) return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, sum);
    sum += count;
    if (sum > limit) throw tooLarge(path, sum, limit);
    chunks.push(chunk.subarray(0, count));
  }
}

function kindOf(found: Stats): Said {
  if (found.isDirectory()) return say('a-folder');
  if (found.isFIFO()) return say('a-pipe');
  if (found.isSocket()) return say('a-socket');
  return say('a-device');
}

/** The reason that a file cannot be read, in a person's words. */
export function unreadable(path: string, error: NodeJS.ErrnoException): Error {
  return problem(say('cannot-read-because', systemReason(error)), { path, ruleId: 'file' });
}

/** The problem of a file over the limit of its kind. */
export function tooLarge(path: string, size: number, limit: number): Error {
  return problem(say('file-too-large', (size / 2 ** 20).toFixed(1), limit / 2 ** 20), {
    path,
    ruleId: 'size',
    note: fileKind(path) === 'picture' ? say('smaller-picture') : say('split-it'),
  });
}
