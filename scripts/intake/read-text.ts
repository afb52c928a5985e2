import { distance } from 'fastest-levenshtein';
import { byteLimits } from '../article/limits.js';
import { problem } from '../article/problem.js';
import type { Source } from '../article/source.js';
import { say } from '../article/words/say.js';
import { decodeLeniently, decodeStrictly, knowsEncoding, nameEncoding } from './decode.js';
import { detectEncoding } from './detect.js';

const usualEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'];

/**
 * Text in any of its encodings.
 *
 * A file with a few bad bytes is accepted: each becomes U+FFFD, and restoring asks what it was. Half a mark at its end
 * becomes 。, and the source tells it.
 *
 * @throws a problem when the bytes are not text, or not in the encoding, with the offset of the first bad byte.
 */
export function readText(
  bytes: Uint8Array,
  path: string,
  { encoding }: { encoding?: string | undefined } = {},
): Pick<Source, 'text' | 'encoding' | 'told'> {
  refuseLarge(bytes.length, path);
  const chosen = encoding === undefined ? detectEncoding(bytes)?.encoding : checkEncoding(encoding);
  if (chosen === undefined || !knowsEncoding(chosen)) throw notText(bytes, path);
  const decoded = decodeOrRefuse(bytes, { path, encoding: chosen, given: encoding !== undefined });
  const isCutStop = endsInHalfAStop(bytes, decoded, chosen);
  const text = isCutStop ? decoded.replace(/\ufffd$/u, '。') : decoded;
  const nul = text.indexOf('\0');
  if (nul >= 0)
    throw problem(say('nul-character', nul), {
      path,
    });
  if (!/\S/.test(text)) throw problem(say('blank-source'), { path });
  return { text, encoding: chosen, ...(isCutStop && { told: [halfAStop] }) };
}

const halfAStop =
  'The file ends with the first byte of a mark (A1), which was read as 。 (if the printed page has another mark, correct it)';
/** The first byte of 。, and of few other marks that a sentence may end with, in GB18030 and in Big5. */
const firstOfMarks = 0xa1;

/** True if a file ends in half a mark behind a character of text: it lost its last byte, and 。 is what texts end with. */
const endsInHalfAStop = (bytes: Uint8Array, text: string, encoding: string) =>
  (encoding === 'gb18030' || encoding === 'big5') &&
  bytes.at(-1) === firstOfMarks &&
  /\p{sc=Han}\ufffd$/u.test(text);

/**
 * Up to one bad byte in a hundred is damage, replaced by U+FFFD; more mean that the encoding is a different one, or
 * that this is not text. In a short text two bad places are too many.
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
  throw problem(say('file-too-large', (size / 2 ** 20).toFixed(1), byteLimits.text / 2 ** 20), {
    path,
    note: say('split-source'),
  });
}

/**
 * The encoding that a person named.
 *
 * @throws a problem when no encoding has that name.
 */
export function checkEncoding(encoding: string): string {
  if (knowsEncoding(encoding)) return nameEncoding(encoding);
  const nearest = usualEncodings.toSorted(
    (a, b) => distance(a, encoding.toLowerCase()) - distance(b, encoding.toLowerCase()),
  )[0];
  throw problem(say('unknown-encoding', encoding, usualEncodings.join(', ')), {
    note: say('did-you-mean-value', nearest),
    ruleId: 'usage',
  });
}

function undecodable(
  bytes: Uint8Array,
  offset: number,
  { path, encoding, given }: { path: string; encoding: string; given: boolean },
) {
  const bad = [...bytes.subarray(offset, offset + 2)].map((byte) => byte.toString(16).padStart(2, '0'));
  const reason =
    bad.length > 0 ? say('wrong-bytes', bad.join(' '), offset, encoding) : say('cut-bytes', offset, encoding);
  return problem(reason, {
    path,
    note: given
      ? say('encoding-detected')
      : say('name-other-encoding', 'utf-8, utf-16le, utf-16be, gb18030, big5 …'),
  });
}

function notText(bytes: Uint8Array, path: string) {
  const { badOffset } = decodeStrictly(bytes, 'utf-8');
  return problem(say('no-text', badOffset ?? 0), { path, note: say('name-encoding') });
}
