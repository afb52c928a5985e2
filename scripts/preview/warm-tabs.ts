import type { Browser, Page as Tab } from 'puppeteer';
import type { BrowserPool } from '../typeset/browser-pool.js';
import { openTab } from '../typeset/paginate.js';

/** What a tab stands ready for: fonts loaded, sheets read, Paged.js set up. */
export type TabPurpose = Parameters<typeof openTab>[1];

interface WarmTab {
  design: string;
  tab: Tab;
  fontCss: string;
  pagedCss: string;
}

/** Designs in use at once: the editions that somebody looks at. A tab costs some 60 MB. */
const mostTabs = 4;

/** Tabs that stay open between two changes. */
export function newWarmTabs(pool: BrowserPool) {
  const tabs: WarmTab[] = [];
  /** One after the other: two at once would lay out in each other's tab. */
  let last: Promise<unknown> = Promise.resolve();
  const take = async (browser: Browser, design: string, purpose: TabPurpose): Promise<WarmTab> => {
    const at = tabs.findIndex((one) => one.design === design);
    const [standing] = at >= 0 ? tabs.splice(at, 1) : [];
    if (standing && isAlive(standing.tab, browser) && (await addFonts(standing, purpose.fonts.css))) {
      tabs.push(standing);
      return standing;
    }
    await standing?.tab.close().catch(() => undefined);
    const surplus = tabs.length >= mostTabs ? tabs.shift() : undefined;
    await surplus?.tab.close().catch(() => undefined);
    const tab = await browser.newPage();
    const fresh = { design, tab, fontCss: purpose.fonts.css, pagedCss: await openTab(tab, purpose) };
    tabs.push(fresh);
    return fresh;
  };
  return {
    /** Gives the tab of a design to `work`. */
    use<T>(design: string, purpose: TabPurpose, work: (warm: WarmTab) => Promise<T>): Promise<T> {
      const turn = last.then(() =>
        pool.use(async ({ browser }) => work(await take(browser, design, purpose))),
      );
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

const isAlive = (tab: Tab, browser: Browser) => !tab.isClosed() && tab.browser() === browser;

/** Fonts only ever grow at their end; others need another tab. */
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
