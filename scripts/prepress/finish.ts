import { deflateSync } from 'node:zlib';
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Book } from '../typeset/galley.js';
import { boxPages } from './finish/box-pages.js';
import { describeLinks } from './finish/describe-links.js';
import { joinFragments } from './finish/join-fragments.js';
import { labelPages } from './finish/label-pages.js';
import { markContent } from './finish/mark-content.js';
import { mendStructure } from './finish/mend-structure.js';
import { scanContent } from './finish/scan-content.js';
import { identify, writeMetadata } from './finish/write-metadata.js';
import { writeStructure } from './finish/write-structure.js';
import { contentBytes, openPdf, type PdfFile } from './pdf-file.js';
import { readStructure } from './read-structure.js';

/** What only layout and the command line know of a PDF. */
export interface FinishOptions {
  /** Date of making, written into the file; nothing else in it depends on the time. */
  modified: Date;
  /** For each page what a reader shows as its number: the folio as printed. */
  labels: readonly string[];
}

/**
 * Finishes the browser's PDF as a document: what it says of itself, page labels and boxes, one structure element for
 * one element, artifacts marked, PDF/UA-1. The glyphs stay where they are. Same input, same bytes.
 *
 * @throws a problem when the bytes are no PDF.
 */
export async function finish(pdf: Uint8Array, book: Book, options: FinishOptions): Promise<Uint8Array> {
  const file = await openPdf(pdf);
  finishContent(file);
  boxPages(file, book.trim);
  describeLinks(file);
  labelPages(file, options.labels);
  writeMetadata(file, book, options.modified);
  identify(file);
  return file.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** Mends the structure tree, and the marks in the pages' content to fit it. */
function finishContent(file: PdfFile): void {
  const pages = file.getPages().map(({ node }) => node);
  const contents = pages.map((page) => {
    const bytes = contentBytes(page);
    return { bytes, scan: scanContent(bytes) };
  });
  const decorations = contents.map(
    ({ scan }) => new Set(scan.sequences.flatMap(({ mcid, hasContent }) => (hasContent ? [] : mcid))),
  );
  const root = readStructure(file, pages);
  if (!root) return;
  joinFragments(root);
  mendStructure(root, (page, mcid) => decorations[page]!.has(mcid));
  const types = writeStructure(file, root, pages);
  contents.forEach(({ bytes, scan }, index) => {
    const marked = markContent(bytes, scan, (mcid) => types[index]!.get(mcid));
    replaceContent(file, index, marked);
  });
}

function replaceContent(file: PdfFile, index: number, bytes: Uint8Array): void {
  const { context } = file;
  const { node } = file.getPage(index);
  const key = PDFName.of('Contents');
  const data = deflateSync(bytes, { level: 9 });
  const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: data.length }), data);
  const old = node.get(key);
  if (old && 'objectNumber' in old) context.assign(old as never, stream);
  else node.set(key, context.register(stream));
}
