import type { PDFDict } from '@cantoo/pdf-lib';
import type { Box } from './matrix.js';
import { openPdf } from './open-pdf.js';
import { entry, infoOf, listOf, nameOf, type PdfFile, textOf } from './pdf-file.js';
import { streamBytes } from './pdf-streams.js';
import type { PdfFont } from './read-font.js';
import {
  destinationResolver,
  type LinkAnnotation,
  type OutlineEntry,
  readLinks,
  readOutline,
  readPageLabels,
} from './read-navigation.js';
import { boxOf, type PageContent, readPage, visibleBox } from './read-page.js';
import { readStructure, type StructureElement } from './read-structure.js';

/** A page of a finished PDF. */
export interface PdfPage {
  /** The paper after trimming: TrimBox, else the visible area. */
  trim: Box;
  links: LinkAnnotation[];
  /** Annotations that are no links. */
  others: string[];
  dict: PDFDict;
  /** Interprets the content; repeated on each call, so that a book need not be in memory at once. */
  content(): PageContent;
}

/** A finished PDF, read back: its printed content and its data for readers. */
export interface PdfReading {
  /** The bytes of the file. */
  bytes: Uint8Array;
  file: PdfFile;
  pages: PdfPage[];
  /** Fonts found so far: complete once the content of every page was read. */
  fonts: Map<unknown, PdfFont>;
  structure: StructureElement | undefined;
  outline: OutlineEntry[];
  labels: string[] | undefined;
  lang: string | undefined;
  title: string | undefined;
  /** The issue and the edition that `finish` wrote down; undefined in PDFs that are not ours. */
  issue: string | undefined;
  edition: string | undefined;
  xmp: string | undefined;
}

/** Keys of our own in the document information (PDF 32000-1 §14.3.3 allows them). */
export const infoKeys = { issue: 'ChongpaiIssue', edition: 'ChongpaiEdition' } as const;

/**
 * Reads a PDF back.
 *
 * @throws a problem when the bytes are not a PDF, only a part of one, or encrypted.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const file = await openPdf(bytes);
  const pages = file.getPages();
  const dicts = pages.map((page) => page.node);
  const resolve = destinationResolver(file, dicts);
  const fonts = new Map<unknown, PdfFont>();
  const info = infoOf(file);
  const metadata = entry(file.catalog, 'Metadata');
  return {
    bytes,
    file,
    pages: pages.map((page) => ({
      trim: boxOf(page.node, 'TrimBox') ?? visibleBox(page.node),
      links: readLinks(page.node, resolve),
      others: otherAnnotations(page.node),
      dict: page.node,
      content: () => readPage(file, page, fonts),
    })),
    fonts,
    structure: readStructure(file, dicts),
    outline: readOutline(file, resolve),
    labels: readPageLabels(file, pages.length),
    lang: textOf(file.catalog, 'Lang'),
    title: textOf(info, 'Title'),
    issue: textOf(info, infoKeys.issue),
    edition: textOf(info, infoKeys.edition),
    xmp: metadata ? Buffer.from(streamBytes(metadata)).toString('utf8') : undefined,
  };
}

function otherAnnotations(page: PDFDict): string[] {
  return listOf(page, 'Annots').flatMap((annotation) => {
    const subtype = nameOf(annotation, 'Subtype');
    return subtype === undefined || subtype === 'Link' ? [] : subtype;
  });
}
