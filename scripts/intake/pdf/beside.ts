import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { PrintedLine, PrintedPage } from '../printed-page.js';
import type { OpenPage } from './glyphs.js';
import type { Pdfium, Scratch } from './pdfium.js';

/** Code of `FPDF_GetFormType` for a form whose pages are made by the viewer, from `fpdf_formfill.h`. */
const dynamicForm = 2;
/** Subtypes of annotations with words that a reader sees, from `fpdf_annot.h`: free text, a stamp, a form's field. */
const freeText = 3;
const withWords: ReadonlySet<number> = new Set([freeText, 13, 20]);
/** Bytes of a name or a value that are read. */
const mostBytes = 65_536;
/** A file in a file is told by its name; more are only counted. */
const mostNamed = 20;
/** A message that stands for what a viewer shows; real pages have more text. */
const placeholder = /portfolio|PDF ?(?:作品集|文件包|組合|组合)|Adobe (?:Reader|Acrobat)|Acrobat/iu;

/** @throws a problem for a form of XFA: its pages hold only a request to wait. */
export function checkForm({ pdfium, document }: { pdfium: Pdfium; document: number }, path: string): void {
  if (pdfium._FPDF_GetFormType(document) === dynamicForm)
    throw problem(say('pdf-xfa'), { path, note: say('pdf-print-form') });
}

/**
 * Tells the files inside a PDF.
 *
 * @throws a problem when they are all that there is: a portfolio has a cover, or an empty page.
 */
export function tellAttached(
  { pdfium, document }: { pdfium: Pdfium; document: number },
  pages: readonly PrintedPage[],
  { bytes, path }: { bytes: Uint8Array; path: string },
): string[] {
  const count = pdfium._FPDFDoc_GetAttachmentCount(document);
  if (count <= 0) return [];
  const names = Array.from({ length: Math.min(count, mostNamed) }, (_, index) =>
    stringOf(pdfium, (at, size) =>
      pdfium._FPDFAttachment_GetName(pdfium._FPDFDoc_GetAttachment(document, index), at, size),
    ),
  );
  const more = count - names.length;
  const listed = `${names.join('、')}${more > 0 ? `、… (+${more})` : ''}`;
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('');
  const isCover = pages.length <= 2 && (text === '' || placeholder.test(text));
  if (isCover || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Collection'))
    throw problem(say('pdf-portfolio', listed), { path, note: say('pdf-take-out') });
  return [
    `Files inside the PDF were not read: ${listed} (save them with a PDF viewer, and restore them, too)`,
  ];
}

/**
 * Makes the words of a page's annotations part of its content: what is typed into a form or written on the page.
 * Comments that only open on a click are no part of it.
 *
 * @returns the fields that have a value and no appearance, which PDFium cannot draw
 */
export function flattenNotes(open: Pick<OpenPage, 'pdfium' | 'scratch' | 'page'>): {
  isChanged: boolean;
  undrawn: { text: string; box: [number, number, number, number] }[];
} {
  const { pdfium, page } = open;
  const undrawn: { text: string; box: [number, number, number, number] }[] = [];
  let isChanged = false;
  for (let index = pdfium._FPDFPage_GetAnnotCount(page) - 1; index >= 0; index--) {
    const note = pdfium._FPDFPage_GetAnnot(page, index);
    const subtype = pdfium._FPDFAnnot_GetSubtype(note);
    const isDrawn = pdfium._FPDFAnnot_GetAP(note, 0, 0, 0) > 2;
    if (withWords.has(subtype) && !isDrawn) undrawn.unshift(...wordsOfNote(open, note, subtype));
    pdfium._FPDFPage_CloseAnnot(note);
    if (withWords.has(subtype) && isDrawn) isChanged = true;
    else pdfium._FPDFPage_RemoveAnnot(page, index);
  }
  if (isChanged) pdfium._FPDFPage_Flatten(page, 0);
  return { isChanged, undrawn };
}

function wordsOfNote(
  { pdfium, scratch }: { pdfium: Pdfium; scratch: Scratch },
  note: number,
  subtype: number,
): { text: string; box: [number, number, number, number] }[] {
  const entry = (key: string) => {
    const name = cString(pdfium, key);
    try {
      return stringOf(pdfium, (at, size) => pdfium._FPDFAnnot_GetStringValue(note, name, at, size));
    } finally {
      pdfium.wasmExports.free(name);
    }
  };
  // The value of a button is the name of its state.
  const text = entry(subtype === freeText ? 'Contents' : 'V');
  if (text.trim() === '' || entry('FT') === 'Btn') return [];
  pdfium._FPDFAnnot_GetRect(note, scratch.at);
  const [left = 0, top = 0, right = 0, bottom = 0] = scratch.floats(4);
  return [{ text, box: [left, top, right, bottom] }];
}

/** Usual size of type in a form, in points, and the most of a field's height that it fills. */
const [usualSize, mostHigh] = [12, 0.8];

/** Lines of a field that is not drawn, from its top. */
export function linesOfField(
  { text, box }: { text: string; box: [number, number, number, number] },
  place: OpenPage['place'],
): PrintedLine[] {
  const rows = text.split(/[\r\n\u2028\u2029]+/u).filter((row) => row.trim() !== '');
  const [a, b] = [place(box[0], box[1]), place(box[2], box[3])];
  const [left, top] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
  const high = Math.abs(a[1] - b[1]) / rows.length;
  const size = Math.max(1, Math.min(usualSize, mostHigh * high));
  return rows.map((row, index) => ({
    text: row.trim(),
    direction: 'horizontal',
    size,
    box: {
      left,
      right: left + size * [...row.trim()].length,
      top: top + index * high,
      bottom: top + index * high + size,
    },
  }));
}

/** A string of PDFium, in UTF-16; `write` returns the number of its bytes with the zero at its end. */
function stringOf(pdfium: Pdfium, write: (at: number, size: number) => number): string {
  const size = Math.min(write(0, 0), mostBytes);
  if (size <= 2) return '';
  const at = pdfium._malloc(size);
  try {
    write(at, size);
    return new TextDecoder('utf-16le').decode(pdfium.HEAPU8.slice(at, at + size - 2));
  } finally {
    pdfium.wasmExports.free(at);
  }
}

function cString(pdfium: Pdfium, text: string): number {
  const at = pdfium._malloc(text.length + 1);
  pdfium.HEAPU8.set(Buffer.from(`${text}\0`, 'latin1'), at);
  return at;
}
