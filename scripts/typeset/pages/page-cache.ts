import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../article/manuscript.js';
import type { BrowserCode } from '../../chromium/browser-code.js';
import { cacheFolder } from '../../chromium/cache-folder.js';
import { touch } from '../../chromium/prune-cache.js';
import type { Pages, PaginationJob } from '../assemble/pages.js';
import type { Book } from '../compose/galley.js';
import type { FontSet } from '../fonts/fonts.js';

/**
 * Pages kept from build to build, one file a galley. The rules: an entry's name is the hash of all that its pages
 * depend on (HTML, page rules, style sheets, fonts, layout code, browser, side of the first page), so an entry is
 * never wrong, only unused; nothing else may be read when pages are made. Entries are written whole (renamed), carry
 * a checksum, and a damaged one counts as absent. The folder may be deleted at any time.
 */
export interface PageCache {
  read(job: PaginationJob): Pages | undefined;
  write(job: PaginationJob, pages: Pages): void;
  readCss(): string | undefined;
  writeCss(css: string): void;
}

/** Opens the cache for one book's design. */
export function pageCache(
  book: Book,
  fonts: FontSet,
  { code, browser }: { code: BrowserCode; browser: string },
): PageCache {
  const design = hash([book.lang, book.pageCss, ...book.css, fonts.identity, code.key, browser]);
  const folder = cacheFolder('pages');
  const cssFile = join(folder, `${design}.css.json`);
  const fileOf = (job: PaginationJob) => join(folder, `${hash([design, JSON.stringify(job)])}.json`);
  return {
    read: (job) => readEntry<Pages>(fileOf(job)),
    write: (job, pages) => writeEntry(fileOf(job), pages),
    readCss: () => readEntry<string>(cssFile),
    writeCss: (css) => writeEntry(cssFile, css),
  };
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The first line is the checksum of the rest. */
function readEntry<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const content = text.slice(end + 1);
    if (hash([content]) !== text.slice(0, end)) return undefined;
    touch(file);
    return JSON.parse(content) as T;
  } catch {
    return undefined; // removed or damaged meanwhile: it is made anew
  }
}

function writeEntry(file: string, value: unknown): void {
  const content = JSON.stringify(value);
  try {
    writeFileAtomically(file, `${hash([content])}\n${content}`);
  } catch {
    // A full disk costs time at the next build, not this book.
  }
}
