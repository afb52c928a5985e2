import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../article/manuscript.js';
import { cacheFolder } from '../chromium/cache-folder.js';
import { touch } from '../chromium/prune-cache.js';
import { type Trace, traceKey } from '../trace.js';
import type { Made, OutputFile } from './output.js';

/** Cache of proven outputs from build to build. */
export interface OutputCache {
  read(): Made | undefined;
  write(made: Made): void;
}

/**
 * The entry of one output of an edition. The rules are those of the page cache: an entry's name is the hash of its
 * trace, everything that its bytes depend on, it has a checksum of its content, and only proven outputs are kept. So
 * the same input gives the same bytes, in the time that it takes to read them: nothing is converted, composed or
 * printed.
 *
 * An entry is a line with the checksum of the rest, a line of JSON, and the bytes of the files in sequence.
 *
 * @param root of the publication: open questions in an entry name files in it
 */
export function outputCache(id: string, trace: Trace, root: string): OutputCache {
  const key = hash(JSON.stringify([id, traceKey(trace), root]));
  const path = join(cacheFolder('pdf'), key);
  return {
    read: () => {
      if (!existsSync(path)) return undefined;
      try {
        return unpack(readFileSync(path), path);
      } catch {
        return undefined; // damaged or removed meanwhile: it is made again
      }
    },
    write: (made) => {
      try {
        writeFileAtomically(path, pack(made), { isDurable: false });
      } catch {
        // A full disk costs time at the next build, not this book.
      }
    },
  };
}

interface Head extends Omit<Made, 'files'> {
  files: { ending: string; length: number }[];
}

function pack({ files, ...made }: Made): Buffer {
  const head: Head = {
    ...made,
    files: files.map(({ ending, bytes }) => ({ ending, length: bytes.length })),
  };
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const content = Buffer.concat([line, ...files.map(({ bytes }) => bytes)]);
  return Buffer.concat([Buffer.from(`${hash(content)}\n`), content]);
}

function unpack(entry: Buffer, path: string): Made | undefined {
  const end = entry.indexOf(0x0a);
  const content = entry.subarray(end + 1);
  if (entry.subarray(0, end).toString('latin1') !== hash(content)) return undefined;
  touch(path);
  let at = content.indexOf(0x0a) + 1;
  const { files, ...made }: Head = JSON.parse(content.subarray(0, at).toString('utf8'));
  const read = files.map(({ ending, length }): OutputFile => {
    const bytes = new Uint8Array(content.subarray(at, at + length));
    at += length;
    return { ending, bytes };
  });
  return { ...made, files: read };
}

const hash = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);
