import { PDFName } from '@cantoo/pdf-lib';
import type { Trim } from '../../typeset/compose/trim.js';
import type { PdfFile } from '../read/pdf-file.js';
import { visibleBox } from '../read/read-page.js';

const pointsPerMm = 72 / 25.4;

/**
 * Says where the paper ends: MediaBox, TrimBox and BleedBox, alike in a PDF to read, to a thousandth of a point. The
 * browser rounds pages to whole pixels, and lays them out from the upper left corner: this corner stays where it is.
 */
export function boxPages(file: PdfFile, { widthMm, heightMm }: Trim): void {
  for (const { node } of file.getPages()) {
    const [left, , , top] = visibleBox(node);
    const box = [left, round(top - heightMm * pointsPerMm), round(left + widthMm * pointsPerMm), top];
    for (const key of ['MediaBox', 'TrimBox', 'BleedBox']) node.set(PDFName.of(key), file.context.obj(box));
  }
}

function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
