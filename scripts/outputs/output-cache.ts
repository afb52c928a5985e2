import { createHash } from 'node:crypto';
import { type Packed, readPacked, writePacked } from '../chromium/cache-entry.js';
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
 * An entry has the bytes of the files in sequence.
 *
 * @param root of the publication: open questions in an entry name files in it
 */
export function outputCache(id: string, trace: Trace, root: string): OutputCache {
  const key = createHash('sha256')
    .update(JSON.stringify([id, traceKey(trace), root]))
    .digest('hex')
    .slice(0, 32);
  return {
    read: () => {
      const packed = readPacked<Head>('pdf', key);
      return packed && unpack(packed);
    },
    write: (made) => writePacked('pdf', key, pack(made)),
  };
}

interface Head extends Omit<Made, 'files'> {
  files: { ending: string; length: number }[];
}

function pack({ files, ...made }: Made): Packed<Head> {
  const listed = files.map(({ ending, bytes }) => ({ ending, length: bytes.length }));
  return { head: { ...made, files: listed }, bytes: Buffer.concat(files.map(({ bytes }) => bytes)) };
}

function unpack({ head: { files, ...made }, bytes }: Packed<Head>): Made {
  let at = 0;
  const read = files.map(({ ending, length }): OutputFile => {
    const own = new Uint8Array(bytes.subarray(at, at + length));
    at += length;
    return { ending, bytes: own };
  });
  return { ...made, files: read };
}
