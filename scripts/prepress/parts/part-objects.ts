import { PDFRawStream } from '@cantoo/pdf-lib';
import type { PdfFile } from '../read/pdf-file.js';

/** 分印: consecutive pages of a book, printed, with their structure and their contents finished. */
export interface FinishedPart {
  /** Its objects in the order of numbers; of a stream the dictionary, and the length of its data. */
  objects: { number: number; text: string; length?: number }[];
  /** The data of its streams, one after another. */
  bytes: Uint8Array;
  /** The numbers of the catalogue and of the document information. */
  root: number;
  info: number;
}

/** An object of a file: its text, which is a dictionary or a list; and the data of a stream. */
export interface PartObject {
  number: number;
  text: string;
  data?: Uint8Array;
}

/** The objects of a file that was opened. */
export function partOf({ context }: PdfFile): FinishedPart {
  const { Root, Info } = context.trailerInfo;
  const numberOf = (ref: unknown) => Number(/^(\d+) 0 R$/.exec(`${ref}`)?.[1] ?? 0);
  const data: Uint8Array[] = [];
  const objects = context
    .enumerateIndirectObjects()
    .sort(([one], [other]) => one.objectNumber - other.objectNumber)
    .map(([{ objectNumber: number }, object]) => {
      if (!(object instanceof PDFRawStream)) return { number, text: object.toString() };
      data.push(object.contents);
      return { number, text: object.dict.toString(), length: object.contents.length };
    });
  return { bytes: Buffer.concat(data), objects, root: numberOf(Root), info: numberOf(Info) };
}

/** The objects of a part by their numbers. */
export function objectsOf({ bytes, objects }: FinishedPart): Map<number, PartObject> {
  let at = 0;
  return new Map(
    objects.map(({ number, text, length }): [number, PartObject] => {
      if (length === undefined) return [number, { number, text }];
      at += length;
      return [number, { number, text, data: bytes.subarray(at - length, at) }];
    }),
  );
}

/** The number of the object to which a key of a dictionary refers. */
export function referenceOf(text: string, key: string): number | undefined {
  const number = new RegExp(`/${key} (\\d+) 0 R\\n`).exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The numbers of the objects in a list of references, or of the one that stands for it; undefined for another value. */
export function referencesOf(text: string, key: string): number[] | undefined {
  const list = new RegExp(`/${key} (?:\\[ ((?:\\d+ 0 R )*)\\]|(\\d+ 0 R))\\n`).exec(text);
  if (!list) return undefined;
  return Array.from((list[1] ?? list[2]!).matchAll(/(\d+) 0 R/g), ([, number]) => Number(number));
}

/** An object as bytes. */
export function written({ number, text, data }: PartObject): Uint8Array[] {
  const head = Buffer.from(`${number} 0 obj\n${text}\n${data ? 'stream\n' : 'endobj\n'}`, 'latin1');
  return data ? [head, data, Buffer.from('\nendstream\nendobj\n')] : [head];
}

/** The text of a dictionary with more entries. */
export const withEntries = (text: string, entries: readonly string[]): string =>
  text.replace(/>>$/, () => [...entries, '>>'].join('\n'));
