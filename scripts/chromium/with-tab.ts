import type { Browser, Page } from 'puppeteer';
import { closedTab } from './closed-tab.js';

/**
 * Gives a fresh closed tab to `work` and closes it afterwards. A tab that crashes would leave `work` waiting for ever.
 */
export async function withTab<T>(browser: Browser, work: (tab: Page) => Promise<T>): Promise<T> {
  const tab = await closedTab(browser);
  const crash = new Promise<never>((_, reject) => tab.once('error', reject));
  try {
    return await Promise.race([work(tab), crash]);
  } finally {
    await tab.close().catch(() => undefined);
  }
}
