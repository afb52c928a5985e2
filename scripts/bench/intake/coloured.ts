import { newScratch, openPdfium } from '../../intake/pdf/pdfium.js';
import type { Newspaper } from './newspaper.js';
import type { PrintedChar, PrintedNewspaper } from './print-newspaper.js';

/** The colour in which a piece is set, so that its characters can be found on a page that any program has set. */
export const colourOf = (piece: number): string => `#${(piece + 1).toString(16).padStart(6, '0')}`;

/**
 * The truth about a page on which each piece has its own colour: the place of each character, in the order in which the
 * program wrote the characters of a piece.
 *
 * @returns undefined if the page lacks a character or has one twice, because the program then set the text wrongly
 */
export async function colouredTruth(
  pdf: Uint8Array,
  { pieces }: Newspaper,
): Promise<PrintedNewspaper | undefined> {
  const found = await charsByColour(pdf);
  const chars: PrintedChar[] = [];
  for (const [piece, { text }] of pieces.entries()) {
    const own = found.filter((char) => char.piece === piece);
    if (own.map(({ char }) => char).join('') !== text.replace(/\s/gu, '')) return undefined;
    chars.push(...own);
  }
  return { pdf, chars };
}

async function charsByColour(pdf: Uint8Array): Promise<PrintedChar[]> {
  const pdfium = await openPdfium();
  const scratch = newScratch(pdfium);
  const at = pdfium._malloc(pdf.length);
  pdfium.HEAPU8.set(pdf, at);
  const document = pdfium._FPDF_LoadMemDocument(at, pdf.length, 0);
  const page = pdfium._FPDF_LoadPage(document, 0);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const text = pdfium._FPDFText_LoadPage(page);
  const chars: PrintedChar[] = [];
  const [red, green, blue, alpha] = [scratch.at, scratch.at + 4, scratch.at + 8, scratch.at + 12] as const;
  for (let index = 0; index < pdfium._FPDFText_CountChars(text); index++) {
    const char = String.fromCodePoint(pdfium._FPDFText_GetUnicode(text, index));
    if (/[\s\p{Cc}]/u.test(char) || pdfium._FPDFText_IsGenerated(text, index) === 1) continue;
    pdfium._FPDFText_GetFillColor(text, index, red, green, blue, alpha);
    const bytes = pdfium.HEAPU8;
    const piece = (bytes[red]! << 16) + (bytes[green]! << 8) + bytes[blue]! - 1;
    pdfium._FPDFText_GetLooseCharBox(text, index, scratch.at);
    const [left = 0, top = 0, right = 0, bottom = 0] = scratch.floats(4);
    chars.push({ page: 0, piece, char, x: (left + right) / 2, y: height - (top + bottom) / 2 });
  }
  pdfium._FPDFText_ClosePage(text);
  pdfium._FPDF_ClosePage(page);
  pdfium._FPDF_CloseDocument(document);
  pdfium.wasmExports.free(at);
  scratch.free();
  return chars;
}
