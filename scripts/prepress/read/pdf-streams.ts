import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { pdfLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { dictOf, elements, entry } from './pdf-file.js';

/** The problem of a file that is broken at a place. */
export const damaged = (what: string) => problem(say('damaged-pdf', what), { note: say('fetch-again') });

/** True for the errors of streams that unpack to more than their limit. */
export const isTooLarge = (error: unknown) =>
  error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';

/** The problem of a stream that unpacks to more than so many bytes. */
export const bomb = (limit: number) =>
  problem(say('pdf-bomb', limit / 2 ** 20), {
    ruleId: 'size',
    note: say('made-or-damaged'),
  });

/**
 * The bytes of a stream without its filters.
 *
 * @throws a problem when they cannot be unpacked, or exceed the limit.
 */
export function streamBytes(
  stream: PDFObject | undefined,
  limit: number = pdfLimits.streamBytes,
): Uint8Array {
  if (!(stream instanceof PDFStream)) return new Uint8Array();
  try {
    return unpack(stream, limit);
  } catch (error) {
    if (isTooLarge(error)) throw bomb(limit);
    throw damaged(`a stream cannot be unpacked (${error instanceof Error ? error.message : error})`);
  }
}

function unpack(stream: PDFStream, limit: number): Uint8Array {
  const filters = filterNames(stream);
  const raw = stream instanceof PDFRawStream ? stream.contents : stream.getContents();
  if (filters.length === 0) return raw;
  if (filters.length === 1 && filters[0] === 'FlateDecode' && !dictOf(stream, 'DecodeParms')) {
    return inflateSync(raw, { finishFlush: 2, maxOutputLength: limit });
  }
  if (!(stream instanceof PDFRawStream)) return raw;
  const bytes = decodePDFRawStream(stream).getBytes(limit + 1);
  if (bytes.length > limit) throw new RangeError('too large');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function filterNames(stream: PDFStream): string[] {
  const filter = entry(stream, 'Filter');
  const list = filter instanceof PDFArray ? elements(filter) : [filter];
  return list.flatMap((item) => (item instanceof PDFName ? [item.decodeText()] : []));
}

/** The content of a page: its streams joined by white space, as in PDF 32000-1 §7.8.2. */
export function contentBytes(page: PDFDict): Uint8Array {
  const contents = entry(page, 'Contents');
  const streams = contents instanceof PDFArray ? elements(contents) : [contents];
  if (streams.length === 1) return streamBytes(streams[0], pdfLimits.contentBytes);
  let left: number = pdfLimits.contentBytes;
  const parts = streams.flatMap((stream) => {
    const bytes = streamBytes(stream, Math.max(1, left));
    left -= bytes.length;
    return [bytes, Buffer.from('\n')];
  });
  return Buffer.concat(parts);
}
