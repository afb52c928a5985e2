import { afterAll, expect, it } from 'vitest';
import { parseArticle } from '../../scripts/article/markdown.js';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { withTab } from '../../scripts/chromium/with-tab.js';
import { browserLines } from '../../scripts/proof.js';
import { runJob } from '../../scripts/typeset/pages/paginate.js';

const pool = newBrowserPool();
afterAll(() => pool.close());

it('ends a layout that does not end, and names its galley', async () => {
  const work = pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await tab.evaluate(() => {
        const endless = () => {
          for (;;);
        };
        (globalThis as { chongpai?: unknown }).chongpai = { paginate: endless };
      });
      return runJob(tab, { galley: 's3', html: '<p>字</p>' }, 500);
    }),
  );
  await expect(work).rejects.toThrow(/galley s3.* 1 s/);
  // The browser still works.
  const sum = await pool.use(({ browser }) => withTab(browser, (tab) => tab.evaluate(() => 1 + 1)));
  expect(sum).toBe(2);
});

it('says why the browser broke the lines of a galley, and where', async () => {
  const paginate = (fitsPlain: boolean) =>
    pool.use(({ browser }) =>
      withTab(browser, async (tab) => {
        await tab.evaluate((fits) => {
          const trouble = { page: 1, block: '“一条河的归来”', reason: 'is higher than the type area' };
          const paginate = ({ plainLines }: { plainLines?: true }) => ({
            galley: 's1',
            pages: [],
            white: '',
            troubles: fits && plainLines ? [] : [trouble],
          });
          (globalThis as { chongpai?: unknown }).chongpai = { paginate };
        }, fitsPlain);
        return runJob(tab, { galley: 's1', html: '<p>字</p>' });
      }),
    );
  const [plain, neither] = [await paginate(true), await paginate(false)];
  expect(plain.troubles).toEqual([]);
  expect(neither.plainFor).toBeUndefined();
  const story = parseArticle('01', '01.md', '# 河\n\n那是\n\n一条河的归来，三年以后。\n');
  const told = browserLines(plain.plainFor!, { passages: [] }, [story]);
  expect(told).toMatchObject({ file: '01.md', line: 5, ruleId: 'browser-lines', fatal: undefined });
  expect(told.reason).toContain('“一条河的归来” had no room');
});
