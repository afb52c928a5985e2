import type { Written } from '../expect/written.js';
import type { Finding } from '../finding.js';
import type { Picture } from '../read/painter.js';
import { type PageContent, visibleBox } from '../read/read-page.js';
import type { PdfReading } from '../read/read-pdf.js';
import { checkInk, type Look, pixelsOf } from './check-ink.js';
import { checkFigure, type Figure, figureFinding, figuresOf } from './figures.js';
import { type MaskPage, maskPdf } from './mask-pdf.js';
import { averages, difference, readSourcePicture, type SourcePicture } from './picture-grid.js';
import { openRenderer } from './renderer.js';

/** Pixels a point: the smallest text has some pixels a stroke. */
const scale = 2;
/** A picture may differ by so much: JPEG, and edges that fall on other pixels, which are many of one as high as a line. */
const mostDifference = 0.05;
const edgePixels = 1.5;

/** What is to be looked at: pages that are not plain, by their index, and what is painted on pages. */
export interface Seen {
  pages: readonly number[];
  pictures: ReadonlyMap<number, readonly Picture[]>;
}

/** Renders the pages that are not plain and looks at their text and their pictures. */
export async function lookAtPages(
  reading: PdfReading,
  written: Written,
  { pages, pictures }: Seen,
): Promise<Finding[]> {
  const figures = figuresOf(reading, written, pictures);
  const findings: Finding[] = [];
  if (!figures) {
    const message = `Unexpected number of pictures in the file, expected ${written.pictures.length}`;
    findings.push({
      rule: 'picture',
      message,
      remedy: 'Print again: a picture of the manuscript is lost, or there twice.',
    });
  }
  const sources = await sourcesOf(written);
  for (const figure of figures ?? [])
    findings.push(...checkFigure(reading, figure, sources.get(figure.written.src)));
  if (pages.length === 0) return findings;
  const masked = pages.map((index): MaskPage => {
    const { dict } = reading.pages[index]!;
    return { box: visibleBox(dict), glyphs: inked(reading.pages[index]!.content()) };
  });
  const [page, mask] = await Promise.all([
    openRenderer(reading.bytes),
    maskPdf(reading.file, masked).then(openRenderer),
  ]);
  try {
    for (const [at, index] of pages.entries()) {
      const { box, glyphs } = masked[at]!;
      const [raster, letters] = [await page.render(index, scale), await mask.render(at, scale)];
      // A page that is turned has other sides: that is told elsewhere.
      if (raster.width !== letters.width || raster.height !== letters.height) continue;
      const look: Look = {
        page: reading.pages[index]!,
        number: index + 1,
        box,
        scale,
        raster,
        mask: letters,
      };
      findings.push(...checkInk(look, glyphs, pictures.get(index)));
      for (const figure of figures ?? [])
        if (figure.page === index)
          findings.push(...comparePixels(reading, figure, { look, source: sources.get(figure.written.src) }));
    }
  } finally {
    page.close();
    mask.close();
  }
  return findings;
}

const inked = ({ glyphs }: PageContent) =>
  glyphs.filter(({ hasInk, font }) => hasInk === true && !font.isVertical);

/** Every picture of the book, once. */
async function sourcesOf({ pictures }: Written): Promise<Map<string, SourcePicture | undefined>> {
  const sources = new Map<string, SourcePicture | undefined>();
  for (const { src } of pictures) if (!sources.has(src)) sources.set(src, await readSourcePicture(src));
  return sources;
}

function comparePixels(
  reading: PdfReading,
  figure: Figure,
  { look, source }: { look: Look; source: SourcePicture | undefined },
): Finding[] {
  const [picture] = figure.painted;
  if (!picture || !source?.grid) return [];
  const box = pixelsOf(look, picture.box);
  const unlike = difference(source.grid, averages(look.raster, box));
  const shorter = Math.min(box[2] - box[0], box[3] - box[1]);
  if (unlike <= mostDifference + edgePixels / shorter) return [];
  return [
    figureFinding(
      reading,
      figure,
      `does not look like the manuscript’s: ${Math.round(unlike * 100)} % of it differ`,
    ),
  ];
}
