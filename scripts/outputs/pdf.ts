import { say } from '../article/words/say.js';
import type { BoundPages } from '../prepress/impose/bound-pages.js';
import type { PdfFacts } from './laid.js';
import type { Output } from './output.js';
import { startProving } from './proof-thread.js';

/** The book to read, tagged. Every edition has it. */
export const pdf: Output<PdfFacts, BoundPages> = {
  id: 'pdf',
  label: ['下载 PDF', '下載 PDF', 'Download PDF'],
  endings: ['pdf'],
  type: 'application/pdf',
  isWanted: () => true,
  async make(making) {
    // Browser and thread get ready while this one composes; a PDF from the cache needs none of them.
    startProving(making.pool);
    await making.pool.warm();
    const { makePdf } = await import('./make-pdf.js');
    return makePdf(making);
  },
  did: ({ pages }) => say('did-pages', pages),
};
