import { hash } from '../../chromium/cache-entry.js';
import type { Written } from '../expect/written.js';
import type { Finding } from '../finding.js';
import type { Glyph } from '../read/painter.js';
import { type PageContent, visibleBox } from '../read/read-page.js';
import type { PdfReading } from '../read/read-pdf.js';
import { checkInk, inkedGlyphs, pixelsOf, type View } from './check-ink.js';
import type { Figure, Painted } from './figure.js';
import { checkFigure, figureFinding, figuresOf } from './figures.js';
import type { PageToLook } from './look.js';
import { lookInThreads } from './look-in-threads.js';
import { maskPdf } from './mask-pdf.js';
import { pageKey } from './page-key.js';
import { difference, type Grid, onGround } from './picture-grid.js';
import type { SourcePicture } from './source-picture.js';
import { gridOfHalf } from './spread-figures.js';

/**
 * The smallest text of a page is rendered in so many pixels an em: its strokes, and what hides them, can be told apart.
 */
const pixelsAnEm = 12;
/** Pixels per point: pictures need the lower limit; the upper gives the smallest type, of 4 pt, some pixels. */
const [leastScale, mostScale] = [1.25, 2] as const;
/** A point may fall between such pixels: where something seems wrong, the page is looked at again with these. */
const fineScale = 3;
/** Tolerance for pictures: JPEG, and edges on other pixels, which are many in one as high as a line. */
const mostDifference = 0.05;
const edgePixels = 1.5;

/** Input of looking: indices of pages that are not plain, and the painting on pages. */
export interface Seen extends Painted {
  pages: readonly number[];
  /** Memory from build to build. */
  looked?: LookedPages;
}

/** Keys of pages (`pageKey`) that were looked at before and found whole. */
export interface LookedPages {
  known: ReadonlySet<string>;
  /** Is told the keys of this book's pages that are whole. */
  keep(keys: readonly string[]): void;
}

/**
 * Starts rendering the pages that are not plain, to look at their text and their pictures, in other threads.
 *
 * @returns a function for the findings, to be called when they are needed.
 */
export async function beginLooking(
  reading: PdfReading,
  { written, sources }: { written: Written; sources: ReadonlyMap<string, SourcePicture> },
  { pages, pictures, paths, looked }: Seen,
): Promise<() => Promise<Finding[]>> {
  const figures = figuresOf(reading, written, { pictures, paths });
  const findings: Finding[] = [];
  if (!figures) {
    const message = `Unexpected number of pictures in the file, expected ${written.pictures.length}`;
    findings.push({
      rule: 'picture',
      message,
      remedy: 'Print again: a picture of the manuscript is missing or duplicated.',
    });
  }
  for (const figure of figures ?? [])
    findings.push(...checkFigure(reading, figure, sources.get(figure.written.src)));
  // A page with nothing but drawings beside its text may be plain, and they must look like the manuscript's.
  const drawn = (figures ?? []).filter(
    ({ box, written: own }) => box !== undefined && sources.get(own.src)?.grid,
  );
  const toSee = [...new Set([...pages, ...drawn.map(({ page }) => page)])].sort((one, other) => one - other);
  if (toSee.length === 0) return async () => findings;
  const all = toSee.map((index) => viewOf(reading, index, figuresOn(figures, index)));
  const views = all.filter(({ key }) => key === undefined || !looked?.known.has(key));
  const keep = (broken: ReadonlySet<number>) =>
    looked?.keep(all.flatMap(({ key, index }) => (key && !broken.has(index) ? key : [])));
  if (views.length === 0) {
    keep(new Set());
    return async () => findings;
  }
  const subject = { reading, figures, sources };
  const looking = lookAt(subject, views);
  return async () => {
    const coarse = await looking;
    const suspect = views.filter(({ number }) => coarse.some(({ page }) => page === number));
    const again = new Set(suspect.map(({ number }) => number));
    const fine = suspect.map((view) => ({ ...view, scale: fineScale }));
    const seen = coarse.filter(({ page }) => !again.has(page ?? 0));
    if (fine.length > 0) seen.push(...(await lookAt(subject, fine)));
    keep(new Set(seen.map(({ page }) => (page ?? 0) - 1)));
    return [...findings, ...seen];
  };
}

