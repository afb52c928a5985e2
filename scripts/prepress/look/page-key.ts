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
 * A fingerprint of all that the look of a page depends on: its operators, the outlines of its glyphs in their order, and
 * its resources. The numbers of glyphs are not in it, because a subset numbers them anew for every word that is changed
 * anywhere in the book. Undefined for pages that say more than that: forms, annotations of their own, unread fonts.
 */
export function pageKey(file: PdfFile, page: PdfPage, glyphs: readonly Glyph[]): string | undefined {
  const { dict } = page;
  const annotations = listOf(dict, 'Annots');
  const hasOwn = page.others.length > 0 || annotations.some((annotation) => entry(annotation, 'AP'));
  if (hasOwn || glyphs.some(({ font }) => !font.outlines)) return undefined;
  const sum = createHash('sha256');
  addOperators(sum, contentBytes(dict));
  for (const { font, code, matrix } of glyphs) sum.update(`${outlineKey(font, code)} ${matrix.join(' ')}\n`);
  const resources = inherited(dict, 'Resources');
  const forms = dictOf(resources, 'XObject');
  const isForm = (name: string) => nameOf(entry(forms, name), 'Subtype') === 'Form';
  if (forms?.keys().some((key) => isForm(key.decodeText()))) return undefined;
  for (const kind of ['ExtGState', 'XObject', 'Pattern', 'Shading', 'ColorSpace', 'Properties'])
    addObject(sum, file, entry(resources, kind));
  for (const key of ['MediaBox', 'CropBox', 'Rotate']) addObject(sum, file, inherited(dict, key));
  return sum.digest('hex').slice(0, 32);
}

/** Operators with their numbers; what they show is told by the glyphs. */
function addOperators(sum: Hash, bytes: Uint8Array): void {
  tokenize(bytes, (operator, operands, start, end) => {
    if (operator === 'BI') sum.update(bytes.subarray(start, end));
    if (operator === 'Tf') return;
    const parts = operands
      .flat()
      .filter((operand) => typeof operand === 'number' || typeof operand === 'string');
    sum.update(`${parts.join(' ')} ${operator}\n`);
  });
}

const outlines = new WeakMap<PdfFont, Map<number, string>>();

function outlineKey(font: PdfFont, glyph: number): string {
  const known = outlines.get(font) ?? new Map<number, string>();
  outlines.set(font, known);
  let key = known.get(glyph);
  if (key === undefined) {
    key = createHash('sha256').update(font.outlines!.outline(glyph)).digest('base64').slice(0, 16);
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
