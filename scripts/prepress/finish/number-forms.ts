import type { PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { numberOf, type PdfFile } from '../read/pdf-file.js';
import { descendants, isMarkedContent, type StructureElement } from '../read/read-structure.js';
import type { MarkedContentStream } from './read-contents.js';

/**
 * Numbers the marks of a page and of its forms consecutively, in the contents and in the tree. Chromium has numbered
 * those of each form from 0 since 153 (ISO 32000-1 §14.7.4.2 allows both); everywhere else here a mark is identified by
 * its page and number.
 */
export function numberForms(
  file: PdfFile,
  root: StructureElement,
  contents: readonly MarkedContentStream[],
): void {
  const next = new Map<number, number>();
  const isApart = ({ form }: MarkedContentStream) => form !== undefined && hasOwnNumbers(file, form);
  const inRow = (content: MarkedContentStream) => {
    const last = content.scan.sequences.reduce((most, { mcid }) => Math.max(most, mcid), -1);
    next.set(content.page, Math.max(next.get(content.page) ?? 0, last + 1));
  };
  for (const content of contents) if (!isApart(content)) inRow(content);
  const shifts = new Map<PDFRef, number>();
  for (const content of contents) {
    if (!content.form || !isApart(content)) continue;
    const shift = next.get(content.page) ?? 0;
    shifts.set(content.form, shift);
    for (const sequence of content.scan.sequences) sequence.mcid += shift;
    inRow(content);
  }
  for (const { kids } of descendants(root))
    for (const kid of kids) if (isMarkedContent(kid) && kid.form) kid.mcid += shifts.get(kid.form) ?? 0;
}

function hasOwnNumbers(file: PdfFile, form: PDFRef): boolean {
  const dict: PDFDict = (file.context.lookup(form) as PDFRawStream).dict;
  return numberOf(dict, 'StructParents') !== undefined;
}
