import { pdfSourceLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { printPages } from '../boxed.js';
import type { PrintedLine, PrintedPage } from '../printed-page.js';
import { checkForm, tellAttached } from './beside.js';
import { strokeFlatText } from './flat-text.js';
import { type OpenPage, readGlyphs } from './glyphs.js';
import { linesOf } from './lines.js';
import { flattenNotes, linesOfField, type PageNotes, type UndrawnField } from './notes.js';
import { endsPdfium, newScratch, openPdfium, type Pdfium, type Scratch } from './pdfium.js';
import { rotationOf } from './rotation.js';
import { readGraphics } from './rules.js';
import { tellUnread, type Unread } from './tell-unread.js';
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
    return readPages({ pdfium, scratch, document, bytes, path });
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
  bytes: Uint8Array;
  path: string;
}

function readPages({ pdfium, scratch, document, bytes, path }: Reading): {
  pages: PrintedPage[];
  told?: string[];
} {
  checkForm({ pdfium, document }, path);
  const count = pdfium._FPDF_GetPageCount(document);
  if (count > pdfSourceLimits.pages)
    throw problem(say('pdf-too-many-pages', count, pdfSourceLimits.pages), { path, note: say('pdf-part') });
  const end = Date.now() + pdfSourceLimits.milliseconds;
  const pages: PrintedPage[] = [];
  const left: Unread[] = [];
  for (let index = 0; index < count; index++) {
    const check = () => {
      if (Date.now() > end)
        throw problem(say('pdf-too-slow', index, pdfSourceLimits.milliseconds / 1000), {
          path,
          note: say('pdf-part'),
        });
    };
    check();
    const { page, undrawn, ...notes } = openPage({ pdfium, scratch, document }, index);
    if (page === 0) {
      pages.push({ width: 0, height: 0, lines: [], rules: [] });
      continue;
    }
    const { unread, outside, askew, ...printed } = readPage({ pdfium, scratch, page, undrawn, path, check });
    pages.push(printed);
    left.push({ page: index + 1, unread, outside, askew, ...notes });
  }
  const attached = tellAttached({ pdfium, document }, pages, { bytes, path });
  if (pages.every(({ lines }) => lines.length === 0))
    throw problem(say('pdf-without-text'), { path, note: say('recognize-first'), ruleId: 'recognize' });
  const told = [...tellUnread(pages, left), ...attached];
  return { pages, ...(told.length > 0 && { told }) };
}

/** Opens a page with the words of its annotations in its content. A changed page has to be opened again. */
function openPage(
  { pdfium, scratch, document }: Pick<Reading, 'pdfium' | 'scratch' | 'document'>,
  index: number,
): PageNotes & { page: number } {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) return { page, undrawn: [], comments: [], struck: 0, files: 0 };
  const { isChanged, ...notes } = flattenNotes({ pdfium, scratch, page });
  if (!isChanged) return { page, ...notes };
  pdfium._FPDF_ClosePage(page);
  return { page: pdfium._FPDF_LoadPage(document, index), ...notes };
}

function readPage({
  pdfium,
  scratch,
  page,
  undrawn,
  path,
  check,
}: Pick<Reading, 'pdfium' | 'scratch' | 'path'> & {
  page: number;
  undrawn: UndrawnField[];
  check: () => void;
}): PrintedPage & {
  unread: number;
  outside: number;
  askew: string;
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
      return { ...scan!, ...parted([...scan!.lines, ...fields]), unread, askew };
    }
    const { lines, outside } = parted([...linesOf(glyphs), ...fields]);
    return { width, height, lines, ...readGraphics(open, lines), unread, outside, askew };
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