/** A file with its pictures, and those of the manuscript. */
interface Subject {
  reading: PdfReading;
  figures: readonly Figure[] | undefined;
  sources: ReadonlyMap<string, SourcePicture>;
}

/** Renders pages, each at its scale, and judges their text and their pictures. */
async function lookAt(
  { reading, figures, sources }: Subject,
  views: readonly PageView[],
): Promise<Finding[]> {
  const masks = views.map(({ box, all }) => ({ box, glyphs: all }));
  const seen = await lookInThreads({
    pdf: reading.bytes,
    mask: await maskPdf(reading.file, masks),
    pages: views.map((view, at) => toLook(view, { at, figures: figuresOn(figures, view.index) })),
  });
  return seen
    .sort((one, other) => one.index - other.index)
    .flatMap(({ index, inks, grids }) => {
      const view = views.find((one) => one.index === index)!;
      const compared = figuresOn(figures, index).flatMap((figure, at) => {
        const source = sources.get(figure.written.src);
        return compareGrids(reading, figure, { shown: grids[at], source, scale: view.scale });
      });
      return [...checkInk(view, { glyphs: view.glyphs, inks }), ...compared];
    });
}

/** A page to look at, with the glyphs of its letters' rendering and those whose ink must be visible. */
interface PageView extends View {
  index: number;
  all: Glyph[];
  glyphs: Glyph[];
  key: string | undefined;
}

function viewOf({ file, pages }: PdfReading, index: number, figures: readonly Figure[]): PageView {
  const page = pages[index]!;
  const box = visibleBox(page.dict);
  const content = page.content();
  const all = inked(content);
  const look = pageKey(file, page, content.glyphs);
  const glyphs = inkedGlyphs(all, box);
  // Its pictures are compared with the manuscript's.
  const key = look && hash([look, ...figures.map(({ written, box }) => `${written.src} ${box}`)]);
  return { page, index, number: index + 1, box, scale: scaleFor(glyphs), all, glyphs, key };
}

function scaleFor(glyphs: readonly Glyph[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const { size } of glyphs) smallest = Math.min(smallest, size);
  return Math.min(mostScale, Math.max(leastScale, pixelsAnEm / smallest));
}

function toLook(view: PageView, { at, figures }: { at: number; figures: readonly Figure[] }): PageToLook {
  const glyphs = new Float64Array(4 * view.glyphs.length);
  view.glyphs.forEach(({ box }, glyph) => {
    glyphs.set(pixelsOf(view, box), 4 * glyph);
  });
  return {
    index: view.index,
    at,
    scale: view.scale,
    size: [(view.box[2] - view.box[0]) * view.scale, (view.box[3] - view.box[1]) * view.scale],
    glyphs,
    pictures: figures.map(({ box }) => pixelsOf(view, box!)),
  };
}

/** The painted figures of a page. */
const figuresOn = (figures: readonly Figure[] | undefined, index: number) =>
  (figures ?? []).filter(({ page, box }) => page === index && box !== undefined);

const inked = ({ glyphs }: PageContent) =>
  glyphs.filter(({ hasInk, font }) => hasInk === true && !font.isVertical);

function compareGrids(
  reading: PdfReading,
  figure: Figure,
  { shown, source, scale }: { shown: Grid | undefined; source: SourcePicture | undefined; scale: number },
): Finding[] {
  if (!shown || !source?.grid) return [];
  const seen = figure.half ? gridOfHalf(shown, figure.half.side) : shown;
  const { grid, clear } = source;
  const expected = clear && !figure.half ? onGround({ white: grid, clear }, seen) : grid;
  const unlike = difference(expected, seen);
  const [left, bottom, right, top] = figure.box!;
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
