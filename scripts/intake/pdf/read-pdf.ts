import { pdfSourceLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { PrintedPage } from '../printed-page.js';
import { checkForm, tellAttached } from './beside.js';
import { endsPdfium, newScratch, openPdfium, type Pdfium, type Scratch } from './pdfium.js';
import { openPage, readPage } from './read-page.js';
import { garbledPages, tellUnread, type Unread } from './tell-unread.js';

/** Codes of `FPDF_GetLastError` for a locked file, from `fpdfview.h`. */
const lockedErrors: ReadonlySet<number> = new Set([4, 5]);

/** The pages of a PDF. */
export interface PdfPages {
  pages: PrintedPage[];
  told?: string[];
  /** Indices of the pages whose text only a recognition program can read; undefined without any. */
  scans?: number[];
}

/**
 * The printed lines of a PDF's pages, read with the maps of its fonts.
 *
 * @param recognized indices of pages that are read elsewhere, and are given without lines
 * @throws a problem when it is locked, damaged, too large, or has no text.
 */
export async function readPdf(
  bytes: Uint8Array,
  path: string,
  recognized: ReadonlySet<number> = new Set(),
): Promise<PdfPages> {
  try {
    return await readDocument({ bytes, path, recognized });
  } catch (error) {
    throw endsPdfium(error) ? problem(say('pdf-damaged'), { path, note: say('pdf-save-again') }) : error;
  }
}

async function readDocument(file: Pick<Reading, 'bytes' | 'path' | 'recognized'>): Promise<PdfPages> {
  const { bytes, path } = file;
  const pdfium = await openPdfium();
  const scratch = newScratch(pdfium);
  const at = pdfium._malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  try {
    if (document === 0) throw unopened(pdfium._FPDF_GetLastError(), path);
    return readPages({ pdfium, scratch, document, ...file });
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

interface Reading {
  pdfium: Pdfium;
  scratch: Scratch;
  document: number;
  bytes: Uint8Array;
  path: string;
  recognized: ReadonlySet<number>;
}

function readPages({ pdfium, scratch, document, bytes, path, recognized }: Reading): PdfPages {
  checkForm({ pdfium, document }, path);
  const count = pdfium._FPDF_GetPageCount(document);
  if (count > pdfSourceLimits.pages)
    throw problem(say('pdf-too-many-pages', count, pdfSourceLimits.pages), { path, note: say('pdf-part') });
  const end = Date.now() + pdfSourceLimits.milliseconds;
  const pages: PrintedPage[] = [];
  const left: Unread[] = [];
  const scans: number[] = [];
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
    if (page === 0 || recognized.has(index)) {
      pages.push({ width: 0, height: 0, lines: [], rules: [] });
      if (page !== 0) pdfium._FPDF_ClosePage(page);
      continue;
    }
    const { unread, outside, askew, isPicture, ...printed } = readPage({
      pdfium,
      scratch,
      page,
      undrawn,
      path,
      check,
    });
    pages.push(printed);
    if (isPicture) scans.push(index);
    left.push({ page: index + 1, unread, outside, askew, ...notes });
  }
  const attached = tellAttached({ pdfium, document }, pages, { bytes, path });
  if (recognized.size === 0 && pages.every(({ lines }) => lines.length === 0))
    throw problem(say('pdf-without-text'), { path, note: say('recognize-first'), ruleId: 'recognize' });
  const told = [...tellUnread(pages, left, { recognized, scans }), ...attached];
  const unreadable = [...new Set([...scans, ...garbledPages(pages)])].sort((a, b) => a - b);
  return {
    pages,
    ...(told.length > 0 && { told }),
    ...(unreadable.length > 0 && { scans: unreadable }),
  };
}
