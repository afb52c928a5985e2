import type { Page as Tab } from 'puppeteer';
import { problem } from '../../article/problem.js';
import { type Said, say } from '../../article/words/say.js';
import { type BrowserCode, type Bundle, browserCode } from '../../chromium/browser-code.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { loadDocument, styleElement } from '../../chromium/closed-tab.js';
import { stepLimitMs, weightOf, withinTime } from '../../chromium/time-limit.js';
import { mostTabs, withTab } from '../../chromium/with-tab.js';
import type { Book, Galley } from '../book/galley.js';
import type { FontSet } from '../fonts/fonts.js';
import { pageRules } from '../page-box/page-rules.js';
import type { PageRules, Pages, PaginationJob } from '../pages.js';
import { bookCss } from './book-css.js';
import { pageCache } from './page-cache.js';
import { isMisplaced, Sides } from './sides.js';

/** All pages of a book, and the style sheets that they need in addition to the book's own. */
export interface LaidOut {
  pages: Pages[];
  /** Output of Paged.js for the `@page` rules. */
  pagedCss: string;
  /** Galleys that came from the cache. */
  cached: number;
}

/** Called after each galley with the number laid out of those that were not in the cache. */
export type OnGalley = (done: number, total: number) => void;

/** Options of the layout of a book. */
export interface PaginateOptions {
  onGalley?: OnGalley | undefined;
  /** Called when a galley that takes its tab a while has been sent there; perhaps never, perhaps often. */
  onBusy?: (() => void) | undefined;
  /** The code that lays out; a bench has another. */
  bundle?: Bundle;
}

/**
 * 排版: galleys → pages, each galley from the cache if everything that it depends on is unchanged.
 *
 * @throws a problem when the browser is not available or dies twice.
 */
export async function paginate(
  book: Book,
  fonts: FontSet,
  pool: BrowserPool,
  { onGalley, onBusy, bundle = 'typeset/pages/layout' }: PaginateOptions = {},
): Promise<LaidOut> {
  const [code, rules, browser] = await Promise.all([
    browserCode(bundle),
    pageRules(book.pageCss, pool),
    pool.identity(),
  ]);
  const cache = pageCache({ book, fonts, rules, code, browser });
  const jobs = book.galleys.map((galley) => jobOf(galley, book));
  const pages: Pages[] = [];
  const laid = new Set<number>();
  // Each round gives at least one more galley the side on which it begins.
  for (let due = [...jobs.keys()]; due.length > 0; due = misplaced(book, jobs, pages)) {
    const missing = due.filter((index) => !take(pages, index, cache.read(jobs[index]!)));
    if (missing.length === 0) continue;
    const work = missing.map((index) => jobs[index]!);
    const made = await layOut(pool, work, { book, fonts, rules, code, onGalley, onBusy });
    missing.forEach((index, order) => {
      laid.add(index);
      pages[index] = made[order]!;
      cache.write(jobs[index]!, made[order]!);
    });
  }
  return { pages, pagedCss: rules.css, cached: pages.length - laid.size };
}

function take(pages: Pages[], index: number, known: Pages | undefined): boolean {
  if (known) pages[index] = known;
  return known !== undefined;
}

/** The galleys that must be laid out again for the side on which they begin; their jobs ask for it. */
function misplaced({ galleys }: Book, jobs: PaginationJob[], pages: readonly Pages[]): number[] {
  const sides = new Sides();
  return galleys.flatMap((galley, index) => {
    const side = sides.of(galley);
    sides.count(galley, pages[index]!);
    if (!isMisplaced(jobs[index]!, pages[index]!, side)) return [];
    jobs[index] = { ...jobs[index]!, side };
    return [index];
  });
}

/** Settings of a tab. */
export interface TabPurpose {
  book: Book;
  fonts: FontSet;
  rules: PageRules;
  code: BrowserCode;
}

/**
 * Characters of HTML for each tab, about 70 pages. On two cores, with time to spare, a second tab made 46 pages of a
 * novel 5 % slower, 72 to 118 pages neither, and 162 pages 5 % faster.
 */
const worthATab = 50_000;
/** Characters of HTML that a tab lays out in some .1 s, the time in which this process composes a leaflet. */
const longGalley = 6_000;

