import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeFile, writeFileAtomically } from '../article/manuscript.js';
import type { FileReport } from '../report.js';
import { sha256 } from '../trace.js';
import type { Made, Output } from './output.js';

/** Place of the files of an edition's outputs. */
export interface Shelf {
  /** The folder in `build/`. */
  out: string;
  edition: string;
}

/** Writes an output's files, replacing those of an earlier build. */
export function writeOutput({ out, edition }: Shelf, { endings }: Output, { files }: Made): FileReport[] {
  const written = files.map(({ ending, bytes }) => {
    const path = join(out, `${edition}.${ending}`);
    // One that is there is not written again: waiting for the disk takes as long as all else of such a build.
    if (!isThere(path, bytes)) writeFileAtomically(path, bytes);
    return { path, sha256: sha256(bytes) };
  });
  for (const ending of endings) {
    removeFile(join(out, oldName(edition, ending)));
    // The cover of an earlier build is not that of this book.
    if (!files.some((file) => file.ending === ending)) removeFile(join(out, `${edition}.${ending}`));
  }
  return written;
}

function isThere(path: string, bytes: Uint8Array): boolean {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false; // absent, or not to be read: writing tells
  }
}

/** 旧样: renames files of an earlier build that this one does not make, so that nobody takes them for current. */
export function setAside({ out, edition }: Shelf, outputs: readonly Output[]): string[] {
  return outputs
    .flatMap(({ endings }) => endings)
    .flatMap((ending) => {
      const path = join(out, `${edition}.${ending}`);
      if (!existsSync(path)) return [];
      const old = join(out, oldName(edition, ending));
      renameSync(path, old);
      return [old];
    });
}

const oldName = (edition: string, ending: string) => `${edition}.old.${ending}`;
