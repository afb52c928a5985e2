import type { Book } from '../typeset/book/galley.js';
import { boxFigures } from './finish/box-figures.js';
import { boxPages } from './finish/box-pages.js';
import { finishContent } from './finish/finish-content.js';
import { labelPages } from './finish/label-pages.js';
import { describeLinks } from './finish/mend-links.js';
import { nameGlyphs } from './finish/name-glyphs.js';
import { trimFonts } from './finish/trim-fonts.js';
import { turnOutline } from './finish/turn-outline.js';
import { identify, writeMetadata } from './finish/write-metadata.js';
import { writePdf } from './finish/write-pdf.js';
import { openJoined } from './parts/join-parts.js';
import type { Printed } from './printed.js';
import { openPdf } from './read/open-pdf.js';
import type { PdfFile } from './read/pdf-file.js';
import { withoutTextBoxes } from './read/text-boxes.js';

/** Facts about a PDF that only layout and the command line know. */
export interface FinishOptions {
  /** Modification date, written into the file; nothing else in it depends on the time. */
  modified: Date;
  /** For each page the number that a reader shows: the folio as printed. */
  labels: readonly string[];
  /** 出血: extent of pages beyond their trim, in mm; 0 in a PDF for reading. */
  bleedMm?: number;
}

/**
 * Finishes the browser's PDF as a document: metadata, page labels and boxes, one structure element for one element,
 * artifacts marked, PDF/UA-1. The glyphs stay where they are. Same input, same bytes. Of a book that was printed in parts
 * the structure and the contents are finished already.
 *
 * @throws a problem when the bytes are not a PDF.
 */
export async function finish(printed: Printed, book: Book, options: FinishOptions): Promise<Uint8Array> {
  const file = await (printed instanceof Uint8Array ? openPrinted(printed) : openJoined(printed.joined));
  // Compressed beside this thread, which goes on.
  const trimmed = trimFonts(file);
  boxPages(file, book.trim, options.bleedMm);
  boxFigures(file);
  nameGlyphs(file);
  turnOutline(file, book);
  describeLinks(file);
  labelPages(file, options.labels);
  writeMetadata(file, book, options.modified);
  await trimmed;
  identify(file);
  return writePdf(file);
}

async function openPrinted(pdf: Uint8Array): Promise<PdfFile> {
  const { bytes, boxes } = withoutTextBoxes(pdf);
  const file = await openPdf(bytes);
  await finishContent(file, boxes);
  return file;
}
