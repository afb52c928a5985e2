import { stepTimeoutMs, withTab } from '../typeset/browser.js';
import type { BrowserPool } from '../typeset/browser-pool.js';
import { tagFragments } from './tag-fragments.js';

/**
 * 打印: a document whose page boxes are sheets → PDF, tagged, with outline and links. One print for the whole book:
 * joining PDFs would lose all three.
 */
export function print(html: string, pool: BrowserPool): Promise<Uint8Array> {
  return pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await tab.setContent(html, { timeout: stepTimeoutMs });
      await tagFragments(tab);
      return tab.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        waitForFonts: true,
        timeout: stepTimeoutMs,
      });
    }),
  );
}
