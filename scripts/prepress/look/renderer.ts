import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A page as pixels, red, green, blue, alpha, or grey alone, row by row from the top. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Renders the pages of one PDF. */
export interface Renderer {
  /** @param index from 0. @param scale pixels a point. */
  render(index: number, scale: number, colours?: 'all' | 'grey'): Promise<Raster>;
  close(): void;
}

let library: Promise<PDFiumLibrary> | undefined;

/** PDFium as WebAssembly: a renderer independent of the browser that printed. It has no access to files or network. */
function openLibrary(): Promise<PDFiumLibrary> {
  library ??= readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')).then((wasm) =>
    PDFiumLibrary.init({ wasmBinary: Uint8Array.from(wasm).buffer }),
  );
  return library;
}

/** Opens a PDF for rendering. */
export async function openRenderer(pdf: Uint8Array): Promise<Renderer> {
  const document = await (await openLibrary()).loadDocument(pdf);
  return {
    async render(index, scale, colours = 'all') {
      const colorSpace = colours === 'grey' ? 'Gray' : 'BGRA';
      const { width, height, data } = await document
        .getPage(index)
        .render({ scale, colorSpace, render: 'bitmap' });
      return { width, height, data };
    },
    close: () => document.destroy(),
  };
}
