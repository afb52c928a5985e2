import { createHash, type Hash } from 'node:crypto';
import { PDFArray, PDFDict, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { Glyph } from '../read/painter.js';
import { dictOf, entry, inherited, listOf, nameOf, type PdfFile } from '../read/pdf-file.js';
import { contentBytes } from '../read/pdf-streams.js';
import type { PdfFont } from '../read/read-font.js';
import type { PdfPage } from '../read/read-pdf.js';
import { tokenize } from '../read/tokenize.js';

/** Resources nest a few deep in real files. */
const mostNested = 12;

/**
 * A fingerprint of all that the look of a page depends on: its operators, the outlines of its glyphs in their order,
 * and its resources. The numbers of glyphs are not in it, because a subset numbers them anew for every word that is
 * changed anywhere in the book. Undefined for pages that say more than that: forms, annotations of their own, unread
 * fonts.
 */
export function pageKey(file: PdfFile, page: PdfPage, glyphs: readonly Glyph[]): string | undefined {
  const { dict } = page;
  const annotations = listOf(dict, 'Annots');
  const hasOwn = page.others.length > 0 || annotations.some((annotation) => entry(annotation, 'AP'));
  if (hasOwn || glyphs.some(({ font }) => !font.outlines)) return undefined;
  const sum = createHash('sha256');
  addOperators(sum, contentBytes(dict));
  addGlyphs(sum, glyphs);
  const resources = inherited(dict, 'Resources');
  const forms = dictOf(resources, 'XObject');
  const isForm = (name: string) => nameOf(entry(forms, name), 'Subtype') === 'Form';
  if (forms?.keys().some((key) => isForm(key.decodeText()))) return undefined;
  for (const kind of ['ExtGState', 'XObject', 'Pattern', 'Shading', 'ColorSpace', 'Properties'])
    addObject(sum, file, entry(resources, kind));
  for (const key of ['MediaBox', 'CropBox', 'Rotate']) addObject(sum, file, inherited(dict, key));
  return sum.digest('hex').slice(0, 32);
}

/** Operators that show text: glyphs tell what, their numbers how far apart. */
const showing = new Set(['Tj', 'TJ', "'", '"']);

/** Operators as they are written, in one piece: a sum takes as long for a few bytes as for thousands. */
function addOperators(sum: Hash, bytes: Uint8Array): void {
  const written = new Uint8Array(bytes.length);
  const gaps: number[] = [];
  let length = 0;
  tokenize(bytes, (operator, operands, start, end) => {
    if (operator === 'Tf') return;
    if (showing.has(operator)) {
      for (const operand of operands.flat()) if (typeof operand === 'number') gaps.push(operand);
      gaps.push(Number.NaN);
      return;
    }
    written.set(bytes.subarray(start, end), length);
    length += end - start;
  });
  sum.update(written.subarray(0, length)).update(Float64Array.from(gaps));
}

/** Six numbers a glyph for its place, one for its outline. */
const numbersOfGlyph = 7;

function addGlyphs(sum: Hash, glyphs: readonly Glyph[]): void {
  const numbers = new Float64Array(numbersOfGlyph * glyphs.length);
  glyphs.forEach(({ font, code, matrix }, index) => {
    numbers.set(matrix, numbersOfGlyph * index);
    numbers[numbersOfGlyph * index + 6] = outlineKey(font, code);
  });
  sum.update(numbers);
}

const outlines = new WeakMap<PdfFont, Map<number, number>>();

/** A number of 48 bits for the outline of a glyph. */
function outlineKey(font: PdfFont, glyph: number): number {
  const known = outlines.get(font) ?? new Map<number, number>();
  outlines.set(font, known);
  let key = known.get(glyph);
  if (key === undefined) {
    const outline = font.outlines!.points(glyph) ?? font.outlines!.outline(glyph);
    key = createHash('sha256').update(outline).digest().readUIntBE(0, 6);
    known.set(glyph, key);
  }
  return key;
}

/** An object with all that it refers to. */
function addObject(sum: Hash, file: PdfFile, object: PDFObject | undefined, depth = 0): void {
  if (object === undefined || depth > mostNested) return;
  if (object instanceof PDFRef) addObject(sum, file, file.context.lookup(object), depth + 1);
  else if (object instanceof PDFStream) {
    addObject(sum, file, object.dict, depth + 1);
    sum.update(object.getContents());
  } else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) {
      sum.update(`${key.asString()} `);
      addObject(sum, file, value, depth + 1);
    }
  else if (object instanceof PDFArray)
    for (const value of object.asArray()) addObject(sum, file, value, depth + 1);
  else sum.update(`${object.toString()} `);
}
