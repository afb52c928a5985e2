import { say } from '../article/words/say.js';
import type { BoundPages } from '../prepress/impose/bound-pages.js';
import type { PdfFacts } from './laid.js';
import type { Output } from './output.js';

/** The book to read, tagged. Every edition has it. */
export const pdf: Output<PdfFacts, BoundPages> = {
  id: 'pdf',
  label: ['下载 PDF', '下載 PDF', 'Download PDF'],
  endings: ['pdf'],
  type: 'application/pdf',
  isWanted: () => true,
  async make(making) {
    // The browser gets ready while this process composes; a PDF from the cache needs neither.
    await making.pool.warm();
    const { makePdf } = await import('./make-pdf.js');
    return makePdf(making);
  },
  did: ({ pages }) => say('did-pages', pages),
};
