import type { Box } from '../read/matrix.js';
import { inkOf } from './ink.js';
import { averages, type Grid } from './picture-grid.js';
import { openRenderer } from './renderer.js';

/** A page to look at. Boxes in pixels, [left, top, right, bottom]. */
export interface PageToLook {
  /** Its index in the book, from 0, and in the file of the letters alone. */
  index: number;
  at: number;
  /** Pixels a point. */
  scale: number;
  /** Width and height in pixels at this scale. */
  size: readonly [number, number];
  /** Four numbers a glyph. */
  glyphs: Float64Array;
  pictures: readonly Box[];
}

/** Pages of a book to be rendered and measured: plain data, so that another thread can do it. */
export interface LookJob {
  pdf: Uint8Array;
  /** The letters of these pages alone (`maskPdf`): grey tells how much of a pixel they cover. */
  mask: Uint8Array;
  pages: readonly PageToLook[];
}

/** Measurements of a page; none for a rotated one, whose sides differ. */
export interface PageLook {
  index: number;
  /** Contrast and misfit of each glyph; NaN where its ink covers too little to be measured. */
  inks: Float64Array;
  grids: readonly Grid[];
}

/** Renders pages and measures the ink of their glyphs and the colours of their pictures. */
export async function look({ pdf, mask, pages }: LookJob): Promise<PageLook[]> {
  const [page, letters] = [await openRenderer(pdf), await openRenderer(mask)];
  try {
    const looks: PageLook[] = [];
    for (const { index, at, scale, size, glyphs, pictures } of pages) {
      const [raster, bare] = [await page.render(index, scale), await letters.render(at, scale, 'grey')];
      const isTurned = raster.width !== bare.width || raster.height !== bare.height;
      // PDFium renders pages as whole points: the last line of an A4 page would be almost a point away.
      const [across, down] = [raster.width / size[0], raster.height / size[1]];
      const shown = ([left, top, right, bottom]: Box): Box => [
        left * across,
        top * down,
        right * across,
        bottom * down,
      ];
      const inks = new Float64Array(glyphs.length / 2).fill(Number.NaN);
      for (let glyph = 0; glyph < glyphs.length / 4 && !isTurned; glyph++) {
        const [left, top, right, bottom] = glyphs.subarray(4 * glyph);
        const ink = inkOf(raster, bare, shown([left!, top!, right!, bottom!]));
        if (ink) inks.set([ink.contrast, ink.misfit], 2 * glyph);
      }
      looks.push({ index, inks, grids: isTurned ? [] : pictures.map((box) => averages(raster, shown(box))) });
    }
    return looks;
  } finally {
    page.close();
    letters.close();
  }
}
