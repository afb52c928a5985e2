import type { BrowserCode } from '../../chromium/browser-code.js';
import { hash, readEntry, writeEntry } from '../../chromium/cache-entry.js';
import type { Book } from '../book/galley.js';
import type { FontSet } from '../fonts/fonts.js';
import type { PageRules, Pages, PaginationJob } from '../pages.js';
import { bookCss } from './book-css.js';

/**
 * Pages cached from build to build, one file per galley. The rules: an entry's name is the hash of everything that its
 * pages depend on (HTML, page rules, style sheets, fonts, layout code, browser, side of the first page), so an entry is
 * never wrong, only unused; nothing else may be read when pages are made. Entries are written atomically (renamed),
 * have a checksum, and a damaged one counts as absent. The folder may be deleted at any time.
 */
export interface PageCache {
  read(job: PaginationJob): Pages | undefined;
  write(job: PaginationJob, pages: Pages): void;
}

/** Everything that layout of a book depends on. */
export interface Design {
  book: Book;
  fonts: FontSet;
  rules: PageRules;
  code: BrowserCode;
  browser: string;
}

/** Opens the cache for one book's design. */
export function pageCache({ book, fonts, rules, code, browser }: Design): PageCache {
  const design = hash([
    ...[book.lang, rules.css, rules.blank, bookCss(book)],
    ...[fonts.identity, code.key, browser],
  ]);
  const entryOf = (job: PaginationJob) => `${hash([design, JSON.stringify(job)])}.json`;
  return {
    read: (job) => readEntry<Pages>('pages', entryOf(job)),
    write: (job, pages) => writeEntry('pages', entryOf(job), pages),
  };
}
