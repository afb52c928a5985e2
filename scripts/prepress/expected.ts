import type { BrowserPool } from '../chromium/browser-pool.js';
import type { Book } from '../typeset/book/galley.js';
import { subsetFonts } from '../typeset/fonts/fonts.js';
import { type BookFont, bookFonts } from './expect/book-fonts.js';
import { readWritten } from './expect/read-written.js';
import type { Written } from './expect/written.js';
import { readSourcePictures, type SourcePicture } from './look/source-picture.js';

/** Expectations about a PDF. They need only the book, so they are computed while the browser prints. */
export interface Expected {
  written: Written;
  fonts: readonly BookFont[];
  /** The pictures by their data: URLs. */
  sources: ReadonlyMap<string, SourcePicture>;
}

/** Means of computing expectations. */
export interface Expecting {
  /** The @font-face rules that the book was set with; without them, those of its fonts. */
  fontCss?: string;
  /** A browser, for pictures that only one can read; without it these are not compared pixel by pixel. */
  pool?: BrowserPool;
  /** Pictures of the book that have been read. */
  sources?: Expected['sources'];
}

export async function expectedOf(book: Book, { fontCss, pool, sources }: Expecting = {}): Promise<Expected> {
  const css = fontCss ?? (await subsetFonts(book.fonts, book.characters, book.displayCharacters)).css;
  const written = readWritten(book);
  const open = written.pictures.map(({ src }) => src).filter((url) => !sources?.has(url));
  const read = await readSourcePictures(open, pool);
  return { written, fonts: bookFonts(css), sources: new Map([...(sources ?? []), ...read]) };
}
