import { type BrowserCode, browserCode } from '../typeset/browser-code.js';
import type { BrowserPool } from '../typeset/browser-pool.js';
import type { FontSet } from '../typeset/fonts.js';
import type { Book } from '../typeset/galley.js';
import { pageCache } from '../typeset/page-cache.js';
import type { Pages } from '../typeset/pages.js';
import { jobOf, type LaidOut, runJob } from '../typeset/paginate.js';
import { newWarmTabs } from './warm-tabs.js';

/** Galleys whose pages are kept in memory: several editions of a long book. */
const mostGalleys = 2_000;

/**
 * 排版 for the preview: as `paginate`, but the tab stays open, and what was laid out before is not read from the disk
 * again. What a save costs is the layout of the galley that it changed.
 */
export function newWarmLayout(pool: BrowserPool) {
  const tabs = newWarmTabs(pool);
  let bundled: Promise<BrowserCode> | undefined;
  let ready: Promise<unknown> = Promise.resolve();
  const known = new Map<string, Pages>();
  /** Galleys whose first state is on the disk; every later one would fill it with what nobody builds. */
  const written = new Set<string>();
  const remember = (key: string, pages: Pages) => {
    known.delete(key);
    known.set(key, pages);
    if (known.size > mostGalleys) known.delete(known.keys().next().value!);
  };
  const paginate = async (book: Book, fonts: FontSet): Promise<LaidOut> => {
    bundled ??= browserCode('typeset/paged');
    const code = await bundled;
    const design = JSON.stringify([book.lang, book.pageCss, book.css, code.key]);
    const purpose = { book, fonts, code };
    const cache = pageCache(book, fonts, { code, browser: await pool.identity() });
    const pages: Pages[] = [];
    let cached = 0;
    for (const galley of book.galleys) {
      const job = jobOf(galley);
      const key = JSON.stringify([design, fonts.key, job]);
      const standing = known.get(key) ?? cache.read(job);
      const made = standing ?? (await tabs.use(design, purpose, ({ tab }) => runJob(tab, job)));
      if (standing) cached++;
      else if (!written.has(design + galley.id)) cache.write(job, made);
      written.add(design + galley.id);
      remember(key, made);
      pages.push(made);
    }
    let pagedCss = cache.readCss();
    if (pagedCss === undefined) {
      pagedCss = await tabs.use(design, purpose, async (warm) => warm.pagedCss);
      cache.writeCss(pagedCss);
    }
    // Whoever looks will save: the tab stands ready by then, also where all pages came from the cache.
    if (cached === pages.length)
      ready = tabs.use(design, purpose, async () => undefined).catch(() => undefined);
    return { pages, pagedCss, cached };
  };
  /** Until then a tab may still be opening, and would bring a browser back that was closed. */
  return { paginate, settled: () => ready };
}
