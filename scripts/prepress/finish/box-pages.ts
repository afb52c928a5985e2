import { PDFName } from '@cantoo/pdf-lib';
import type { PdfFile } from '../pdf-file.js';
import { visibleBox } from '../read-page.js';

/** 成品尺寸 trim size, in millimetres. */
export interface TrimSize {
  widthMm: number;
  heightMm: number;
}

const pointsPerMm = 72 / 25.4;

/**
 * Says where the paper ends: MediaBox, TrimBox and BleedBox, alike in a PDF to read. With a trim size they have it to
 * a thousandth of a point; the browser rounds pages to whole pixels, and lays them out from the upper left corner.
 */
export function boxPages(file: PdfFile, trim: TrimSize | undefined): void {
  for (const { node } of file.getPages()) {
    const [left, bottom, right, top] = visibleBox(node);
    const box = trim
      ? [left, round(top - trim.heightMm * pointsPerMm), round(left + trim.widthMm * pointsPerMm), top]
      : [left, bottom, right, top];
    for (const key of ['MediaBox', 'TrimBox', 'BleedBox']) node.set(PDFName.of(key), file.context.obj(box));
  }
}

function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
