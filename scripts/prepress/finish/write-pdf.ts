import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import {
  PDFCatalog,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { PdfFile } from '../read/pdf-file.js';

/** Objects of a stream of objects: a reader unpacks all of them for one. */
const objectsInStream = 100;
/** The version of PDF (ISO 32000-1) with a comment of high bytes, by which programs know that a file is not text. */
const header = Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n\n', 'latin1');

/** Where an object is: at an offset in the file, or the n-th of a stream of objects (ISO 32000-1 §7.5.8.3). */
type Place = [kind: 1, offset: number, generation: number] | [kind: 2, stream: number, index: number];

/**
 * 存盘: writes a file, its small objects in streams (§7.5.7) that are compressed on all cores. Same objects, same bytes.
 * The library compresses them one after another in JavaScript, and takes a time that grows with the square of their
 * number, as it looks for the place of each in the table of all: .5 s of a book of 497 pages.
 */
export async function writePdf({ context }: PdfFile): Promise<Uint8Array> {
  const objects = context.enumerateIndirectObjects();
  const isAlone = ([, object]: [PDFRef, PDFObject]) =>
    [PDFStream, PDFCatalog, PDFPageTree, PDFPageLeaf].some((kind) => object instanceof kind);
  const packed = objects.filter((one) => !isAlone(one));
  const first = context.largestObjectNumber + 1;
  const places = new Map<number, Place>();
  const streams = chunksOf(packed).map((chunk, at) => {
    for (const [index, [ref]] of chunk.entries()) places.set(ref.objectNumber, [2, first + at, index]);
    return packObjects(chunk);
  });
  const file: Uint8Array[] = [header];
  let length = header.length;
  const add = (number: number, body: readonly Uint8Array[]) => {
    places.set(number, [1, length, 0]);
    for (const part of [Buffer.from(`${number} 0 obj\n`), ...body, Buffer.from('\nendobj\n\n')]) {
      file.push(part);
      length += part.length;
    }
  };
  for (const one of objects) if (isAlone(one)) add(one[0].objectNumber, bytesOf(one[1]));
  for (const [at, stream] of (await Promise.all(streams)).entries()) add(first + at, stream);
  const table = first + streams.length;
  const start = length;
  places.set(table, [1, start, 0]);
  add(table, await packTable(places, table + 1, context.trailerInfo));
  return Buffer.concat([...file, Buffer.from(`startxref\n${start}\n%%EOF`)]);
}

function chunksOf<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / objectsInStream);
  return Array.from({ length: count }, (_, at) =>
    all.slice(at * objectsInStream, (at + 1) * objectsInStream),
  );
}

function bytesOf(object: PDFObject): Uint8Array[] {
  if (object instanceof PDFRawStream) {
    object.updateDict();
    return streamOf(object.dict.toString(), object.contents);
  }
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return [bytes];
}

const streamOf = (dict: string, data: Uint8Array): Uint8Array[] => [
  Buffer.from(`${dict}\nstream\n`, 'latin1'),
  data,
  Buffer.from('\nendstream'),
];

/** A stream of objects: the number of each with its place behind all these, and the objects. */
async function packObjects(objects: readonly [PDFRef, PDFObject][]): Promise<Uint8Array[]> {
  const texts = objects.map(([, object]) => object.toString());
  let at = 0;
  const heads = texts.map((text, index) => {
    const head = `${objects[index]![0].objectNumber} ${at} `;
    at += text.length + 1;
    return head;
  });
  const head = heads.join('');
  const data = await compress(Buffer.from(`${head}${texts.join('\n')}\n`, 'latin1'));
  return streamOf(
    `<<\n/Type /ObjStm\n/N ${objects.length}\n/First ${head.length}\n/Filter /FlateDecode\n/Length ${data.length}\n>>`,
    data,
  );
}

/** The table of places (§7.5.8) of `size` numbers from 0, which is also the trailer. */
async function packTable(
  places: ReadonlyMap<number, Place>,
  size: number,
  { Root, Info, ID }: PdfFile['context']['trailerInfo'],
): Promise<Uint8Array[]> {
  const table = Buffer.alloc(size * rowLength);
  table.writeUInt16BE(0xffff, rowLength - 2);
  for (const [number, [kind, where, index]] of places) {
    table.writeUInt8(kind, number * rowLength);
    table.writeUInt32BE(where, number * rowLength + 1);
    table.writeUInt16BE(index, number * rowLength + 5);
  }
  const data = await compress(table);
  const keys = Object.entries({ Root, Info, ID }).flatMap(([key, value]) =>
    value ? `/${key} ${value}\n` : [],
  );
  return streamOf(
    `<<\n/Type /XRef\n/Size ${size}\n/W [ 1 4 2 ]\n${keys.join('')}/Filter /FlateDecode\n/Length ${data.length}\n>>`,
    data,
  );
}

/** Its columns have 1, 4 and 2 bytes. */
const rowLength = 7;

const compress = promisify<Uint8Array, Buffer>(deflate);
