/**
 * 文字: an element of the browser's structure tree that only holds one stretch of text. It writes one for each piece of
 * text between two tags, nine of ten objects of a long book; as dictionaries they would take half of the time in which
 * the file is read.
 */
export interface TextBox {
  /** Number of its page's object. */
  page: number;
  mcid: number;
}

/** A printed PDF without its text boxes. */
export interface Unboxed {
  /** The file without them, without the rows of its parent tree, and without its table of places: to be read in order. */
  bytes: Uint8Array;
  /** By the number of their object. */
  boxes: ReadonlyMap<number, TextBox>;
}

/** An object, [start, end) in bytes. */
interface Stored {
  number: number;
  start: number;
}

const none: ReadonlyMap<number, TextBox> = new Map();
const decimal = /^\d+$/;
/** A line of the table of places (ISO 32000-1 §7.5.4): `0000000185 00000 n` and two characters of line end. */
const placeLength = 20;
const boxStart = '<</Type /StructElem\n/S /NonStruct\n/P ';
const box = /^<<\/Type \/StructElem\n\/S \/NonStruct\n\/P \d+ 0 R\n\/Pg (\d+) 0 R\n\/K (\d+)>>\nendobj\n$/;
const treeStart = '<</Type /ParentTree\n/Nums [';
const row = /^\[(?:\d+ 0 R ?)+\]\nendobj\n$/;

/**
 * Takes the text boxes out of a PDF as the browser prints it. Only objects that are written exactly as the browser
 * writes these, at the places that the file's own table names; of any other file, nothing.
 */
export function withoutTextBoxes(pdf: Uint8Array): Unboxed {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const table = tableOf(file);
  if (!table) return { bytes: pdf, boxes: none };
  const ends = [...table.objects.slice(1).map(({ start }) => start), table.start];
  const boxes = new Map<number, TextBox>();
  const cuts: [number, number][] = [];
  const rows = rowsOf(file, table.objects, ends);
  table.objects.forEach(({ number, start }, index) => {
    const end = ends[index]!;
    const body = start + `${number} 0 obj\n`.length;
    if (rows.has(number) && row.test(file.toString('latin1', body, end))) cuts.push([start, end]);
    if (!isAt(file, boxStart, body)) return;
    const [, page, mcid] = box.exec(file.toString('latin1', body, end)) ?? [];
    if (page === undefined) return;
    boxes.set(number, { page: Number(page), mcid: Number(mcid) });
    cuts.push([start, end]);
  });
  cuts.push([table.start, table.end]);
  return boxes.size === 0 ? { bytes: pdf, boxes } : { bytes: without(file, cuts), boxes };
}

/** The objects of a file with one table of places, in the order of their places; undefined for another file. */
function tableOf(file: Buffer): { objects: Stored[]; start: number; end: number } | undefined {
  const word = 'startxref\n';
  const at = file.lastIndexOf(word);
  const start = Number(
    /^\d+(?=\n%%EOF)/.exec(file.toString('latin1', at + word.length, at + word.length + 32))?.[0],
  );
  const [head, count] = /^xref\n0 (\d+)\n/.exec(file.toString('latin1', start, start + 24)) ?? [];
  if (at < 0 || head === undefined) return undefined;
  const first = start + head.length;
  const end = first + Number(count) * placeLength;
  if (!isAt(file, 'trailer\n', end)) return undefined;
  const objects: Stored[] = [];
  for (let number = 1; number < Number(count); number++) {
    const place = file.toString('latin1', first + number * placeLength, first + number * placeLength + 10);
    const stored = { number, start: Number(place) };
    if (!decimal.test(place) || !isAt(file, `${number} 0 obj\n`, stored.start)) return undefined;
    objects.push(stored);
  }
  return { objects: objects.sort((one, other) => one.start - other.start), start, end };
}

/** The objects that a parent tree names: rows of pages, and elements of annotations. */
function rowsOf(file: Buffer, objects: readonly Stored[], ends: readonly number[]): Set<number> {
  const at = objects.findIndex(({ number, start }) =>
    isAt(file, treeStart, start + `${number} 0 obj\n`.length),
  );
  if (at < 0) return new Set();
  const tree = file.toString('latin1', objects[at]!.start, ends[at]!);
  return new Set(Array.from(tree.matchAll(/(\d+) 0 R/g), ([, number]) => Number(number)));
}

function isAt(file: Buffer, words: string, at: number): boolean {
  for (let index = 0; index < words.length; index++)
    if (file[at + index] !== words.charCodeAt(index)) return false;
  return true;
}

function without(file: Buffer, cuts: readonly [number, number][]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [start, end] of cuts) {
    if (start > at) parts.push(file.subarray(at, start));
    at = end;
  }
  return Buffer.concat([...parts, file.subarray(at)]);
}
