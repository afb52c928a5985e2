import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Trim } from '../../typeset/book/trim.js';

const pointsPerMm = 72 / 25.4;

/** Marks of a numbered page, in points from its upper left and lower left corner. */
export const numbered = { insetPt: 60, headPt: 4, footPt: 2, stepPt: 0.25 } as const;

/**
 * A book whose pages can be identified on a printed sheet by two black bars: the length of the one at the head is the
 * page's number; the one at the foot is thinner, so that it shows which way up a page is.
 */
export async function numberedBook(pages: number, { widthMm, heightMm }: Trim): Promise<Uint8Array> {
  const file = await PDFDocument.create({ updateMetadata: false });
  const { insetPt, headPt, footPt, stepPt } = numbered;
  for (let index = 0; index < pages; index++) {
    const page = file.addPage([widthMm * pointsPerMm, heightMm * pointsPerMm]);
    const top = page.getHeight() - insetPt - headPt;
    const content = `0 0 0 rg ${insetPt} ${top} ${(index + 1) * stepPt} ${headPt} re f ${insetPt} ${insetPt} ${stepPt} ${footPt} re f`;
    page.node.set(PDFName.of('Contents'), file.context.register(file.context.flateStream(content)));
  }
  return file.save({ useObjectStreams: true });
}
