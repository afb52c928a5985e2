import { distance } from 'fastest-levenshtein';
import { fingerprint } from '../article/ledger-file.js';
import { byteLimits } from '../article/limits.js';
import { readBytes } from '../article/manuscript.js';
import { problem } from '../article/problem.js';
import type { Source } from '../article/source.js';
import { decodeLeniently, decodeStrictly, knowsEncoding, nameEncoding } from './decode.js';
import { detectEncoding } from './detect.js';

export interface IntakeOptions {
  /** Overrules detection. */
  encoding?: string | undefined;
}

const usualEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'];

/**
 * 来稿: reads a raw text from disk.
 *
 * @throws a problem when the file is missing, a folder, too large, or not a text.
 */
export async function readSource(path: string, options: IntakeOptions = {}): Promise<Source> {
  const bytes = readBytes(path);
  if (bytes === undefined) throw problem('There is no such file', { path });
  return decodeSource(bytes, path, options);
}

/**
 * Bytes → `Source`.
 *
 * Some bad bytes do not refuse a file: U+FFFD stands for each, and restoring asks what it was.
 *
 * @throws a problem when they are no text, or not in the encoding, with the offset of the first bad byte.
 */
export function decodeSource(bytes: Uint8Array, path: string, { encoding }: IntakeOptions = {}): Source {
  refuseLarge(bytes.length, path);
  if (bytes.length === 0) throw problem('The file is empty, expected the text of a newspaper page', { path });
  const kind = kindOfBinary(bytes);
  if (kind)
    throw problem(`This is ${kind}, expected plain text`, {
      path,
      note: 'Extract its text first, e.g. with pdftotext or OCR.',
    });
  const chosen = encoding === undefined ? detectEncoding(bytes)?.encoding : checkEncoding(encoding);
  if (chosen === undefined || !knowsEncoding(chosen)) throw notText(bytes, path);
  const text = decodeOrRefuse(bytes, { path, encoding: chosen, given: encoding !== undefined });
  const nul = text.indexOf('\0');
  if (nul >= 0)
    throw problem(`Unexpected NUL character at offset ${nul}: this is a binary file, expected plain text`, {
      path,
    });
  if (!/\S/.test(text)) throw problem('The file has nothing but white space, expected text', { path });
  return { path, text, encoding: chosen, fingerprint: fingerprint(bytes) };
}

/**
 * One bad byte in a hundred is a scar, for which U+FFFD stands; more say that the encoding is another, or that this is
 * no text. In a short text two bad places are too many.
 */
const mostBad = 0.01;
const shortText = 20;

function decodeOrRefuse(
  bytes: Uint8Array,
  { path, encoding, given }: { path: string; encoding: string; given: boolean },
): string {
  const { text, badOffset } = decodeStrictly(bytes, encoding);
  if (badOffset === undefined) return text;
  const lenient = decodeLeniently(bytes, encoding);
  const isScarred =
    lenient.text.length >= shortText && lenient.bad <= Math.max(1, lenient.text.length * mostBad);
  if (!isScarred) throw undecodable(bytes, badOffset, { path, encoding, given });
  return lenient.text;
}

function refuseLarge(size: number, path: string): void {
  if (size <= byteLimits.text) return;
  throw problem(
    `The file has ${(size / 2 ** 20).toFixed(1)} MB, expected at most ${byteLimits.text / 2 ** 20} MB`,
    {
      path,
      note: 'Split it: one file for each issue of the newspaper.',
    },
  );
}

const signatures: [string, RegExp][] = [
  ['a PDF', /^%PDF-/],
  ['a picture', /^(\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF....WEBP)/s],
  ['an archive or an office document', /^(PK\x03\x04|\x1f\x8b|7z\xbc\xaf|Rar!|\xd0\xcf\x11\xe0)/],
  ['a program', /^(\x7fELF|MZ|\xcf\xfa\xed\xfe)/],
];

function kindOfBinary(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(([, signature]) => signature.test(head))?.[0];
}

/**
 * The encoding that a person asked for.
 *
 * @throws a problem when there is none of that name.
 */
export function checkEncoding(encoding: string): string {
  if (knowsEncoding(encoding)) return nameEncoding(encoding);
  const nearest = usualEncodings.toSorted(
    (a, b) => distance(a, encoding.toLowerCase()) - distance(b, encoding.toLowerCase()),
  )[0];
  throw problem(`Unexpected encoding "${encoding}", expected one of ${usualEncodings.join(', ')}`, {
    note: `Did you mean ${nearest}?`,
    ruleId: 'usage',
  });
}

function undecodable(
  bytes: Uint8Array,
  offset: number,
  { path, encoding, given }: { path: string; encoding: string; given: boolean },
) {
  const bad = [...bytes.subarray(offset, offset + 2)].map((byte) => byte.toString(16).padStart(2, '0'));
  return problem(
    `Unexpected ${bad.length > 0 ? `bytes ${bad.join(' ')}` : 'end'} at byte ${offset}, expected ${encoding}`,
    {
      path,
      note: given
        ? 'Without --encoding, the encoding is detected.'
        : 'If it is in another encoding, name it with --encoding (utf-8, utf-16le, utf-16be, gb18030, big5 …).',
    },
  );
}

function notText(bytes: Uint8Array, path: string) {
  const { badOffset } = decodeStrictly(bytes, 'utf-8');
  return problem(
    `This does not look like text in UTF-8 (bad byte at ${badOffset ?? 0}), UTF-16, GB18030 or Big5`,
    { path, note: 'If it is text, name its encoding with --encoding.' },
  );
}
