import { type BrowserFile, isAt, readBrowserFile, type Stored } from './browser-file.js';

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

const none: ReadonlyMap<number, TextBox> = new Map();
const boxStart = '<</Type /StructElem\n/S /NonStruct\n/P ';
const box = /^<<\/Type \/StructElem\n\/S \/NonStruct\n\/P \d+ 0 R\n\/Pg (\d+) 0 R\n\/K (\d+)>>\nendobj\n$/;
const treeStart = '<</Type /ParentTree\n/Nums [';
const row = /^\[(?:\d+ 0 R ?)+\]\nendobj\n$/;

/**
 * Takes the text boxes out of a PDF as the browser prints it. Only objects that are written exactly as the browser
 * writes these, at the places that the file's own table names; of any other file, nothing.
 */
export function withoutTextBoxes(pdf: Uint8Array): Unboxed {
  const file = readBrowserFile(pdf);
  if (!file) return { bytes: pdf, boxes: none };
  const { boxes, others } = partBoxes(file);
  if (boxes.size === 0) return { bytes: pdf, boxes };
  const { bytes, objects, table } = file;
  const kept = others.map(({ start, end }) => bytes.subarray(start, end));
  return {
    bytes: Buffer.concat([bytes.subarray(0, objects[0]!.start), ...kept, bytes.subarray(table.end)]),
    boxes,
  };
}

/** Parts the text boxes and the rows of the parent tree from the other objects of a file. */
export function partBoxes(file: BrowserFile): { boxes: Map<number, TextBox>; others: Stored[] } {
  const { bytes, objects } = file;
  const boxes = new Map<number, TextBox>();
  const rows = rowsOf(file);
  const others = objects.filter(({ number, body, end }) => {
    if (rows.has(number) && row.test(bytes.toString('latin1', body, end))) return false;
    if (!isAt(bytes, boxStart, body)) return true;
    const [, page, mcid] = box.exec(bytes.toString('latin1', body, end)) ?? [];
    if (page === undefined) return true;
    boxes.set(number, { page: Number(page), mcid: Number(mcid) });
    return false;
  });
  return { boxes, others };
}

/** The objects that a parent tree names: rows of pages, and elements of annotations. */
function rowsOf({ bytes, objects }: BrowserFile): Set<number> {
  const tree = objects.find(({ body }) => isAt(bytes, treeStart, body));
  if (!tree) return new Set();
  const text = bytes.toString('latin1', tree.start, tree.end);
  return new Set(Array.from(text.matchAll(/(\d+) 0 R/g), ([, number]) => Number(number)));
}
