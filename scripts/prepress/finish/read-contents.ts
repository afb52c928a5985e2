import { PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { dictOf, inherited, nameOf, type PdfFile } from '../read/pdf-file.js';
import { contentBytes, streamBytes } from '../read/pdf-streams.js';
import { type PdfFont, readFont } from '../read/read-font.js';
import { tokenize } from '../read/tokenize.js';
import { compactText } from './compact-text.js';
import { addedText, type Stretch } from './find-added.js';
import type { Change } from './rewrite.js';
import { type ContentScan, contentScan } from './scan-content.js';

/** A content stream with marks: of a page, or of a form that the page paints (a block with opacity is one). */
export interface MarkedContentStream {
  /** Index of the page, from 0. */
  page: number;
  bytes: Uint8Array;
  scan: ContentScan;
  /** The browser's additions to the text. */
  added: Stretch[];
  /** Its lines in fewer bytes. */
  lines: Change[];
  /** The form; absent for the page's own content. */
  form?: PDFRef;
}

/** Reads every content stream of the pages that may contain marks. */
export function readContents(file: PdfFile, pages: readonly PDFDict[]): MarkedContentStream[] {
  const fonts = new Map<PDFDict, PdfFont>();
  return pages.flatMap((page, index) => {
    const streams: MarkedContentStream[] = [];
    const own = inherited(page, 'Resources');
    const resources = own instanceof PDFDict ? own : undefined;
    const forms = formsIn(resources, { file, fonts, page: index, streams });
    streams.unshift({ page: index, ...readStream(contentBytes(page), { resources, fonts, forms }) });
    return streams;
  });
}

/** The forms found on a page. */
interface Forms {
  file: PdfFile;
  fonts: Map<PDFDict, PdfFont>;
  page: number;
  streams: MarkedContentStream[];
}

/** The names of the forms in a resource dictionary that hold marks; their contents go to `streams`. */
function formsIn(resources: PDFDict | undefined, found: Forms): Set<string> {
  const names = new Set<string>();
  const objects = dictOf(resources, 'XObject');
  for (const [name, ref] of objects?.entries() ?? []) {
    const form = found.file.context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(form instanceof PDFRawStream) || nameOf(form, 'Subtype') !== 'Form')
      continue;
    const known = found.streams.find((stream) => stream.form === ref);
    const inside = dictOf(form, 'Resources') ?? resources;
    const forms = known ? new Set<string>() : formsIn(inside, found);
    const read = known ?? readStream(streamBytes(form), { resources: inside, fonts: found.fonts, forms });
    if (read.scan.sequences.length === 0 && forms.size === 0) continue;
    if (!known) found.streams.push({ page: found.page, ...read, form: ref });
    names.add(name.asString());
  }
  return names;
}

interface Around {
  resources: PDFDict | undefined;
  fonts: Map<PDFDict, PdfFont>;
  /** Names of the forms that have marks of their own. */
  forms: ReadonlySet<string>;
}

function readStream(
  bytes: Uint8Array,
  { resources, fonts, forms }: Around,
): Omit<MarkedContentStream, 'page'> {
  const dicts = dictOf(resources, 'Font');
  const named = new Map<string, PdfFont | undefined>();
  const fontNamed = (name: string) => {
    if (!named.has(name)) named.set(name, readFontOnce(dictOf(dicts, name.slice(1)), fonts));
    return named.get(name);
  };
  const scan = contentScan((name) => forms.has(name));
  const added = addedText(fontNamed);
  const lines = compactText((name) => horizontal(fontNamed(name)));
  tokenize(bytes, (operator, operands, start, end) => {
    scan.hear(operator, operands, start, end);
    added.hear(operator, operands, start, end);
    lines.hear(operator, operands, start, end);
  });
  return { bytes, scan: scan.end(), added: added.end(), lines: lines.end() };
}

function readFontOnce(dict: PDFDict | undefined, fonts: Map<PDFDict, PdfFont>): PdfFont | undefined {
  if (!dict) return undefined;
  const font = fonts.get(dict) ?? readFont(dict);
  fonts.set(dict, font);
  return font;
}

/** A font, if it writes from left to right. */
function horizontal(font: PdfFont | undefined): PdfFont | undefined {
  return font?.isVertical ? undefined : font;
}
