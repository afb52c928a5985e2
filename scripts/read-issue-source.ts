import { join } from 'node:path';
import { fingerprint, type SourceLedger } from './article/ledger-file.js';
import { names, readBytes, readTextFile } from './article/manuscript.js';
import { type Overrides, readOverrides } from './article/overrides-file.js';
import { readLedger } from './article/read-issue.js';
import type { Source } from './article/source.js';
import { scanFiles, sourceFiles } from './article/source-files.js';
import { readSource } from './intake/read-source.js';
import { checkRecognized } from './intake/scan/keep.js';

/**
 * The source of an issue; undefined where it has none. Bytes that were restored before are read in the encoding
 * recorded in the ledger, which a person may have named.
 *
 * @param encoding that a person names now
 *
 * @throws a problem for an unreadable source.
 */
export async function readIssueSource(folder: string, encoding?: string): Promise<Source | undefined> {
  const paths = sourceFiles(folder);
  if (paths.length === 0) return undefined;
  checkRecognized(paths, scanFiles(folder));
  const ledger = readLedger<SourceLedger>(join(folder, names.sourceLedger));
  const isKnown = paths.length === 1 && ledger?.source === fingerprint(readBytes(paths[0]!) ?? '');
  return readSource(paths, { encoding: encoding ?? (isKnown ? ledger?.encoding : undefined) });
}

/** Key that changes with an issue's source, without reading it: of the bytes of its files; undefined without any. */
export function sourceKey(folder: string): string | undefined {
  const paths = sourceFiles(folder);
  if (paths.length === 0) return undefined;
  return paths.map((path) => `${path} ${fingerprint(readBytes(path) ?? '')}`).join('\n');
}

/** A person's decisions about a source, with the fingerprint of their file. */
export interface Decided {
  overrides: Partial<Overrides>;
  fingerprint: string;
}

/** 定稿 of an issue, as its file has it now. */
export function overridesOf(folder: string): Decided {
  const path = join(folder, names.overrides);
  const text = readTextFile(path);
  if (text === undefined) return { overrides: {}, fingerprint: '' };
  return { overrides: readOverrides(text, path), fingerprint: fingerprint(text) };
}

/**
 * True if an issue's source, its encoding or the overrides have changed since its manuscript was made from them, or if
 * it was never restored.
 */
export function isStale(folder: string, source: Source): boolean {
  const ledger = readLedger<SourceLedger>(join(folder, names.sourceLedger));
  return (
    ledger?.source !== source.fingerprint ||
    ledger.encoding !== source.encoding ||
    (ledger.overrides ?? '') !== overridesOf(folder).fingerprint
  );
}
