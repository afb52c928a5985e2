import { PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { contentBytes, dictOf, inherited, nameOf, type PdfFile, streamBytes } from '../pdf-file.js';
import { type ContentScan, scanContent } from './scan-content.js';

/** A content stream with marks: of a page, or of a form that the page paints (a block with opacity is one). */
export interface MarkedContentStream {
  /** Index of the page, from 0. */
  page: number;
  bytes: Uint8Array;
  scan: ContentScan;
  resources: PDFDict | undefined;
  /** The form; absent for the page's own content. */
  form?: PDFRef;
}

/** Reads every content stream of the pages that can hold marks. */
export function readContents(file: PdfFile, pages: readonly PDFDict[]): MarkedContentStream[] {
  return pages.flatMap((page, index) => {
    const streams: MarkedContentStream[] = [];
    const own = inherited(page, 'Resources');
    const resources = own instanceof PDFDict ? own : undefined;
    const forms = formsIn(file, resources, { page: index, streams });
    const bytes = contentBytes(page);
    const scan = scanContent(bytes, (name) => forms.has(name));
    streams.unshift({ page: index, bytes, scan, resources });
    return streams;
  });
}

/** The names of the forms in a resource dictionary that hold marks; their contents go to `found`. */
function formsIn(
  file: PdfFile,
  resources: PDFDict | undefined,
  found: { page: number; streams: MarkedContentStream[] },
): Set<string> {
  const names = new Set<string>();
  const objects = dictOf(resources, 'XObject');
  for (const [name, ref] of objects?.entries() ?? []) {
    const form = file.context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(form instanceof PDFRawStream) || nameOf(form, 'Subtype') !== 'Form')
      continue;
    const known = found.streams.find((stream) => stream.form === ref);
    const bytes = known ? known.bytes : streamBytes(form);
    const inside = dictOf(form, 'Resources') ?? resources;
    const inner = known ? new Set<string>() : formsIn(file, inside, found);
    const scan = known ? known.scan : scanContent(bytes, (kid) => inner.has(kid));
    if (scan.sequences.length === 0 && inner.size === 0) continue;
    if (!known) found.streams.push({ page: found.page, bytes, scan, resources: inside, form: ref });
    names.add(name.asString());
  }
  return names;
}
