import { readBrowserFile } from '../read/browser-file.js';
import { partBoxes } from '../read/text-boxes.js';

/** 分印: consecutive pages of a book as the browser prints them, without their text boxes (see there). */
export interface PrintedPart {
  /** The other objects, one after another. */
  bytes: Uint8Array;
  /** The number, the start and the end of each, in the order of numbers. */
  places: number[];
  /** The number of each text box, that of its page, and its MCID. */
  boxes: number[];
  /** The numbers of the catalogue and of the document information. */
  root: number;
  info: number;
}

/** A PDF as the browser has written it, as a part; undefined for another file. */
export function partOf(pdf: Uint8Array): PrintedPart | undefined {
  const file = readBrowserFile(pdf);
  const trailer = file?.bytes.toString('latin1', file.table.end) ?? '';
  const [root, info] = ['Root', 'Info'].map((key) => referenceOf(trailer, key));
  if (!file || root === undefined || info === undefined) return undefined;
  const { boxes, others } = partBoxes(file);
  others.sort((one, other) => one.number - other.number);
  const places: number[] = [];
  let at = 0;
  for (const { number, start, end } of others) {
    places.push(number, at, at + end - start);
    at += end - start;
  }
  return {
    bytes: Buffer.concat(others.map(({ start, end }) => file.bytes.subarray(start, end))),
    places,
    boxes: Array.from(boxes, ([number, { page, mcid }]) => [number, page, mcid]).flat(),
    root,
    info,
  };
}

/** An object of a part. */
export interface PartObject {
  number: number;
  /** Its text; of a stream, that of its dictionary. */
  text: string;
  /** The bytes of a stream and all behind them. */
  data?: Buffer;
}

const streamMark = '>> stream\n';

/** The objects of a part by their numbers. */
export function objectsOf({ bytes, places }: PrintedPart): Map<number, PartObject> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const objects = new Map<number, PartObject>();
  for (let index = 0; index < places.length; index += 3) {
    const [number, start, end] = places.slice(index, index + 3) as [number, number, number];
    const from = start + `${number} 0 obj\n`.length;
    const mark = file.subarray(from, end).indexOf(streamMark);
    const at = mark < 0 ? end : from + mark + streamMark.length;
    const text = file.toString('latin1', from, at);
    objects.set(number, { number, text, ...(mark >= 0 && { data: file.subarray(at, end) }) });
  }
  return objects;
}

/** The number of the object to which a key of a dictionary refers. */
export function referenceOf(text: string, key: string): number | undefined {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The numbers of the objects in a list of references, or of the one that stands for it; undefined for another value. */
export function referencesOf(text: string, key: string): number[] | undefined {
  const list = new RegExp(`/${key} (?:\\[((?:\\d+ 0 R ?)*)\\]|(\\d+ 0 R))(?=[\\n>])`).exec(text);
  return list
    ? Array.from((list[1] ?? list[2]!).matchAll(/(\d+) 0 R/g), ([, number]) => Number(number))
    : undefined;
}

/** A new object of a file: its number, and its text with the end mark. */
export type NewObject = readonly [number: number, text: string];

/** An object as bytes. */
export const written = ([number, text]: NewObject): Buffer =>
  Buffer.from(`${number} 0 obj\n${text}`, 'latin1');

/** The text of a dictionary with more entries at its end. */
export const endWith = (text: string, entries: string): string =>
  text.replace(/>>\nendobj\n$/, () => `\n${entries}>>\nendobj\n`);
