import { promisify } from 'node:util';
import { deflate, type ZlibOptions } from 'node:zlib';
import { type PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { Book } from '../typeset/book/galley.js';
import { boxFigures } from './finish/box-figures.js';
import { boxPages } from './finish/box-pages.js';
import { joinOutline } from './finish/join-outline.js';
import { labelPages } from './finish/label-pages.js';
import { markContent } from './finish/mark-content.js';
import { describeLinks, dropStrays } from './finish/mend-links.js';
import { nameGlyphs } from './finish/name-glyphs.js';
import { numberForms } from './finish/number-forms.js';
import { readContents } from './finish/read-contents.js';
import { rewrite } from './finish/rewrite.js';
import { joinFragments } from './finish/tree/join-fragments.js';
import { levelHeadings } from './finish/tree/level-headings.js';
import { mendStructure } from './finish/tree/mend-structure.js';
import { moorFigures } from './finish/tree/moor-figures.js';
import { nameNotes } from './finish/tree/name-notes.js';
import { trimFonts } from './finish/trim-fonts.js';
import { turnOutline } from './finish/turn-outline.js';
import { identify, writeMetadata } from './finish/write-metadata.js';
import { writeStructure } from './finish/write-structure.js';
import { openPdf } from './read/open-pdf.js';
import type { PdfFile } from './read/pdf-file.js';
import { readStructure } from './read/read-structure.js';
import { type Printed, type Unboxed, withoutTextBoxes } from './read/text-boxes.js';

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
 * artifacts marked, PDF/UA-1. The glyphs stay where they are. Same input, same bytes.
 *
 * @throws a problem when the bytes are not a PDF.
 */
export async function finish(printed: Printed, book: Book, options: FinishOptions): Promise<Uint8Array> {
  const { bytes, boxes } = printed instanceof Uint8Array ? withoutTextBoxes(printed) : printed;
  const file = await openPdf(bytes);
  await Promise.all([finishContent(file, boxes), trimFonts(file)]);
  boxPages(file, book.trim, options.bleedMm);
  boxFigures(file);
  nameGlyphs(file);
  turnOutline(file, book);
  describeLinks(file);
  labelPages(file, options.labels);
  writeMetadata(file, book, options.modified);
  identify(file);
  return file.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    // Every pause of the writer takes a millisecond: a second in a book of 1,600 pages.
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** Repairs the structure tree, and adapts the marks in the pages' content. */
async function finishContent(file: PdfFile, boxes: Unboxed['boxes']): Promise<void> {
  const pages = file.getPages().map(({ node }) => node);
  const root = readStructure(file, pages, boxes);
  if (!root) return;
  dropStrays(file, root);
  const contents = readContents(file, pages);
  numberForms(file, root, contents);
  const decorations = pages.map(() => new Set<number>());
  for (const { page, scan } of contents)
    for (const { mcid, hasContent } of scan.sequences) if (!hasContent) decorations[page]!.add(mcid);
  nameNotes(root);
  moorFigures(root);
  joinOutline(file, joinFragments(root));
  mendStructure(root, (page, mcid) => decorations[page]!.has(mcid));
  levelHeadings(root);
  const types = writeStructure(file, root, { pages, contents });
  // Compressed beside this thread, while it goes on to the next page.
  const compressed = contents.map((content) => {
    const marks = markContent({ ...content.scan, added: content.added }, (mcid) =>
      types[content.page]!.get(mcid),
    );
    return compress(rewrite(content.bytes, [...marks, ...content.lines]), { level: 9 });
  });
  for (const [index, { page, form }] of contents.entries())
    replaceContent(file, pages[page]!, { data: await compressed[index]!, form });
}

const compress = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);

function replaceContent(
  file: PdfFile,
  page: PDFDict,
  { data, form }: { data: Uint8Array; form: PDFRef | undefined },
): void {
  const { context } = file;
  const own = form && (context.lookup(form) as PDFRawStream).dict;
  const dict = own ?? context.obj({});
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(data.length));
  const stream = PDFRawStream.of(dict, data);
  const key = PDFName.of('Contents');
  const old = form ?? page.get(key);
  if (old instanceof PDFRef) context.assign(old, stream);
  else page.set(key, context.register(stream));
}
