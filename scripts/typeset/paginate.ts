import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { packageRoot } from '../article/package-root.js';
import { withTab } from './browser.js';
import { type BrowserCode, browserCode } from './browser-code.js';
import type { BrowserPool } from './browser-pool.js';
import type { FontSet } from './fonts.js';
import type { Book, Galley } from './galley.js';
import { type PageCache, pageCache } from './page-cache.js';
import type { Pages, PaginationJob } from './pages.js';

/** All pages of a book, and the style sheets that they need besides the book's own. */
export interface LaidOut {
  pages: Pages[];
  /** What Paged.js makes of the `@page` rules. */
  pagedCss: string;
  /** Galleys that came from the cache. */
  cached: number;
}

/** What layout itself needs of styles: behind a book's own sheets. */
export const splitCss = (): string =>
  ['lines.css', 'split.css']
    .map((name) => readFileSync(join(packageRoot, 'scripts', 'typeset', name), 'utf8'))
    .join('\n');

/**
 * 排版: galleys → pages, each galley from the cache if all that it depends on is as before.
 *
 * @throws a problem when the browser cannot be had or dies twice.
 */
export async function paginate(book: Book, fonts: FontSet, pool: BrowserPool): Promise<LaidOut> {
  const code = await browserCode('typeset/paged');
  const cache = pageCache(book, fonts, { code, browser: await pool.identity() });
  const pagedCss = cache.readCss();
  const known = walkGalleys(book, cache);
  if (pagedCss !== undefined && known.missing === 0)
    return { pages: known.pages as Pages[], pagedCss, cached: known.pages.length };
  return pool.use((printer) =>
    withTab(printer.browser, async (tab) => layOut(tab, { book, fonts, code, cache })),
  );
}

/** What of the book is in the cache. A galley's side depends on the number of pages before it. */
function walkGalleys(book: Book, cache: PageCache): { pages: (Pages | undefined)[]; missing: number } {
  const pages: (Pages | undefined)[] = [];
  let next = 1;
  for (const galley of book.galleys) {
    const found = cache.read(jobOf(galley, next));
    pages.push(found);
    if (!found) return { pages, missing: book.galleys.length - pages.length + 1 };
    next += found.pages.length;
  }
  return { pages, missing: 0 };
}

interface LayoutTask {
  book: Book;
  fonts: FontSet;
  code: BrowserCode;
  cache: PageCache;
}

async function layOut(tab: Tab, { book, fonts, code, cache }: LayoutTask): Promise<LaidOut> {
  const pagedCss = await openTab(tab, { book, fonts, code });
  cache.writeCss(pagedCss);
  const pages: Pages[] = [];
  let cached = 0;
  let next = 1;
  for (const galley of book.galleys) {
    const job = jobOf(galley, next);
    const known = cache.read(job);
    const made = known ?? (await runJob(tab, job));
    if (known) cached++;
    else cache.write(job, made);
    pages.push(made);
    next += made.pages.length;
  }
  return { pages, pagedCss, cached };
}

/** Sets a tab up for a book: fonts, sheets, Paged.js. Gives the style sheet that Paged.js made. */
export async function openTab(
  tab: Tab,
  { book, fonts, code }: Pick<LayoutTask, 'book' | 'fonts' | 'code'>,
): Promise<string> {
  await tab.setContent(
    `<!doctype html><html lang="${book.lang}"><head><meta charset="utf-8"><style>${fonts.css}</style></head><body></body></html>`,
  );
  await tab.addScriptTag({ content: code.script });
  return tab.evaluate(
    (pageCss, css) => (globalThis as unknown as Window).chongpai.setUp(pageCss, css),
    book.pageCss,
    [...book.css, splitCss()].join('\n'),
  );
}

/** Paginates one galley in a tab that is set up for its book. */
export function runJob(tab: Tab, job: PaginationJob): Promise<Pages> {
  return tab.evaluate((one) => (globalThis as unknown as Window).chongpai.paginate(one), job);
}

/** A galley's job, `next` being the number of its first page in the book. */
export function jobOf(galley: Galley, next: number): PaginationJob {
  return {
    galley: galley.id,
    html: galley.html,
    ...(galley.pageName !== undefined && { pageName: galley.pageName }),
    start: galley.start,
    firstPage: next % 2 === 1 ? 1 : 2,
  };
}

declare global {
  interface Window {
    chongpai: typeof import('./paged.browser.js');
  }
}
