import { createHash, type Hash } from 'node:crypto';
import { PDFArray, PDFDict, type PDFObject, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PageFacts } from '../page-facts.js';
import { dictOf, elements, entry, inherited, listOf, type PdfFile } from '../read/pdf-file.js';
import type { PdfPage, PdfReading } from '../read/read-pdf.js';

/** All that the reading of a part of a file depends on, but for the glyphs of its fonts. */
export interface PartKey {
  /** A hash of it. */
  name: string;
  /** The fonts of its pages, in the order in which resources name them. */
  fonts: PDFDict[];
}

/** Resources nest a few deep in real files. */
const mostNested = 12;

/**
 * 部分之据: the key of consecutive pages: their contents as they are packed, their resources with all that these refer to,
 * boxes, annotations as far as the reading of a page asks for them, and layout's facts. Fonts are in it by their order
 * only, because a subset changes with every chapter; what a part uses of them is compared by itself (`glyphFacts`).
 *
 * @param kind what the reading of all parts depends on: the program
 * @returns undefined where resources are nested too deeply to be hashed whole.
 */
export function partKey(
  reading: PdfReading,
  { first, count }: { first: number; count: number },
  { kind, facts }: { kind: string; facts: readonly (PageFacts | undefined)[] },
): PartKey | undefined {
  const { file } = reading;
  const sum = createHash('sha256');
  const fonts: PDFDict[] = [];
  sum.update(`${kind} ${reading.structure !== undefined} `);
  let isWhole = addObject(sum, file, entry(file.catalog, 'OCProperties'));
  for (let index = first; index < first + count; index++) {
    const page = reading.pages[index]!;
    sum.update(`\npage ${JSON.stringify([facts[index], page.trim, page.others, hasAppearance(page)])} `);
    for (const key of ['MediaBox', 'CropBox'])
      isWhole = addObject(sum, file, inherited(page.dict, key)) && isWhole;
    const contents = entry(page.dict, 'Contents');
    for (const stream of contents instanceof PDFArray ? elements(contents) : [contents])
      isWhole = addObject(sum, file, stream) && isWhole;
    isWhole = addResources(sum, page, { file, fonts }) && isWhole;
  }
  return isWhole ? { name: sum.digest('hex').slice(0, 32), fonts } : undefined;
}

const hasAppearance = ({ dict }: PdfPage) =>
  listOf(dict, 'Annots').some((annotation) => entry(annotation, 'AP') !== undefined);

function addResources(
  sum: Hash,
  { dict }: PdfPage,
  { file, fonts }: { file: PdfFile; fonts: PDFDict[] },
): boolean {
  const resources = inherited(dict, 'Resources');
  if (!(resources instanceof PDFDict)) return addObject(sum, file, resources);
  let isWhole = true;
  for (const [key, value] of resources.entries()) {
    sum.update(`${key.asString()} `);
    if (key.asString() !== '/Font') isWhole = addObject(sum, file, value) && isWhole;
  }
  for (const key of dictOf(resources, 'Font')?.keys() ?? []) {
    const font = entry(dictOf(resources, 'Font'), key.decodeText());
    if (font instanceof PDFDict && !fonts.includes(font)) fonts.push(font);
    sum.update(`${key.asString()} font ${font instanceof PDFDict ? fonts.indexOf(font) : 'none'} `);
  }
  return isWhole;
}

/** An object with all that it refers to; false where that is nested too deeply. */
function addObject(sum: Hash, file: PdfFile, object: PDFObject | undefined, depth = 0): boolean {
  if (depth > mostNested) return false;
  if (object === undefined) sum.update('none ');
  else if (object instanceof PDFRef) return addObject(sum, file, file.context.lookup(object), depth + 1);
  else if (object instanceof PDFStream) {
    const bytes = object instanceof PDFRawStream ? object.contents : object.getContents();
    const isWhole = addObject(sum, file, object.dict, depth + 1);
    sum.update(`stream ${bytes.length} `).update(bytes);
    return isWhole;
  } else if (object instanceof PDFDict) {
    sum.update('<< ');
    const isWhole = object.entries().map(([key, value]) => {
      sum.update(`${key.asString()} `);
      return addObject(sum, file, value, depth + 1);
    });
    sum.update('>> ');
    return !isWhole.includes(false);
  } else if (object instanceof PDFArray) {
    sum.update('[ ');
    const isWhole = object.asArray().map((value) => addObject(sum, file, value, depth + 1));
    sum.update('] ');
    return !isWhole.includes(false);
  } else sum.update(`${object.toString()} `);
  return true;
}
