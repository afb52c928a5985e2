import { pdfSourceLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { printPages } from '../boxed.js';
import type { PrintedLine, PrintedPage } from '../printed-page.js';
import { strokeFlatText } from './flat-text.js';
import { type OpenPage, readGlyphs } from './glyphs.js';
import { linesOf } from './lines.js';
import { flattenNotes, linesOfField, type PageNotes, type UndrawnField } from './notes.js';
import type { Pdfium, Scratch } from './pdfium.js';
import { isPicturePage } from './picture-pages.js';
import { rotationOf } from './rotation.js';
import { readGraphics } from './rules.js';
import { hiddenObjects, isTextLayer, layerLines } from './text-layer.js';

/** Opens a page with the words of its annotations in its content. A changed page has to be opened again. */
export function openPage(
  { pdfium, scratch, document }: { pdfium: Pdfium; scratch: Scratch; document: number },
  index: number,
): PageNotes & { page: number } {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) return { page, undrawn: [], comments: [], struck: 0, files: 0 };
  const { isChanged, ...notes } = flattenNotes({ pdfium, scratch, page });
  if (!isChanged) return { page, ...notes };
  pdfium._FPDF_ClosePage(page);
  return { page: pdfium._FPDF_LoadPage(document, index), ...notes };
}

/**
 * The lines, rules and pictures of an open page, which is closed then; and what of it was not read.
 *
 * @param check called from time to time; it may throw
 * @throws a problem for a page with too many characters
 */
export function readPage({
  pdfium,
  scratch,
  page,
  undrawn,
  path,
  check,
}: {
  pdfium: Pdfium;
  scratch: Scratch;
  path: string;
  page: number;
  undrawn: UndrawnField[];
  check: () => void;
}): PrintedPage & {
  unread: number;
  outside: number;
  askew: string;
  isPicture: boolean;
} {
  const hidden = hiddenObjects({ pdfium, page });
  const unread = strokeFlatText({ pdfium, scratch, page });
  const { text, rotation } = openUpright({ pdfium, scratch, page });
  try {
    if (pdfium._FPDFText_CountChars(text) > pdfSourceLimits.pageCharacters)
      throw problem(say('pdf-page-too-full', pdfSourceLimits.pageCharacters), {
        path,
        note: say('pdf-part'),
      });
    const place = placerOf({ pdfium, scratch, page }, rotation);
    const open: OpenPage = { pdfium, scratch, page, text, rotation, place };
    const [width, height] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
    const parted = (all: readonly PrintedLine[]) => partedAt(all, { width, height });
    const { glyphs, askew } = readGlyphs(open, check);
    const fields = undrawn.flatMap((field) => linesOfField(field, place));
    if (isTextLayer(glyphs, hidden)) {
      const [scan] = printPages([{ width, height, lines: layerLines(glyphs) }]);
      return { ...scan!, ...parted([...scan!.lines, ...fields]), unread, askew, isPicture: false };
    }
    const { lines, outside } = parted([...linesOf(glyphs), ...fields]);
    const isPicture = isPicturePage(open, { lines, width, height });
    return { width, height, lines, ...readGraphics(open, lines), unread, outside, askew, isPicture };
  } finally {
    pdfium._FPDFText_ClosePage(text);
    pdfium._FPDF_ClosePage(page);
  }
}

/** The text of a page that is turned so that it stands upright: PDFium reorders figures in lines that do not. */
function openUpright({ pdfium, scratch, page }: Pick<OpenPage, 'pdfium' | 'scratch' | 'page'>): {
  text: number;
  rotation: number;
} {
  const told = pdfium._FPDFPage_GetRotation(page);
  const text = pdfium._FPDFText_LoadPage(page);
  const rotation = rotationOf({ pdfium, scratch, text }, told);
  if (rotation === told) return { text, rotation };
  pdfium._FPDFText_ClosePage(text);
  pdfium._FPDFPage_SetRotation(page, rotation);
  return { text: pdfium._FPDFText_LoadPage(page), rotation };
}

/** The lines on a page, and the number of characters outside of it: notes of a print shop, or what was cut off. */
function partedAt(all: readonly PrintedLine[], { width, height }: { width: number; height: number }) {
  const isOn = ({ box: { left, right, top, bottom } }: PrintedLine) =>
    right > 0 && left < width && bottom > 0 && top < height;
  const outside = all.filter((line) => !isOn(line)).reduce((sum, { text }) => sum + [...text].length, 0);
  return { lines: all.filter(isOn), outside };
}

/** Maps the space of the file, whose y grows upwards, to the page as displayed: cropped and rotated. */
function placerOf(
  { pdfium, scratch, page }: Pick<OpenPage, 'pdfium' | 'scratch' | 'page'>,
  rotation: number,
): OpenPage['place'] {
  pdfium._FPDF_GetPageBoundingBox(page, scratch.at);
  const [left = 0, top = 0, right = 0, bottom = 0] = scratch.floats(4);
  switch (rotation) {
    case 1:
      return (x, y) => [y - bottom, x - left];
    case 2:
      return (x, y) => [right - x, y - bottom];
    case 3:
      return (x, y) => [top - y, right - x];
    default:
      return (x, y) => [x - left, top - y];
  }
}
