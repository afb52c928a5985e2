import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { VFileMessage } from 'vfile-message';
import { pdfLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

/** The objects of a PDF, opened for reading or for finishing. */
export type PdfFile = PDFDocument;

/**
 * Opens a PDF as it is: its metadata are not touched.
 *
 * @throws a problem when the bytes are not a PDF, only a part of one, or encrypted.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const latin1 = (from: number, to?: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (bytes.length === 0) throw problem(say('empty-pdf'));
  // Like readers do: the header is within the first, the end mark within the last kilobyte.
  if (!latin1(0, 1024).includes('%PDF-')) throw problem(say('no-pdf'));
  if (!latin1(-1024).includes('%%EOF')) throw problem(say('cut-pdf'), { note: say('fetch-again') });
  refuseBombs(bytes);
  try {
    const file = await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: Number.POSITIVE_INFINITY,
    });
    refuseEndlessPages(file);
    file.getPages();
    return file;
  } catch (error) {
    if (error instanceof EncryptedPDFError)
      throw problem(say('encrypted-pdf'), { note: say('save-without-password') });
    if (error instanceof VFileMessage) throw error;
    // The library fails with a TypeError if the catalogue or the pages are missing.
    const isTrip = error instanceof TypeError || !(error instanceof Error);
    throw damaged(isTrip ? 'its pages cannot be found' : error.message.split('\n')[0]!);
  }
}

/** Tests streams that the library itself would unpack, with all objects in them. */
function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const kind of ['/ObjStm', '/XRef'])
    for (let at = file.indexOf(kind); at >= 0; at = file.indexOf(kind, at + kind.length)) {
      const start = file.indexOf('stream', at);
      if (start < 0 || start - at > 4096) continue;
      const data = file.subarray(start + 'stream'.length + (file[start + 6] === 13 ? 2 : 1));
      if (!isBomb(data)) continue;
      throw bomb(pdfLimits.contentBytes);
    }
}

function isBomb(data: Uint8Array): boolean {
  try {
    inflateSync(data, { finishFlush: 2, maxOutputLength: pdfLimits.contentBytes });
    return false;
  } catch (error) {
    return isTooLarge(error); // the library reports streams of other kinds
  }
}

/** Refuses endless page trees: the library counts pages by following their tree, wherever it leads. */
function refuseEndlessPages(file: PdfFile): void {
  let count = 0;
  const visit = (node: PDFObject | undefined, above: readonly PDFObject[]) => {
    if (!(node instanceof PDFDict)) return;
    if (above.includes(node) || above.length > 64) throw damaged('its tree of pages holds itself');
    if (++count > pdfLimits.pages) throw problem(say('pdf-pages', pdfLimits.pages), { ruleId: 'size' });
    for (const kid of listOf(node, 'Kids')) visit(kid, [...above, node]);
  };
  visit(dictOf(file.catalog, 'Pages'), []);
}

const damaged = (what: string) => problem(say('damaged-pdf', what), { note: say('fetch-again') });

/** The document information, where the file has one. */
export function infoOf({ context }: PdfFile): PDFDict | undefined {
  const { Info } = context.trailerInfo;
  const info = Info instanceof PDFRef ? context.lookup(Info) : Info;
  return info instanceof PDFDict ? info : undefined;
}

/** An object after following its references. */
export function follow(file: PdfFile, object: PDFObject | undefined): PDFObject | undefined {
  return object instanceof PDFRef ? file.context.lookup(object) : object;
}

/** Names by their text: the library decodes a name each time. */
const names = new Map<string, PDFName>();

function nameFor(key: string): PDFName {
  let name = names.get(key);
  if (!name) {
    name = PDFName.of(key);
    names.set(key, name);
  }
  return name;
}

/** An entry of a dictionary (or of a stream's), references followed. */
export function entry(dict: PDFObject | undefined, key: string): PDFObject | undefined {
  const from = dict instanceof PDFStream ? dict.dict : dict;
  if (!(from instanceof PDFDict)) return undefined;
  const value = from.get(nameFor(key));
  return value instanceof PDFRef ? from.context.lookup(value) : value;
}

export function dictOf(object: PDFObject | undefined, key: string): PDFDict | undefined {
  const value = entry(object, key);
  if (value instanceof PDFStream) return value.dict;
  return value instanceof PDFDict ? value : undefined;
}

/** The elements of an array, references followed; empty for anything else. */
export function listOf(object: PDFObject | undefined, key: string): (PDFObject | undefined)[] {
  return elements(entry(object, key));
}

/** The elements of an array, references followed; empty for anything else. */
export function elements(value: PDFObject | undefined): (PDFObject | undefined)[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().map((_, index) => value.lookup(index));
}

export function nameOf(object: PDFObject | undefined, key: string): string | undefined {
  const value = entry(object, key);
  return value instanceof PDFName ? nameText(value) : undefined;
}

/** The text of a name; few are written with #, and only those need decoding. */
function nameText(name: PDFName): string {
  const text = name.asString();
  return text.includes('#') ? name.decodeText() : text.slice(1);
}

export function numberOf(object: PDFObject | undefined, key: string): number | undefined {
  return toNumber(entry(object, key));
}

export function toNumber(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function numbersOf(object: PDFObject | undefined, key: string): number[] {
  return listOf(object, key).map((item) => toNumber(item) ?? 0);
}

export function boolOf(object: PDFObject | undefined, key: string): boolean | undefined {
  const value = entry(object, key);
  return value instanceof PDFBool ? value.asBoolean() : undefined;
}

export function textOf(object: PDFObject | undefined, key: string): string | undefined {
  return toText(entry(object, key));
}

export function toText(value: PDFObject | undefined): string | undefined {
  if (value instanceof PDFString || value instanceof PDFHexString) return decoded(value);
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** The library hands all characters of a string to one call, which a stack bears up to some 100,000. */
const mostAtOnce = 50_000;

function decoded(value: PDFString | PDFHexString): string {
  const bytes = value.asBytes();
  if (bytes.length <= mostAtOnce) return value.decodeText();
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isUtf16 ? 'utf-16be' : 'utf-8').decode(bytes);
}

const isTooLarge = (error: unknown) =>
  error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';

const bomb = (limit: number) =>
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

/** An attribute of a page that may be inherited in the page tree. */
export function inherited(page: PDFDict, key: string): PDFObject | undefined {
  let at: PDFDict | undefined = page;
  for (let depth = 0; at && depth < 64; depth++) {
    const value = entry(at, key);
    if (value) return value;
    at = dictOf(at, 'Parent');
  }
  return undefined;
}
