import type { Page } from 'puppeteer';
import { afterAll, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../scripts/chromium/browser-pool.js';
import { closedTab } from '../scripts/chromium/closed-tab.js';
import { withKeptTab, withTab } from '../scripts/chromium/with-tab.js';
import { newFolder } from './cli/run.js';

const folder = newFolder({});
// It says nothing, and leaves when the test wants it to.
folder.write(
  'silent',
  '#!/bin/sh\nhere="$(dirname "$0")"\necho started >> "$here/log"\nuntil [ -e "$here/end" ]; do sleep .1; done\n',
  0o755,
);
afterAll(folder.remove);

describe.runIf(process.platform !== 'win32')('a browser that is warmed', () => {
  it('lets work go on as soon as its process runs, before it answers', async () => {
    const pool = newBrowserPool({ path: folder.path('silent') });
    let isAnswered = false;
    const used = pool.use(async () => undefined).catch((error: Error) => error);
    void used.then(() => {
      isAnswered = true;
    });
    await pool.warm();
    expect(isAnswered).toBe(false);
    await expect.poll(() => folder.has('log')).toBe(true);
    folder.write('end', '');
    // Whoever uses it is told that it never answered.
    expect(await used).toMatchObject({ ruleId: 'browser' });
    await pool.close();
  });

  it('fails for whoever uses it, and not for whoever warms it', async () => {
    const pool = newBrowserPool({ path: folder.path('missing') });
    await pool.warm();
    await expect(pool.use(async () => undefined)).rejects.toMatchObject({ ruleId: 'browser' });
    await pool.close();
  });
});

describe('tabs', () => {
  it('are of their own for each who asks at once, and stay for the next step if they are to', async () => {
    const pool = newBrowserPool();
    await pool.warm();
    await pool.use(async ({ browser }) => {
      const all = await Promise.all([closedTab(browser), closedTab(browser), closedTab(browser)]);
      expect(new Set(all).size).toBe(3);
      for (const tab of all) await tab.close();
      const itself = async (tab: Page) => tab;
      const laidOut = await withTab(browser, itself, { holding: 'fonts' });
      expect(laidOut.isClosed()).toBe(false);
      expect(await withKeptTab(browser, 'others', itself)).toBe(undefined);
      expect(await withKeptTab(browser, 'fonts', itself)).toBe(laidOut);
      expect(await withKeptTab(browser, 'fonts', itself)).toBe(undefined);
      // It serves the next book, unless one needs a fresh tab.
      expect(await withTab(browser, itself)).not.toBe(laidOut);
      expect(await withTab(browser, itself, { isLoaded: true })).toBe(laidOut);
      expect(laidOut.isClosed()).toBe(true);
      // One whose work fails is not kept.
      const failing = withTab(browser, () => Promise.reject(new Error('layout')), { holding: 'fonts' });
      await expect(failing).rejects.toThrow('layout');
      expect(await withKeptTab(browser, 'fonts', itself)).toBe(undefined);
    });
    await pool.close();
  });
});
