import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** The objects of a PDF, opened for reading or for finishing. */
export type PdfFile = PDFDocument;

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
