import type { Pdfium } from './pdfium.js';

/** Bytes of a name or a value that are read. */
const mostBytes = 65_536;

/** A string of PDFium, in UTF-16; `write` returns the number of its bytes with the zero at its end. */
export function stringOf(pdfium: Pdfium, write: (at: number, size: number) => number): string {
  const size = Math.min(write(0, 0), mostBytes);
  if (size <= 2) return '';
  const at = pdfium._malloc(size);
  try {
    write(at, size);
    return new TextDecoder('utf-16le').decode(pdfium.HEAPU8.slice(at, at + size - 2));
  } finally {
    pdfium.wasmExports.free(at);
  }
}

/** A name in PDFium's memory; to be freed. */
export function cString(pdfium: Pdfium, text: string): number {
  const at = pdfium._malloc(text.length + 1);
  pdfium.HEAPU8.set(Buffer.from(`${text}\0`, 'latin1'), at);
  return at;
}
