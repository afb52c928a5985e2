import type { BrowserPool } from '../../chromium/browser-pool.js';
import { finish } from '../../prepress/finish.js';
import { print } from '../../prepress/print.js';
import { assemble, documentOf } from '../../typeset/assemble/assemble.js';
import type { Book } from '../../typeset/book/galley.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';
import { paginate } from '../../typeset/pages/paginate.js';

/** The PDF of a book, without its proof. */
export async function printBook(book: Book, pool: BrowserPool): Promise<Uint8Array> {
  const fonts = await subsetFonts(book.fonts, book.characters, book.displayCharacters);
  const assembled = assemble(book, await paginate(book, fonts, pool), fonts);
  const labels = assembled.pages.map(({ label }) => label);
  return finish(await print(documentOf(book, assembled), pool), book, { modified: new Date(0), labels });
}
