import { pdfSourceLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { endsPdfium, newScratch, openPdfium, type Pdfium } from '../pdf/pdfium.js';
import { rotationOf } from '../pdf/rotation.js';
import { checkPixels, type Raster } from './raster.js';

/** Resolution of a rendered page in dots per inch: engines are trained on 300, and most scans have it. */
export const usualResolution = 300;
/** Codes of `fpdfview.h`: a bitmap of one byte a pixel, and rendering to gray. */
const grayBitmap = 1;
const grayscale = 0x08;
/** … with what is typed into forms or written on the page. */
const withNotes = 0x01;

/** Number of pages of a PDF; 0 where it cannot be opened. */
export async function countPdfPages(bytes: Uint8Array): Promise<number> {
  const pdfium = await openPdfium();
  const at = pdfium._malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  try {
    return document === 0 ? 0 : pdfium._FPDF_GetPageCount(document);
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(at);
  }
}

/** Renders the pages of a PDF, or some of them by their indices; a picture wrapped in a PDF, at a pixel per point. */
export async function* renderPdf(bytes: Uint8Array, options: Rendering): AsyncGenerator<Raster> {
  try {
    yield* rendered(bytes, options);
  } catch (error) {
    if (!endsPdfium(error)) throw error;
    throw problem(say('scan-damaged'), { path: options.path, note: say('scan-save-as') });
  }
}

interface Rendering {
  path: string;
  isPicture?: boolean;
  resolution?: number;
  only?: readonly number[];
  /** As it is read: turned so that its text stands upright, with the words of its annotations. */
  asRead?: boolean;
}

/** Quarters of a turn, clockwise, from a page as displayed to one whose text stands upright. */
function quartersToUpright(pdfium: Pdfium, page: number): number {
  const told = pdfium._FPDFPage_GetRotation(page);
  const text = pdfium._FPDFText_LoadPage(page);
  const scratch = newScratch(pdfium);
  try {
    return (rotationOf({ pdfium, scratch, text }, told) - told + 4) % 4;
  } finally {
    scratch.free();
    pdfium._FPDFText_ClosePage(text);
  }
}

async function* rendered(
  bytes: Uint8Array,
  { path, isPicture = false, resolution = usualResolution, only, asRead = false }: Rendering,
): AsyncGenerator<Raster> {
  const pdfium = await openPdfium();
  const at = pdfium._malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  try {
    const count = document === 0 ? 0 : pdfium._FPDF_GetPageCount(document);
    if (count === 0) throw problem(say('scan-damaged'), { path, note: say('scan-save-as') });
    if (count > pdfSourceLimits.pages)
      throw problem(say('pdf-too-many-pages', count, pdfSourceLimits.pages), { path, note: say('pdf-part') });
    for (const index of only ?? Array.from({ length: count }, (_, at) => at)) {
      const page = pdfium._FPDF_LoadPage(document, index);
      const scale = isPicture ? 1 : resolution / 72;
      const quarters = asRead ? quartersToUpright(pdfium, page) : 0;
      const sides = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
      const [width, height] = (quarters % 2 === 0 ? sides : sides.toReversed()).map((side) =>
        Math.round(side * scale),
      ) as [number, number];
      checkPixels(width, height, path);
      const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, grayBitmap, 0, 0);
      try {
        pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
        const how = grayscale | (asRead ? withNotes : 0);
        pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, quarters, how);
        const start = pdfium._FPDFBitmap_GetBuffer(bitmap);
        const stride = pdfium._FPDFBitmap_GetStride(bitmap);
        const gray = new Uint8Array(width * height);
        for (let y = 0; y < height; y++)
          gray.set(pdfium.HEAPU8.subarray(start + y * stride, start + y * stride + width), y * width);
        yield { width, height, gray };
      } finally {
        pdfium._FPDFBitmap_Destroy(bitmap);
        pdfium._FPDF_ClosePage(page);
      }
    }
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(at);
  }
}
