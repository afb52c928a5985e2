import { availableParallelism, freemem } from 'node:os';
import type { Browser, Page as Tab } from 'puppeteer';
import { closedTab } from './closed-tab.js';

/** Tabs of a browser between two steps. */
interface Standing {
  /** By what they hold for the next step of their book. */
  holding: Map<string, Tab[]>;
  /** Those that are done with a book. */
  used: Tab[];
}

const standing = new WeakMap<Browser, Standing>();
/** As many as editions are made at once, of two issues. A tab costs some 60 MB. */
const mostKept = 4;
/** Books that a tab sees before it is closed: what a browser does not give back must not add up. */
const mostBooks = 20;
const books = new WeakMap<Tab, number>();

/** Ways of using a tab. */
export interface TabUse {
  /** It need not be fresh: the work begins by loading a document. A process for a fresh one takes .1 s. */
  isLoaded?: boolean;
  /**
   * Something that the tab holds after its work, such as the fonts of a book: it is not closed then, but kept for
   * `withKeptTab`.
   */
  holding?: string;
}

/**
 * Gives a closed tab, a fresh one by default, to `work` and closes it afterwards. A tab that crashes would leave `work`
 * waiting for ever.
 */
export async function withTab<T>(
  browser: Browser,
  work: (tab: Tab) => Promise<T>,
  { isLoaded = false, holding }: TabUse = {},
): Promise<T> {
  const ready = isLoaded ? tabsOf(browser).used.pop() : undefined;
  const tab = ready && !ready.isClosed() ? ready : await closedTab(browser);
  const result = await watched(tab, work);
  if (holding === undefined) await close(tab);
  else keep(browser, holding, tab);
  return result;
}

/**
 * Gives a kept tab to `work`; undefined where none holds what is wanted. Afterwards it serves the next book, if it has
 * not served many.
 *
 * @param isSpent true for a tab that a long book has filled: it would keep .3 GB through the rest of the build.
 */
export async function withKeptTab<T>(
  browser: Browser,
  holding: string,
  work: (tab: Tab) => Promise<T>,
  { isSpent = false }: { isSpent?: boolean } = {},
): Promise<T | undefined> {
  const { holding: tabs, used } = tabsOf(browser);
  const tab = tabs.get(holding)?.pop();
  if (tabs.get(holding)?.length === 0) tabs.delete(holding);
  if (!tab || tab.isClosed()) return undefined;
  const result = await watched(tab, work);
  const count = (books.get(tab) ?? 0) + 1;
  books.set(tab, count);
  if (!isSpent && count < mostBooks && used.length < mostKept) used.push(tab);
  else void close(tab);
  return result;
}

function tabsOf(browser: Browser): Standing {
  const known = standing.get(browser) ?? { holding: new Map(), used: [] };
  standing.set(browser, known);
  return known;
}

/** A tab whose work fails is closed. */
async function watched<T>(tab: Tab, work: (tab: Tab) => Promise<T>): Promise<T> {
  let lost: (error: Error) => void = () => undefined;
  const crash = new Promise<never>((_, reject) => {
    lost = reject;
    tab.once('error', lost);
  });
  try {
    return await Promise.race([work(tab), crash]);
  } catch (error) {
    await close(tab);
    throw error;
  } finally {
    tab.off('error', lost);
  }
}

function keep(browser: Browser, holding: string, tab: Tab): void {
  const { holding: tabs } = tabsOf(browser);
  tabs.set(holding, [...(tabs.get(holding) ?? []), tab]);
  const [oldest] = tabs.keys();
  if ([...tabs.values()].flat().length > mostKept) closeKept(browser, oldest!);
}

/** Closes the tabs that hold something, when nobody needs it any more. */
export function closeKept(browser: Browser, holding: string): void {
  const { holding: tabs } = tabsOf(browser);
  for (const tab of tabs.get(holding) ?? []) void close(tab);
  tabs.delete(holding);
}

/** Memory of a tab with its fonts and a galley of about 100 pages. */
const tabBytes = 0.35 * 2 ** 30;

/** The number of tabs at work that the cores and the memory allow. */
export const mostTabs = (): number =>
  Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / tabBytes)));

const close = (tab: Tab) => tab.close().catch(() => undefined);
