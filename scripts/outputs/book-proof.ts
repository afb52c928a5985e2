import type { BrowserPool } from '../chromium/browser-pool.js';
import { expectedOf } from '../prepress/expected.js';
import type { Finding } from '../prepress/finding.js';
import { type FinishOptions, finish } from '../prepress/finish.js';
import type { SourcePicture } from '../prepress/look/source-picture.js';
import { type FactPage, pageFacts } from '../prepress/page-facts.js';
import { preflight } from '../prepress/preflight.js';
import type { Printed } from '../prepress/printed.js';
import type { ProvenText } from '../prepress/proven-text.js';
import type { Book } from '../typeset/book/galley.js';
import { keptPages } from './kept-pages.js';
import { lookedPages } from './looked-pages.js';

/** A book that is to be finished and proven. Plain data: another thread may do the work. */
export interface ToProve {
  book: Book;
  /** The @font-face rules that it was set with. */
  fontCss: string;
  /** Its name among books: the publication's folder, issue and edition. */
  name: readonly string[];
  /** Pictures of it that have been read, by their data: URLs. */
  sources?: ReadonlyMap<string, SourcePicture>;
}

/** A page of a book as its proof needs it. */
export type ProvenPage = FactPage & { galley: number };

/** The result of a proof: the text, if print and manuscript have the same. */
export interface Proven {
  findings: Finding[];
  text?: ProvenText;
}

/** 终校: steps from a printed book to a proven one. */
export interface BookProof {
  finish(printed: Printed, options: FinishOptions): Promise<Uint8Array>;
  check(pdf: Uint8Array, pages: readonly ProvenPage[]): Promise<Proven>;
}

/**
 * Finishes and proves a book in this thread. What is expected of its file is computed at once: the browser prints.
 *
 * @param pool a browser, for pictures that only one can read
 */
export function proofHere({ book, name, ...known }: ToProve, pool?: BrowserPool): BookProof {
  const expecting = expectedOf(book, { ...known, ...(pool && { pool }) });
  // Whoever checks gets the error.
  expecting.catch(() => undefined);
  return {
    finish: (printed, options) => finish(printed, book, options),
    check: async (pdf, pages) => {
      const texts: ProvenText[] = [];
      const findings = await preflight(pdf, book, {
        pages: pageFacts(book, pages),
        expected: await expecting,
        looked: lookedPages(name),
        kept: keptPages(pages),
        onProven: (text) => texts.push(text),
      });
      return { findings, ...(texts[0] && { text: texts[0] }) };
    },
  };
}
