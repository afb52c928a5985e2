import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { packageRoot } from '../../scripts/article/package-root.js';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { newWorkshop } from '../../scripts/commands/preview/workshop.js';
import type { Workshop } from '../../scripts/preview/layout/workshop.js';
import { openPreview, type Preview } from '../../scripts/preview/server/server.js';
import { patience } from '../patience.js';

export const sampleIssue = 'jinchang-2025-02-26';

/** A served copy of the sample's publication, with a browser. */
export interface OpenPreview extends Preview {
  root: string;
  issue: string;
  /** Ends the server, and starts it again at the same address. */
  restart(): Promise<void>;
  /** Writes a file of the issue, as an editor saves it. */
  save(name: string, text: string): void;
  /** A fresh tab with the desk in it, ready. */
  desk(query?: string, kept?: Record<string, unknown>): Promise<Tab>;
}

/** @param altered replaces stages of a build where a test needs different results */
export async function openSample(altered = (workshop: Workshop) => workshop): Promise<OpenPreview> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-preview-'));
  cpSync(join(packageRoot, 'manuscript'), join(root, 'manuscript'), { recursive: true });
  const pool = newBrowserPool({ isOnline: true });
  const serve = (port: number) =>
    openPreview(altered(newWorkshop(root, sampleIssue, { pool })), { port, pool, line: () => undefined });
  let preview = await serve(0);
  const issue = join(root, 'manuscript', sampleIssue);
  return {
    ...preview,
    root,
    issue,
    async restart() {
      await preview.close();
      preview = await serve(Number(new URL(preview.url).port));
    },
    save: (name, text) => writeFileSync(join(issue, name), text),
    desk: (query = '', kept = {}) =>
      pool.use(async ({ browser }) => {
        const tab = await browser.newPage();
        tab.setDefaultTimeout(patience.timeout);
        await tab.setViewport({ width: 1280, height: 800 });
        await tab.evaluateOnNewDocument(
          (text) => {
            // Once per tab: its own choices stay.
            if (sessionStorage.getItem('begun')) return;
            sessionStorage.setItem('begun', 'yes');
            localStorage.setItem('chongpai', text);
          },
          JSON.stringify({ language: 'en', ...kept }),
        );
        await tab.goto(`${preview.url}?${query}`);
        await tab.waitForSelector('#desk[data-ready]');
        return tab;
      }),
    close: async () => {
      await preview.close();
      await pool.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/**
 * An issue of the first (up to the end of a paragraph) and the last story of the sample: it has joins, doubts and a
 * title like the whole, and is restored and laid out in a tenth of the time.
 */
export function addShortIssue({ root }: Pick<OpenPreview, 'root'>, more = ''): string {
  const lines = readFileSync(join(packageRoot, 'manuscript', sampleIssue, 'source.txt'), 'utf8').split('\n');
  const folder = join(root, 'manuscript', 'short');
  mkdirSync(folder);
  writeFileSync(join(folder, 'source.txt'), [...lines.slice(0, 94), ...lines.slice(798), more].join('\n'));
  return folder;
}

/** Waits until the newest pages contain some words. */
export const paperSays = (tab: Tab, words: string) =>
  tab.waitForFunction(
    (wanted) =>
      (
        document.querySelector<HTMLIFrameElement>('iframe[data-state=here]')?.contentDocument?.body
          .textContent ?? ''
      ).includes(wanted),
    { polling: 20 },
    words,
  );

/** The frame with the current pages. */
export async function paperOf(tab: Tab) {
  const handle = await tab.waitForSelector('iframe[data-state=here]');
  return (await handle!.contentFrame())!;
}