/** Lays out galleys in as many tabs as the work, the cores and the memory justify; galleys are independent. */
async function layOut(
  pool: BrowserPool,
  jobs: readonly PaginationJob[],
  { onGalley, onBusy, ...purpose }: TabPurpose & Pick<PaginateOptions, 'onGalley' | 'onBusy'>,
): Promise<Pages[]> {
  const size = jobs.reduce((sum, { html }) => sum + html.length, 0);
  const tabs = Math.max(1, Math.min(mostTabs(), jobs.length, Math.floor(size / worthATab)));
  return pool.use(async ({ browser }) => {
    const pages: Pages[] = [];
    const waiting = jobs.entries();
    let done = 0;
    const work = async (tab: Tab) => {
      await openTab(tab, purpose);
      for (const [index, job] of waiting) {
        const running = runJob(tab, job);
        if (job.html.length > longGalley) onBusy?.();
        pages[index] = await running;
        onGalley?.(++done, jobs.length);
      }
    };
    // Tabs stay for the print: reading the fonts takes as long as laying out a short book.
    const use = { isLoaded: true, holding: purpose.fonts.key };
    const runTab = () => withTab(browser, work, use);
    await Promise.all(Array.from({ length: tabs }, runTab));
    return pages;
  });
}

/**
 * Sets a tab up for a book: fonts, code, sheets.
 *
 * @throws a problem when it does not finish in time.
 */
export async function openTab(tab: Tab, purpose: TabPurpose): Promise<void> {
  await readyTab(tab, purpose);
  const limitMs = stepLimitMs(purpose.book.css.reduce((sum, css) => sum + css.length, 0));
  await withinTime(setUpTab(tab, purpose), limitMs, () =>
    tooSlow(say('sheets-too-slow', Math.round(limitMs / 1000))),
  );
}

/** The part of the set-up that all books with these fonts share; it takes most of the time. */
export async function readyTab(tab: Tab, { book, fonts, code }: Omit<TabPurpose, 'rules'>): Promise<void> {
  await loadDocument(
    tab,
    `<!doctype html><html lang="${book.lang}"><head><meta charset="utf-8">${styleElement(fonts.css)}</head><body></body></html>`,
  );
  await tab.evaluate(code.script);
}

/** @throws a problem when the browser refuses a font: the text would be set in another one. */
export async function setUpTab(tab: Tab, { book, rules }: Pick<TabPurpose, 'book' | 'rules'>): Promise<void> {
  const [refused] = await tab.evaluate(
    (pages, css) => (globalThis as unknown as Window).chongpai.setUp(pages, css),
    rules,
    bookCss(book),
  );
  if (refused !== undefined)
    throw problem(say('font-refused', refused), { note: say('font-damaged-note'), ruleId: 'font-file' });
}

/** Gives a tab that was set up the sheets of a book with the same page rules. */
export function restyleTab(tab: Tab, book: Book): Promise<void> {
  return tab.evaluate((css) => (globalThis as unknown as Window).chongpai.restyle(css), bookCss(book));
}

/**
 * Paginates one galley in a tab that is set up for its book. If a page does not hold the lines that it held as a
 * column, the browser breaks the lines of the galley by itself, and `plainFor` has the reason.
 *
 * @throws a problem when it does not finish in time.
 */
export async function runJob(
  tab: Tab,
  job: PaginationJob,
  limitMs = stepLimitMs(weightOf(job.html)),
): Promise<Pages> {
  const pages = await attempt(tab, job, limitMs);
  const [plainFor] = pages.troubles;
  if (!plainFor) return pages;
  const plain = await attempt(tab, { ...job, plainLines: true }, limitMs);
  return plain.troubles.length < pages.troubles.length ? { ...plain, plainFor } : pages;
}

function attempt(tab: Tab, job: PaginationJob, limitMs: number): Promise<Pages> {
  const work = tab.evaluate((one) => (globalThis as unknown as Window).chongpai.paginate(one), job);
  return withinTime(work, limitMs, () =>
    tooSlow(say('layout-too-slow', job.galley, Math.round(limitMs / 1000))),
  );
}

const tooSlow = (reason: Said) => problem(reason, { note: say('halve-section'), ruleId: 'layout-time' });

/** The job of a galley for layout. Its text begins with a recto, as far as is known; a screen has single pages. */
export function jobOf(
  { id, html, pageName, facing, folios }: Galley,
  { trim }: Pick<Book, 'trim'>,
): PaginationJob {
  const hasSides = folios === 'arabic' && !facing && !trim.isScreen;
  return {
    galley: id,
    html,
    ...(pageName !== undefined && { pageName }),
    ...(facing && { facing }),
    ...(hasSides && { side: 'recto' as const }),
  };
}

declare global {
  interface Window {
    chongpai: typeof import('./layout.browser.js');
  }
}
