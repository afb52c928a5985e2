import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { PrintedPage } from '../printed-page.js';
import type { Pdfium } from './pdfium.js';
import { stringOf } from './strings.js';

/** Code of `FPDF_GetFormType` for a form whose pages are made by the viewer, from `fpdf_formfill.h`. */
const dynamicForm = 2;
/** A file in a file is told by its name; more are only counted. */
const mostNamed = 20;
/** A message that stands for what a viewer shows; real pages have more text. */
const placeholder = /portfolio|PDF ?(?:作品集|文件包|組合|组合)|Adobe (?:Reader|Acrobat)|Acrobat/iu;

/** @throws a problem for a form of XFA: its pages hold only a request to wait. */
export function checkForm({ pdfium, document }: { pdfium: Pdfium; document: number }, path: string): void {
  if (pdfium._FPDF_GetFormType(document) === dynamicForm)
    throw problem(say('pdf-xfa'), { path, note: say('pdf-print-form') });
}

/**
 * Tells the files inside a PDF.
 *
 * @throws a problem when they are all that there is: a portfolio has a cover, or an empty page.
 */
export function tellAttached(
  { pdfium, document }: { pdfium: Pdfium; document: number },
  pages: readonly PrintedPage[],
  { bytes, path }: { bytes: Uint8Array; path: string },
): string[] {
  const count = pdfium._FPDFDoc_GetAttachmentCount(document);
  if (count <= 0) return [];
  const names = Array.from({ length: Math.min(count, mostNamed) }, (_, index) =>
    stringOf(pdfium, (at, size) =>
      pdfium._FPDFAttachment_GetName(pdfium._FPDFDoc_GetAttachment(document, index), at, size),
    ),
  );
  const more = count - names.length;
  const listed = `${names.join('、')}${more > 0 ? `、… (+${more})` : ''}`;
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('');
  const isCover = pages.length <= 2 && (text === '' || placeholder.test(text));
  if (isCover || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Collection'))
    throw problem(say('pdf-portfolio', listed), { path, note: say('pdf-take-out') });
  return [
    `Files inside the PDF were not read: ${listed} (save them with a PDF viewer, and restore them, too)`,
  ];
}
