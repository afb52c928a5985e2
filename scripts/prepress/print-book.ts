import type { BrowserPool } from '../chromium/browser-pool.js';
import { type Assembled, documentOf } from '../typeset/assemble/assemble.js';
import type { Book } from '../typeset/book/galley.js';
import type { FontSet } from '../typeset/fonts/fonts.js';
import { bookParts } from './parts/book-parts.js';
import { joinParts } from './parts/join-parts.js';
import { printParts } from './parts/print-parts.js';
import { print } from './print.js';
import type { Printed } from './printed.js';

/** Options of the print of a book. */
export interface PrintBookOptions {
  fonts: Pick<FontSet, 'key' | 'css'>;
  /** The key of this program: what it printed before serves as long as it is the same. */
  program: string;
  /** A sheet beside the book's own. */
  extraCss?: string;
  /** Work to do in this process while the browser writes the file. */
  meanwhile?: () => Promise<unknown>;
}

/**
 * 打印: a book → its PDF, tagged, with outline and links; a long one in parts, on all cores, of which those that were
 * printed before come from the cache.
 *
 * @throws a problem when the browser does not finish in time.
 */
export async function printBook(
  book: Book,
  assembled: Assembled,
  pool: BrowserPool,
  { fonts, program, extraCss, meanwhile }: PrintBookOptions,
): Promise<Printed> {
  const parts = bookParts(assembled);
  if (parts.length > 1) {
    const frame = documentOf(book, { ...assembled, pages: [] }, extraCss);
    const printed = await printParts(parts, pool, { frame, fonts, program, ...(meanwhile && { meanwhile }) });
    const joined = joinParts(printed);
    if (joined) return { joined };
  }
  return print(documentOf(book, assembled, extraCss), pool, { fonts, ...(meanwhile && { meanwhile }) });
}
