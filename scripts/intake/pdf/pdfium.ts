import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The functions of PDFium for reading and rendering a page, by their names in its public headers (`fpdf_text.h` …). */
export interface Pdfium {
  HEAPU8: Uint8Array;
  _malloc(size: number): number;
  wasmExports: { free(at: number): void };
  _FPDF_LoadMemDocument(at: number, size: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDF_GetPageBoundingBox(page: number, rectangle: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDFPage_SetRotation(page: number, quarters: number): void;
  _FPDF_GetFormType(document: number): number;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, at: number, size: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_RemoveAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(note: number): void;
  _FPDFPage_Flatten(page: number, usage: number): number;
  _FPDFAnnot_GetSubtype(note: number): number;
  _FPDFAnnot_GetAP(note: number, mode: number, at: number, size: number): number;
  _FPDFAnnot_GetRect(note: number, rectangle: number): number;
  _FPDFAnnot_GetStringValue(note: number, key: number, at: number, size: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_Transform(
    object: number,
    ...matrix: [a: number, b: number, c: number, d: number, e: number, f: number]
  ): void;
  _FPDFTextObj_GetFont(object: number): number;
  _FPDFFont_GetIsEmbedded(font: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFTextObj_SetTextRenderMode(object: number, mode: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  _FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    color: number,
  ): void;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    ...place: [left: number, top: number, width: number, height: number, rotation: number, flags: number]
  ): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_IsHyphen(text: number, index: number): number;
  _FPDFText_HasUnicodeMapError(text: number, index: number): number;
  _FPDFText_GetFontSize(text: number, index: number): number;
  _FPDFText_GetFontWeight(text: number, index: number): number;
  _FPDFText_GetFontInfo(text: number, index: number, name: number, length: number, flags: number): number;
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, box: number): number;
  _FPDFText_GetFillColor(
    text: number,
    index: number,
    red: number,
    green: number,
    blue: number,
    alpha: number,
  ): number;
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
}

let library: Promise<Pdfium> | undefined;

/**
 * PDFium as WebAssembly: it includes the character maps of all Chinese encodings, knows the boxes of characters,
 * repairs broken files, and has no access to files or network.
 */
export function openPdfium(): Promise<Pdfium> {
  library ??= readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'))
    .then((wasm) => PDFiumLibrary.init({ wasmBinary: Uint8Array.from(wasm).buffer }))
    .then((opened) => Reflect.get(opened, 'module') as Pdfium);
  return library;
}

/**
 * True if an error is PDFium's own end. It ends itself where a file makes it want more than 2 GB, as a form that draws
 * itself does; what it had in memory is lost, so that the next file gets a new one.
 */
export function endsPdfium(error: unknown): boolean {
  if (!(error instanceof WebAssembly.RuntimeError)) return false;
  library = undefined;
  return true;
}

/** A small place in PDFium's memory where it writes numbers for us. */
export interface Scratch {
  at: number;
  floats(count: number): Float32Array;
  doubles(count: number): Float64Array;
  free(): void;
}

const scratchBytes = 256;

export function newScratch(pdfium: Pdfium): Scratch {
  const at = pdfium._malloc(scratchBytes);
  // Its memory moves when it grows: a view is valid for one access.
  return {
    at,
    floats: (count) => new Float32Array(pdfium.HEAPU8.buffer, at, count),
    doubles: (count) => new Float64Array(pdfium.HEAPU8.buffer, at, count),
    free: () => pdfium.wasmExports.free(at),
  };
}
