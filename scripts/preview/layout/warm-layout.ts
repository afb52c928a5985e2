import { createHash } from 'node:crypto';
import type { Page as Tab } from 'puppeteer';
import { type BrowserCode, browserCode } from '../../chromium/browser-code.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import type { Book } from '../../typeset/book/galley.js';
import type { FontSet } from '../../typeset/fonts/fonts.js';
import { pageRules } from '../../typeset/page-box/page-rules.js';
import { bookCss } from '../../typeset/pages/book-css.js';
import { pageCache } from '../../typeset/pages/page-cache.js';
import { jobOf, type LaidOut, type OnGalley, runJob } from '../../typeset/pages/paginate.js';
import { isMisplaced, Sides } from '../../typeset/pages/sides.js';
import type { Pages, PaginationJob } from '../../typeset/pages.js';
import { layoutCss } from './layout-css.js';
import { newWarmTabs } from './warm-tabs.js';

/** Galleys whose pages are kept in memory: several editions of a long book. */
const mostGalleys = 2_000;

/**
 * 排版 for the preview: like `paginate`, but the tab stays open, and earlier results are not read from the disk again.
 * A save costs the layout of the galley that it changed.
 */
export function newWarmLayout(pool: BrowserPool) {
  const tabs = newWarmTabs(pool);
  let bundled: Promise<BrowserCode> | undefined;
  let ready: Promise<unknown> = Promise.resolve();
  const known = new Map<string, Pages>();
  /** Galleys whose first state is on disk; later states are not written, as nobody builds them. */
  const written = new Set<string>();
  const rehearsed = new Set<string>();
  const remember = (key: string, pages: Pages) => {
    known.delete(key);
    known.set(key, pages);
    if (known.size > mostGalleys) known.delete(known.keys().next().value!);
  };
  const paginate = async (
    book: Book,
    fonts: FontSet,
    { isFirst = false, onGalley }: { isFirst?: boolean; onGalley?: OnGalley | undefined } = {},
  ): Promise<LaidOut> => {
    bundled ??= browserCode('typeset/pages/layout');
    const code = await bundled;
    // A sheet without page rules leaves its line break behind.
    const design = JSON.stringify([book.lang, book.pageCss.trimEnd(), code.key]);
    // Properties that only paint leave every page as it was.
    const look = hash([design, layoutCss(bookCss(book)), fonts.key]);
    const rules = await pageRules(book.pageCss, pool);
    const purpose = { book, fonts, rules, code };
    const cache = pageCache({ ...purpose, browser: await pool.identity() });
    const pages: Pages[] = [];
    let cached = 0;
    const make = async (job: PaginationJob) => {
      const key = hash([look, JSON.stringify(job)]);
      const standing = known.get(key) ?? cache.read(job);
      const made = standing ?? (await tabs.use(design, purpose, ({ tab }) => runJob(tab, job)));
      // A build never makes only the beginning of a book.
      if (!standing && !isFirst && !written.has(design + job.galley)) cache.write(job, made);
      remember(key, made);
      return { made, isNew: !standing };
    };
    const sides = new Sides();
    for (const galley of book.galleys) {
      const [job, side] = [jobOf(galley, book), sides.of(galley)];
      let { made, isNew } = await make(job);
      if (isMisplaced(job, made, side)) ({ made, isNew } = await make({ ...job, side }));
      sides.count(galley, made);
      if (!isNew) cached++;
      if (!isFirst) written.add(design + galley.id);
      pages.push(made);
      if (isNew) onGalley?.(pages.length, book.galleys.length);
    }
    // A save will follow, and cold code is three times slower, so run it once now, even if all pages came from the
    // cache.
    if (!isFirst && !rehearsed.has(design)) {
      rehearsed.add(design);
      ready = tabs.use(design, purpose, ({ tab }) => rehearse(tab, book)).catch(() => undefined);
    }
    return { pages, pagedCss: rules.css, cached };
  };
  /** Until then a tab may still be opening, and would restart a browser that was closed. */
  return { paginate, settled: () => ready };
}

/** Maximum length of a rehearsal: one of more than 50 pages would delay a save. */
const longestRehearsal = 100_000;

/** Lays out the longest galley that is not too long, only to warm up. */
async function rehearse(tab: Tab, book: Book): Promise<void> {
  const [galley] = book.galleys
    .filter(({ html }) => html.length < longestRehearsal)
    .toSorted((a, b) => b.html.length - a.html.length);
  if (galley) await runJob(tab, jobOf(galley, book));
}

const hash = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64');
