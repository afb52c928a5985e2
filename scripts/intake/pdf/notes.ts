import type { PrintedLine } from '../printed-page.js';
import type { OpenPage } from './glyphs.js';
import { cString, stringOf } from './strings.js';

/** Subtypes of annotations with words that a reader sees, from `fpdf_annot.h`: free text, a stamp, a form's field. */
const freeText = 3;
const withWords: ReadonlySet<number> = new Set([freeText, 13, 20]);
/** … with a comment that opens on a click: a sticky note, drawings, marked text, a place to insert. */
const withComment: ReadonlySet<number> = new Set([1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15]);
const strikeOut = 12;
const fileAttachment = 17;

/** A field that has a value and no appearance, which PDFium cannot draw. */
export interface UndrawnField {
  text: string;
  box: [number, number, number, number];
}

/** Notes that readers put on a page of a PDF. */
export interface PageNotes {
  undrawn: UndrawnField[];
  /** Comments that open on a click. */
  comments: string[];
  /** Number of passages that a reader struck out. */
  struck: number;
  /** Number of files pinned to the page. */
  files: number;
}

/**
 * Makes the words of a page's annotations part of its content: what is typed into a form or written on the page.
 * Comments that only open on a click are no part of it, and are returned.
 */
export function flattenNotes(open: Pick<OpenPage, 'pdfium' | 'scratch' | 'page'>): PageNotes & {
  isChanged: boolean;
} {
  const { pdfium, page } = open;
  const undrawn: UndrawnField[] = [];
  const comments: string[] = [];
  let [struck, files, isChanged] = [0, 0, false];
  for (let index = pdfium._FPDFPage_GetAnnotCount(page) - 1; index >= 0; index--) {
    const note = pdfium._FPDFPage_GetAnnot(page, index);
    const subtype = pdfium._FPDFAnnot_GetSubtype(note);
    const isDrawn = pdfium._FPDFAnnot_GetAP(note, 0, 0, 0) > 2;
    if (withWords.has(subtype) && !isDrawn) undrawn.unshift(...wordsOfNote(open, note, subtype));
    if (withComment.has(subtype)) {
      const text = entryOf(open, note, 'Contents').trim();
      if (text !== '') comments.unshift(text);
    }
    if (subtype === strikeOut) struck++;
    if (subtype === fileAttachment) files++;
    pdfium._FPDFPage_CloseAnnot(note);
    if (withWords.has(subtype) && isDrawn) isChanged = true;
    else pdfium._FPDFPage_RemoveAnnot(page, index);
  }
  if (isChanged) pdfium._FPDFPage_Flatten(page, 0);
  return { isChanged, undrawn, comments, struck, files };
}

/** A string of an annotation's dictionary; empty without one. */
function entryOf({ pdfium }: Pick<OpenPage, 'pdfium'>, note: number, key: string): string {
  const name = cString(pdfium, key);
  try {
    return stringOf(pdfium, (at, size) => pdfium._FPDFAnnot_GetStringValue(note, name, at, size));
  } finally {
    pdfium.wasmExports.free(name);
  }
}

function wordsOfNote(
  open: Pick<OpenPage, 'pdfium' | 'scratch'>,
  note: number,
  subtype: number,
): UndrawnField[] {
  const { pdfium, scratch } = open;
  const entry = (key: string) => entryOf(open, note, key);
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
export function linesOfField({ text, box }: UndrawnField, place: OpenPage['place']): PrintedLine[] {
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
