import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FontFace } from './article/edition.js';
import type { Snapshot } from './article/files/snapshot.js';
import { browserCode } from './chromium/browser-code.js';
import { type Place, publicationFile } from './config.js';
import { programKey } from './program-key.js';
import { fontKeys } from './typeset/fonts/font-keys.js';
import { splitCss } from './typeset/pages/book-css.js';

/**
 * Trace 来历: all inputs and tools of a PDF, by content. Two PDFs with one trace have the same bytes; its hash is the
 * key of the cache of PDFs, and it is recorded in `report.json`.
 */
export interface Trace {
  issue: string;
  edition: string;
  /** SHA-256 by name: the files of the publication and the sheets of chongpai that were read. */
  inputs: Record<string, string>;
  /** SHA-256 of the publication's choices, including those of the command line. */
  choices: string;
  /** SHA-256 of the program with its libraries, and of the sheets that its layout reads. */
  program: string;
  node: string;
  /** SHA-256 of the browser. */
  browser: string;
  /** SHA-256 by name. */
  fonts: Record<string, string>;
  /** SHA-256 of the code for tabs: Paged.js, and our layout. */
  pagedjs: string;
  layout: string;
  /** SOURCE_DATE_EPOCH, '' where the issue's date is used. */
  epoch: string;
}

/** Subject of a trace. */
export interface Traced {
  files: Snapshot;
  place: Place;
  /** The issue's folder. */
  folder: string;
  edition: { id: string; fonts: readonly Pick<FontFace, 'file'>[] };
  /** Identity of the browser, from its pool. */
  browser: string;
}

/** @throws a problem when a font of the edition is missing. */
export async function traceOf({ files, place, folder, edition, browser }: Traced): Promise<Trace> {
  const inputs = files.files.map(({ path, sha256 }) => [path, sha256]);
  return {
    issue: basename(folder),
    edition: edition.id,
    inputs: { ...Object.fromEntries(inputs), [publicationFile]: place.sha256 },
    choices: sha256(JSON.stringify(place.publication)),
    program: programHash(),
    node: process.version,
    browser,
    fonts: await fontKeys(edition.fonts),
    pagedjs: (await browserCode('typeset/page-box/paged')).key,
    layout: (await browserCode('typeset/pages/layout')).key,
    epoch: process.env.SOURCE_DATE_EPOCH ?? '',
  };
}

/** The program of a trace. */
export const programHash = (): string => sha256(programKey + splitCss());

/** One hash of it all. */
export const traceKey = (trace: Trace): string => sha256(JSON.stringify(trace));

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
