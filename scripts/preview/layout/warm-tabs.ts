import type { Browser, Page as Tab } from 'puppeteer';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { closedTab } from '../../chromium/closed-tab.js';
import type { Book } from '../../typeset/book/galley.js';
import { bookCss } from '../../typeset/pages/book-css.js';
import { type openTab, readyTab, restyleTab, setUpTab } from '../../typeset/pages/paginate.js';

/** Settings of a ready tab: fonts loaded, sheets read. */
export type TabPurpose = Parameters<typeof openTab>[1];

interface WarmTab {
  design: string;
  tab: Tab;
  fontCss: string;
  /** The book's sheets that it currently has. */
  css: string;
}

/** Maximum number of designs in use at once: the editions on view. A tab costs some 60 MB. */
const mostTabs = 4;

/** Tabs that stay open between two changes. */
export function newWarmTabs(pool: BrowserPool) {
  const tabs: WarmTab[] = [];
  const spares = newSpares();
  /** Jobs run one after the other: two at once would lay out in each other's tab. */
  let last: Promise<unknown> = Promise.resolve();
  const take = async (browser: Browser, design: string, purpose: TabPurpose): Promise<WarmTab> => {
    const at = tabs.findIndex((one) => one.design === design);
    const [standing] = at >= 0 ? tabs.splice(at, 1) : [];
    if (standing && isAlive(standing.tab, browser) && (await addFonts(standing, purpose.fonts.css))) {
      await restyle(standing, purpose.book);
      tabs.push(standing);
      return standing;
    }
    await standing?.tab.close().catch(() => undefined);
    const surplus = tabs.length >= mostTabs ? tabs.shift() : undefined;
    await surplus?.tab.close().catch(() => undefined);
    const { tab, fontCss } = (await spares.take(browser, purpose)) ?? (await newSpare(browser, purpose));
    const css = bookCss(purpose.book);
    await setUpTab(tab, purpose);
    const fresh = { design, tab, fontCss, css };
    tabs.push(fresh);
    void spares.make(browser, purpose);
    return fresh;
  };
  return {
    /** Passes the tab of a design to `work`. */
    use<T>(design: string, purpose: TabPurpose, work: (warm: WarmTab) => Promise<T>): Promise<T> {
      const turn = last.then(() =>
        pool.use(async ({ browser }) => work(await take(browser, design, purpose))),
      );
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

interface Spare {
  tab: Tab;
  fontCss: string;
}

async function newSpare(browser: Browser, purpose: TabPurpose): Promise<Spare> {
  const tab = await closedTab(browser);
  await readyTab(tab, purpose);
  return { tab, fontCss: purpose.fonts.css };
}

/**
 * Prepares a tab with fonts and code but no sheets yet: a change of a style sheet changes the design, and then needs
 * another tab.
 */
function newSpares() {
  const keyOf = ({ book, fonts, code }: TabPurpose) => JSON.stringify([book.lang, fonts.key, code.key]);
  let standing: { key: string; spare: Promise<Spare | undefined> } | undefined;
  const drop = async () => {
    const spare = await standing?.spare;
    await spare?.tab.close().catch(() => undefined);
  };
  return {
    async take(browser: Browser, purpose: TabPurpose): Promise<Spare | undefined> {
      if (standing?.key !== keyOf(purpose)) return undefined;
      const spare = await standing.spare;
      standing = undefined;
      return spare && isAlive(spare.tab, browser) ? spare : undefined;
    },
    async make(browser: Browser, purpose: TabPurpose): Promise<void> {
      const key = keyOf(purpose);
      if (standing?.key === key) return;
      await drop();
      standing = { key, spare: newSpare(browser, purpose).catch(() => undefined) };
    },
  };
}

const isAlive = (tab: Tab, browser: Browser) => !tab.isClosed() && tab.browser() === browser;

/** Replaces the text of the sheets for the same pages. */
async function restyle(warm: WarmTab, book: Book): Promise<void> {
  const css = bookCss(book);
  if (css === warm.css) return;
  await restyleTab(warm.tab, book);
  warm.css = css;
}

/** Appends fonts, which only ever grow at their end; any other change needs another tab. */
async function addFonts(warm: WarmTab, css: string): Promise<boolean> {
  if (!css.startsWith(warm.fontCss)) return false;
  const added = css.slice(warm.fontCss.length);
  if (added) {
    await warm.tab.addStyleTag({ content: added });
    await warm.tab.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  }
  warm.fontCss = css;
  return true;
}
