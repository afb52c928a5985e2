import type { Page as Tab } from 'puppeteer';
import { browserCode } from '../../chromium/browser-code.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { hash, readEntry, writeEntry } from '../../chromium/cache-entry.js';
import { withTab } from '../../chromium/with-tab.js';
import type { PageRules } from '../pages.js';

/** Shared by several editions of an issue, whose sheets are the same. */
const asked = new WeakMap<BrowserPool, Map<string, Promise<PageRules>>>();

/**
 * The page rules as Paged.js reads them: a pure function, so its result is cached, beside what depends on no manuscript:
 * issues of a newspaper share them.
 */
export async function pageRules(pageCss: string, pool: BrowserPool): Promise<PageRules> {
  const code = await browserCode('typeset/page-box/paged');
  const key = hash([pageCss, code.key, await pool.identity()]);
  const known = asked.get(pool) ?? new Map<string, Promise<PageRules>>();
  asked.set(pool, known);
  const standing = known.get(key);
  if (standing) return standing;
  const made = readOrMake(key, () =>
    pool.use(({ browser }) =>
      withTab(browser, async (tab) => {
        await tab.evaluate(code.script);
        return readInTab(tab, pageCss);
      }),
    ),
  );
  known.set(key, made);
  made.catch(() => known.delete(key)); // the next caller tries again
  return made;
}

async function readOrMake(key: string, make: () => Promise<PageRules>): Promise<PageRules> {
  const entry = `${key}.json`;
  const stored = readEntry<PageRules>('rules', entry);
  if (stored) return stored;
  const made = await make();
  writeEntry('rules', entry, made);
  return made;
}

const readInTab = (tab: Tab, pageCss: string): Promise<PageRules> =>
  tab.evaluate((css) => (globalThis as unknown as PagedTab).chongpai.readPageRules(css), pageCss);

/** A tab that has Paged.js, and only that. */
interface PagedTab {
  chongpai: typeof import('./paged.browser.js');
}
