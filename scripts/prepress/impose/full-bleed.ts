import type { Box } from '../read/matrix.js';
import type { PdfReading } from '../read/read-pdf.js';

/** Content nearer to the edge than this, in points, is meant to reach it. */
const nearPt = 1;

/** True if anything other than white reaches the edge of a page: only then is there something to bleed. */
export function hasFullBleed({ pages }: Pick<PdfReading, 'pages'>): boolean {
  return pages.some((page) => {
    const { shapes, pictures } = page.content();
    const painted = shapes.filter(
      ({ colour, opacity }) => opacity > 0 && !colour?.every((part) => part === 1),
    );
    return [...painted, ...pictures].some(({ box }) => touches(box, page.trim));
  });
}

const touches = (box: Box, [left, bottom, right, top]: Box) =>
  box[0] < left + nearPt || box[1] < bottom + nearPt || box[2] > right - nearPt || box[3] > top - nearPt;
