import type { Browser, Page as Tab } from 'puppeteer';
import { closedTab } from './closed-tab.js';

/** Tabs that wait for the next step of their book, by what they hold. */
const kept = new WeakMap<Browser, Map<string, Tab>>();
/** As many as editions are made at once, of two issues. A tab costs some 60 MB. */
const mostKept = 4;

/**
 * Gives a fresh closed tab to `work` and closes it afterwards. A tab that crashes would leave `work` waiting for ever.
 *
 * @param holding what the tab holds after its work, such as the fonts of a book: it is not closed then, but kept for
 *   `withKeptTab`
 */
export async function withTab<T>(
  browser: Browser,
  work: (tab: Tab) => Promise<T>,
  holding?: string,
): Promise<T> {
  const tab = await closedTab(browser);
  const result = await used(tab, work, holding === undefined);
  if (holding !== undefined) keep(browser, holding, tab);
  return result;
}

/** Gives a kept tab to `work` and closes it afterwards; undefined where none holds what is wanted. */
export async function withKeptTab<T>(
  browser: Browser,
  holding: string,
  work: (tab: Tab) => Promise<T>,
): Promise<T | undefined> {
  const tabs = kept.get(browser);
  const tab = tabs?.get(holding);
  tabs?.delete(holding);
  return tab && !tab.isClosed() ? used(tab, work, true) : undefined;
}

async function used<T>(tab: Tab, work: (tab: Tab) => Promise<T>, isLast: boolean): Promise<T> {
  const crash = new Promise<never>((_, reject) => tab.once('error', reject));
  let isDone = false;
  try {
    const result = await Promise.race([work(tab), crash]);
    isDone = true;
    return result;
  } finally {
    // What goes wrong later is seen by whoever uses it then.
    crash.catch(() => undefined);
    if (isLast || !isDone) await close(tab);
  }
}

function keep(browser: Browser, holding: string, tab: Tab): void {
  const tabs = kept.get(browser) ?? new Map<string, Tab>();
  kept.set(browser, tabs);
  const [oldest] = tabs.keys();
  const surplus = tabs.has(holding) ? holding : tabs.size >= mostKept ? oldest : undefined;
  if (surplus !== undefined) void close(tabs.get(surplus)!);
  if (surplus !== undefined) tabs.delete(surplus);
  tabs.set(holding, tab);
  tab.once('error', () => tabs.get(holding) === tab && tabs.delete(holding));
}

const close = (tab: Tab) => tab.close().catch(() => undefined);
