import { fingerprint } from '../article/ledger-file.js';
import { readBytes } from '../article/manuscript.js';
import { problem } from '../article/problem.js';
import type { Source } from '../article/source.js';
import { say } from '../article/words/say.js';
import { composeSource } from './compose-source.js';
import type { IntakeOptions, Read } from './reader.js';
import { readerOf } from './readers.js';
import { amongText } from './scan/among-text.js';
import { checkScan, originalOf } from './scan/keep.js';

/**
 * 来稿: reads a source from disk, from one file or from several that are its pages in order.
 *
 * @throws a problem when a file is missing, a folder, too large, damaged, or of an unsupported kind.
 */
export async function readSource(
  path: string | readonly string[],
  options: IntakeOptions = {},
): Promise<Source> {
  const paths = typeof path === 'string' ? [path] : path;
  const files = paths.map((one) => {
    const bytes = readBytes(one);
    if (bytes === undefined) throw problem(say('no-file'), { path: one });
    checkScan(one, bytes);
    return { path: one, bytes };
  });
  return decodeSources(files, options);
}

/** A file that is a source, or a page of one. */
export interface SourceFile {
  /** Its path for people. */
  path: string;
  bytes: Uint8Array;
}

/**
 * Bytes → `Source`.
 *
 * @throws a problem when they are of an unsupported kind.
 */
export function decodeSource(bytes: Uint8Array, path: string, options: IntakeOptions = {}): Promise<Source> {
  return decodeSources([{ path, bytes }], options);
}

async function decodeSources(files: readonly SourceFile[], options: IntakeOptions): Promise<Source> {
  const found: Read[] = [];
  for (const { bytes, path } of files) {
    if (bytes.length === 0) throw problem(say('empty-source'), { path });
    const read = () => readerOf(bytes).read(bytes, path, options);
    const original = originalOf(path, bytes);
    found.push(original ? await amongText(read, original) : await read());
  }
  const [{ path, bytes }] = files as [SourceFile];
  const pages = found.flatMap((one) => ('pages' in one ? one.pages : []));
  const texts = found.flatMap((one) => ('text' in one ? [one] : []));
  const told = found.flatMap((one) => one.told ?? []);
  const hasScans = found.some((one) => 'scans' in one);
  if (texts.length === 0)
    return {
      ...composeSource(pages, path),
      ...(told.length > 0 && { told }),
      ...(hasScans && { hasScans }),
    };
  const other = files.find((_, index) => 'pages' in found[index]!);
  if (other) throw problem(say('text-among-pages'), { path: other.path, note: say('one-kind') });
  const all = texts.map((one) => one.text).join('\f\n');
  // A ledger points into the text: of one file as it is, its bytes are as good, and were its key before.
  const isPlain = texts.length === 1 && readerOf(bytes).id === 'text';
  return {
    path,
    text: all,
    encoding: texts[0]!.encoding,
    fingerprint: fingerprint(isPlain ? bytes : all),
    ...(told.length > 0 && { told }),
  };
}
