import type { Written } from '../expect/written.js';
import type { Finding } from '../finding.js';
import type { Glyph, Picture } from '../read/painter.js';
import { type PageContent, visibleBox } from '../read/read-page.js';
import type { PdfReading } from '../read/read-pdf.js';
import { checkInk, inkedGlyphs, pixelsOf, type View } from './check-ink.js';
import { checkFigure, type Figure, figureFinding, figuresOf } from './figures.js';
import type { PageToLook } from './look.js';
import { lookInThreads } from './look-in-threads.js';
import { maskPdf } from './mask-pdf.js';
import { difference, type Grid } from './picture-grid.js';
import { readSourcePicture, type SourcePicture } from './source-picture.js';

/** Pixels per point: strokes of the smallest text have some pixels. */
const scale = 2;
/** Tolerance for pictures: JPEG, and edges on other pixels, which are many in one as high as a line. */
const mostDifference = 0.05;
const edgePixels = 1.5;

/** Input of looking: indices of pages that are not plain, and the pictures painted on pages. */
export interface Seen {
  pages: readonly number[];
  pictures: ReadonlyMap<number, readonly Picture[]>;
}

/**
 * Starts rendering the pages that are not plain, to look at their text and their pictures, in other threads.
 *
 * @returns a function for the findings, to be called when they are needed.
 */
export async function beginLooking(
  reading: PdfReading,
  written: Written,
  { pages, pictures }: Seen,
): Promise<() => Promise<Finding[]>> {
  const figures = figuresOf(reading, written, pictures);
  const findings: Finding[] = [];
  if (!figures) {
    const message = `Unexpected number of pictures in the file, expected ${written.pictures.length}`;
    findings.push({
      rule: 'picture',
      message,
      remedy: 'Print again: a picture of the manuscript is missing or duplicated.',
    });
  }
  const sources = await sourcesOf(written);
  for (const figure of figures ?? [])
    findings.push(...checkFigure(reading, figure, sources.get(figure.written.src)));
  if (pages.length === 0) return async () => findings;
  const views = pages.map((index) => viewOf(reading, index));
  const looking = lookInThreads({
    pdf: reading.bytes,
    mask: await maskPdf(
      reading.file,
      views.map(({ box, all }) => ({ box, glyphs: all })),
    ),
    scale,
    pages: views.map((view, at) => toLook(view, { at, figures: figuresOn(figures, view.index) })),
  });
  return async () => {
    for (const seen of (await looking).sort((one, other) => one.index - other.index)) {
      const { index } = seen;
      const view = views.find((one) => one.index === index)!;
      findings.push(...checkInk(view, { glyphs: view.glyphs, inks: seen.inks }, pictures.get(index)));
      for (const [at, figure] of figuresOn(figures, index).entries()) {
        const source = sources.get(figure.written.src);
        findings.push(...compareGrids(reading, figure, { shown: seen.grids[at], source }));
      }
    }
    return findings;
  };
}

/** A page to look at, with the glyphs of its letters' rendering and those whose ink must be visible. */
interface PageView extends View {
  index: number;
  all: Glyph[];
  glyphs: Glyph[];
}

function viewOf({ pages }: PdfReading, index: number): PageView {
  const page = pages[index]!;
  const box = visibleBox(page.dict);
  const all = inked(page.content());
  return { page, index, number: index + 1, box, scale, all, glyphs: inkedGlyphs(all, box) };
}

function toLook(view: PageView, { at, figures }: { at: number; figures: readonly Figure[] }): PageToLook {
  const glyphs = new Float64Array(4 * view.glyphs.length);
  view.glyphs.forEach(({ box }, glyph) => {
    glyphs.set(pixelsOf(view, box), 4 * glyph);
  });
  return {
    index: view.index,
    at,
    glyphs,
    pictures: figures.map(({ painted: [picture] }) => pixelsOf(view, picture!.box)),
  };
}

/** The painted figures of a page. */
const figuresOn = (figures: readonly Figure[] | undefined, index: number) =>
  (figures ?? []).filter(({ page, painted }) => page === index && painted.length > 0);

const inked = ({ glyphs }: PageContent) =>
  glyphs.filter(({ hasInk, font }) => hasInk === true && !font.isVertical);

/** Every picture of the book, once. */
async function sourcesOf({ pictures }: Written): Promise<Map<string, SourcePicture | undefined>> {
  const sources = new Map<string, SourcePicture | undefined>();
  for (const { src } of pictures) if (!sources.has(src)) sources.set(src, await readSourcePicture(src));
  return sources;
}

function compareGrids(
  reading: PdfReading,
  figure: Figure,
  { shown, source }: { shown: Grid | undefined; source: SourcePicture | undefined },
): Finding[] {
  if (!shown || !source?.grid) return [];
  const unlike = difference(source.grid, shown);
  const [left, bottom, right, top] = figure.painted[0]!.box;
  const shorter = scale * Math.min(right - left, top - bottom);
  if (unlike <= mostDifference + edgePixels / shorter) return [];
  return [
    figureFinding(
      reading,
      figure,
      `does not look like the manuscript’s: ${Math.round(unlike * 100)} % of it differ`,
    ),
  ];
}
