import { pdfSourceLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { printPages } from '../boxed.js';
import type { PrintedPage } from '../printed-page.js';
import { strokeFlatText } from './flat-text.js';
import { type OpenPage, readGlyphs, rotationOf } from './glyphs.js';
import { linesOf } from './lines.js';
import { endsPdfium, newScratch, openPdfium, type Pdfium, type Scratch } from './pdfium.js';
import { readGraphics } from './rules.js';
import { hiddenObjects, isTextLayer, layerLines } from './text-layer.js';

/** Codes of `FPDF_GetLastError` for a locked file, from `fpdfview.h`. */
const lockedErrors: ReadonlySet<number> = new Set([4, 5]);

/**
 * The printed lines of a PDF's pages, read with the maps of its fonts.
 *
 * @throws a problem when it is locked, damaged, too large, or has no text.
 */
export async function readPdf(
  bytes: Uint8Array,
  path: string,
): Promise<{ pages: PrintedPage[]; told?: string[] }> {
  try {
    return await readDocument(bytes, path);
  } catch (error) {
    throw endsPdfium(error) ? problem(say('pdf-damaged'), { path, note: say('pdf-save-again') }) : error;
  }
}

async function readDocument(
  bytes: Uint8Array,
  path: string,
): Promise<{ pages: PrintedPage[]; told?: string[] }> {
  const pdfium = await openPdfium();
  const scratch = newScratch(pdfium);
  const at = pdfium._malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  try {
    if (document === 0) throw unopened(pdfium._FPDF_GetLastError(), path);
    return readPages({ pdfium, scratch, document, path });
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(at);
    scratch.free();
  }
}

function unopened(error: number, path: string): Error {
  return lockedErrors.has(error)
    ? problem(say('pdf-locked'), { path, note: say('pdf-unlock') })
    : problem(say('pdf-damaged'), { path, note: say('pdf-save-again') });
}

/** Number of pages of a PDF; 0 if it cannot be opened. */
export async function pagesInPdf(bytes: Uint8Array): Promise<number> {
  const pdfium = await openPdfium();
  const at = pdfium._malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  const count = document === 0 ? 0 : pdfium._FPDF_GetPageCount(document);
  if (document !== 0) pdfium._FPDF_CloseDocument(document);
  pdfium.wasmExports.free(at);
  return count;
}

interface Reading {
  pdfium: Pdfium;
  scratch: Scratch;
  document: number;
  path: string;
}

function readPages({ pdfium, scratch, document, path }: Reading): { pages: PrintedPage[]; told?: string[] } {
  const count = pdfium._FPDF_GetPageCount(document);
  if (count > pdfSourceLimits.pages)
    throw problem(say('pdf-too-many-pages', count, pdfSourceLimits.pages), { path, note: say('pdf-part') });
  const end = Date.now() + pdfSourceLimits.milliseconds;
  const pages: PrintedPage[] = [];
  const left = new Map<number, number>();
  for (let index = 0; index < count; index++) {
    const check = () => {
      if (Date.now() > end)
        throw problem(say('pdf-too-slow', index, pdfSourceLimits.milliseconds / 1000), {
          path,
          note: say('pdf-part'),
        });
    };
    check();
    const page = pdfium._FPDF_LoadPage(document, index);
    if (page === 0) {
      pages.push({ width: 0, height: 0, lines: [], rules: [] });
      continue;
    }
    const { unread, ...printed } = readPage({ pdfium, scratch, page, path, check });
    pages.push(printed);
    if (unread > 0) left.set(index, unread);
  }
  if (pages.every(({ lines }) => lines.length === 0))
    throw problem(say('pdf-without-text'), { path, note: say('recognize-first'), ruleId: 'recognize' });
  const told = tellUnread(pages, left);
  return { pages, ...(told.length > 0 && { told }) };
}

function readPage({
  pdfium,
  scratch,
  page,
  path,
  check,
}: Pick<Reading, 'pdfium' | 'scratch' | 'path'> & { page: number; check: () => void }): PrintedPage & {
  unread: number;
} {
  const hidden = hiddenObjects({ pdfium, page });
  const unread = strokeFlatText({ pdfium, scratch, page });
  const text = pdfium._FPDFText_LoadPage(page);
  try {
    if (pdfium._FPDFText_CountChars(text) > pdfSourceLimits.pageCharacters)
      throw problem(say('pdf-page-too-full', pdfSourceLimits.pageCharacters), {
        path,
        note: say('pdf-part'),
      });
    const told = pdfium._FPDFPage_GetRotation(page);
    const rotation = rotationOf({ pdfium, scratch, page, text }, told);
    const place = placerOf({ pdfium, scratch, page }, rotation);
    const open: OpenPage = { pdfium, scratch, page, text, rotation, place };
    const sides: [number, number] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
    const [width, height] = (rotation - told) % 2 === 0 ? sides : [sides[1], sides[0]];
    const isOn = ({
      left,
      right,
      top,
      bottom,
    }: {
      left: number;
      right: number;
      top: number;
      bottom: number;
    }) => right > 0 && left < width && bottom > 0 && top < height;
    const glyphs = readGlyphs(open, check);
    if (isTextLayer(glyphs, hidden)) {
      const [scan] = printPages([{ width, height, lines: layerLines(glyphs) }]);
      return { ...scan!, lines: scan!.lines.filter(({ box }) => isOn(box)), unread };
    }
    const lines = linesOf(glyphs).filter(({ box }) => isOn(box));
    return { width, height, lines, ...readGraphics(open, lines), unread };
  } finally {
    pdfium._FPDFText_ClosePage(text);
    pdfium._FPDF_ClosePage(page);
  }
}

/** Messages about pages without text, and about characters that PDFium cannot read. */
function tellUnread(pages: readonly PrintedPage[], left: ReadonlyMap<number, number>): string[] {
  const empty = pages.flatMap(({ lines }, index) => (lines.length === 0 ? [index + 1] : []));
  const remedy =
    'save it as a picture at 300 dpi and let that be recognised, or write its text into the source';
  const told = [...left].map(
    ([index, count]) =>
      `${count} characters of page ${index + 1} of the PDF are in a font that is not in the file, and cannot be read (${remedy})`,
  );
  if (empty.length > 0)
    told.unshift(
      `${empty.length === 1 ? `Page ${empty[0]} of the PDF has` : `Pages ${empty.join(', ')} of the PDF have`} no text that can be read: pictures, or damaged (${remedy})`,
    );
  return told;
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
