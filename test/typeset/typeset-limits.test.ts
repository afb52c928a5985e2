import { afterAll, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { withTab } from '../../scripts/chromium/with-tab.js';
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
