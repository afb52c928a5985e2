import type { Book } from '../../typeset/book/galley.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';
import { type BookFont, bookFonts } from './book-fonts.js';
import { readWritten } from './read-written.js';
import type { Written } from './written.js';

/** Expectations about a PDF. They need only the book, so they are computed while the browser prints. */
export interface Expected {
  written: Written;
  fonts: readonly BookFont[];
}

/** @param fontCss the @font-face rules that the book was set with; without them, those of its fonts. */
export async function expectedOf(book: Book, fontCss?: string): Promise<Expected> {
  const css = fontCss ?? (await subsetFonts(book.fonts, book.characters, book.displayCharacters)).css;
  return { written: readWritten(book), fonts: bookFonts(css) };
}
