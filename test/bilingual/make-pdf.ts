import type { BrowserPool } from '../../scripts/chromium/browser-pool.js';
import { finish } from '../../scripts/prepress/finish.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { print } from '../../scripts/prepress/print.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { assemble, documentOf } from '../../scripts/typeset/assemble/assemble.js';
import type { Book } from '../../scripts/typeset/book/galley.js';
import { subsetFonts } from '../../scripts/typeset/fonts/fonts.js';
import { paginate } from '../../scripts/typeset/pages/paginate.js';

/** The PDF of a book, and the findings of its proof. */
export async function makePdf(book: Book, pool: BrowserPool) {
  const fonts = await subsetFonts(book.fonts, book.characters, book.displayCharacters);
  const assembled = assemble(book, await paginate(book, fonts, pool), fonts);
  const printed = await print(documentOf(book, assembled), pool);
  const labels = assembled.pages.map(({ label }) => label);
  const pdf = await finish(printed, book, { modified: new Date(0), labels });
  return { labels, reading: await readPdf(pdf), findings: await preflight(pdf, book) };
}
