import { inflateSync } from 'node:zlib';
import { EncryptedPDFError, PDFDict, PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { VFileMessage } from 'vfile-message';
import { pdfLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { dictOf, listOf, type PdfFile } from './pdf-file.js';
import { bomb, damaged, isTooLarge } from './pdf-streams.js';

/**
 * Opens a PDF as it is: its metadata are not touched.
 *
 * @throws a problem when the bytes are not a PDF, only a part of one, or encrypted.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const latin1 = (from: number, to?: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (bytes.length === 0) throw problem(say('empty-pdf'));
  // Like readers do: the header is within the first, the end mark within the last kilobyte.
  if (!latin1(0, 1024).includes('%PDF-')) throw problem(say('no-pdf'));
  if (!latin1(-1024).includes('%%EOF')) throw problem(say('cut-pdf'), { note: say('fetch-again') });
  refuseBombs(bytes);
  try {
    const file = await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: Number.POSITIVE_INFINITY,
    });
    refuseEndlessPages(file);
    file.getPages();
    return file;
  } catch (error) {
    if (error instanceof EncryptedPDFError)
      throw problem(say('encrypted-pdf'), { note: say('save-without-password') });
    if (error instanceof VFileMessage) throw error;
    // The library fails with a TypeError if the catalogue or the pages are missing.
    const isTrip = error instanceof TypeError || !(error instanceof Error);
    throw damaged(isTrip ? 'its pages cannot be found' : error.message.split('\n')[0]!);
  }
}

/** Tests streams that the library itself would unpack, with all objects in them. */
function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const kind of ['/ObjStm', '/XRef'])
    for (let at = file.indexOf(kind); at >= 0; at = file.indexOf(kind, at + kind.length)) {
      const start = file.indexOf('stream', at);
      if (start < 0 || start - at > 4096) continue;
      const data = file.subarray(start + 'stream'.length + (file[start + 6] === 13 ? 2 : 1));
      if (!isBomb(data)) continue;
      throw bomb(pdfLimits.contentBytes);
    }
}

function isBomb(data: Uint8Array): boolean {
  try {
    inflateSync(data, { finishFlush: 2, maxOutputLength: pdfLimits.contentBytes });
    return false;
  } catch (error) {
    return isTooLarge(error); // the library reports streams of other kinds
  }
}

/** Refuses endless page trees: the library counts pages by following their tree, wherever it leads. */
function refuseEndlessPages(file: PdfFile): void {
  let count = 0;
  const visit = (node: PDFObject | undefined, above: readonly PDFObject[]) => {
    if (!(node instanceof PDFDict)) return;
    if (above.includes(node) || above.length > 64) throw damaged('its tree of pages holds itself');
    if (++count > pdfLimits.pages) throw problem(say('pdf-pages', pdfLimits.pages), { ruleId: 'size' });
    for (const kid of listOf(node, 'Kids')) visit(kid, [...above, node]);
  };
  visit(dictOf(file.catalog, 'Pages'), []);
}
