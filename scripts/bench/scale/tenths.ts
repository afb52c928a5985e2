import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookOf } from '../../book.js';
import { browserCode } from '../../chromium/browser-code.js';
import { newBrowserPool } from '../../chromium/browser-pool.js';
import { withTab } from '../../chromium/with-tab.js';
import { findPublication } from '../../config.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';
import { pageRules } from '../../typeset/page-box/page-rules.js';
import { jobOf, openTab, runJob } from '../../typeset/pages/paginate.js';
import type { Table } from '../table.js';
import { type Chapter, writePublication } from './book.js';

/** Layout time per page in one tab, in ms, by tenths of the book: constant times mean linear growth. */
export async function tenths(chapters: readonly Chapter[]): Promise<Table> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-tenths-'));
  const pool = newBrowserPool();
  try {
    writePublication(root, chapters);
    const book = await bookOf(join(root, 'manuscript', 'book'), 'zh-Hans', findPublication(root));
    const purpose = {
      book,
      fonts: await subsetFonts(book.fonts, book.characters, book.displayCharacters),
      rules: await pageRules(book.pageCss, pool),
      code: await browserCode('typeset/pages/layout'),
    };
    const laps = await pool.use(({ browser }) =>
      withTab(browser, async (tab) => {
        await openTab(tab, purpose);
        const times: { pages: number; ms: number }[] = [];
        for (const galley of book.galleys) {
          const started = performance.now();
          const { pages } = await runJob(tab, jobOf(galley, book));
          times.push({ pages: pages.length, ms: performance.now() - started });
        }
        return times;
      }),
    );
    const rates = byTenth(laps);
    const head = ['tenth', ...rates.map((_, index) => `${index + 1}`)];
    return {
      title: `Layout of ${laps.reduce((sum, { pages }) => sum + pages, 0)} pages in one tab`,
      head,
      rows: [['ms a page', ...rates.map((rate) => rate.toFixed(1))]],
    };
  } finally {
    await pool.close();
    rmSync(root, { recursive: true, force: true });
  }
}

function byTenth(laps: readonly { pages: number; ms: number }[]): number[] {
  const total = laps.reduce((sum, { pages }) => sum + pages, 0);
  const sums = Array.from({ length: 10 }, () => ({ pages: 0, ms: 0 }));
  let done = 0;
  for (const { pages, ms } of laps) {
    const sum = sums[Math.min(9, Math.floor((done / total) * 10))]!;
    sum.pages += pages;
    sum.ms += ms;
    done += pages;
  }
  return sums.map(({ pages, ms }) => (pages > 0 ? ms / pages : 0));
}
