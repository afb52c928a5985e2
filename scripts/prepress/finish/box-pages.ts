import { PDFName } from '@cantoo/pdf-lib';
import type { Trim } from '../../typeset/book/trim.js';
import type { PdfFile } from '../read/pdf-file.js';
import { visibleBox } from '../read/read-page.js';

const pointsPerMm = 72 / 25.4;

/**
 * Says where the paper ends: MediaBox, TrimBox and BleedBox, alike in a PDF to read (a press file has bleed around the
 * trim), to a thousandth of a point. The browser rounds pages to whole pixels, and lays them out from the upper left
 * corner: this corner stays where it is.
 */
export function boxPages(file: PdfFile, { widthMm, heightMm }: Trim, bleedMm = 0): void {
  const bleed = bleedMm * pointsPerMm;
  const [width, height] = [widthMm * pointsPerMm, heightMm * pointsPerMm];
  for (const { node } of file.getPages()) {
    const [left, , , top] = visibleBox(node);
    const outer = [left, round(top - height - 2 * bleed), round(left + width + 2 * bleed), top];
    const trim = [left + bleed, top - height - bleed, left + width + bleed, top - bleed].map(round);
    node.set(PDFName.of('MediaBox'), file.context.obj(outer));
    node.set(PDFName.of('TrimBox'), file.context.obj(bleedMm === 0 ? outer : trim));
    node.set(PDFName.of('BleedBox'), file.context.obj(outer));
  }
}

function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
