import { join } from 'node:path';
import { fingerprint, type SourceLedger } from './article/ledger-file.js';
import { names, readBytes } from './article/manuscript.js';
import { readLedger } from './article/read-issue.js';
import type { Source } from './article/source.js';
import { readSource } from './intake/read-source.js';

/**
 * The source of an issue; undefined where it has none. Bytes that were restored before are read in the encoding that the
 * ledger keeps, which a person may have named.
 *
 * @param encoding that a person names now
 *
 * @throws a problem for what is no text.
 */
export async function readIssueSource(folder: string, encoding?: string): Promise<Source | undefined> {
  const path = join(folder, names.source);
  const bytes = readBytes(path);
  if (bytes === undefined) return undefined;
  const ledger = readLedger<SourceLedger>(join(folder, names.sourceLedger));
  const isKnown = ledger?.source === fingerprint(bytes);
  return readSource(path, { encoding: encoding ?? (isKnown ? ledger.encoding : undefined) });
}
