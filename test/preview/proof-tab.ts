import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { vi } from 'vitest';
import { patience } from '../patience.js';
import { addShortIssue, type OpenPreview, openSample } from './open.js';

/** The proof of a short issue in a real browser, with a person's files. */
export interface ProofTable {
  preview: OpenPreview;
  issue: string;
  /** Paths. */
  overrides: string;
  names: string;
  /** Content of overrides.yaml below its remarks. */
  entries(): string;
  openDesk(query?: string): Promise<Tab>;
  /** Closes the tabs, puts every file of the issue back, and waits until the server has noticed. */
  clear(): Promise<void>;
}

/** @param more a paragraph that is added in the middle of the short issue. */
export async function openProofTable(more?: string): Promise<ProofTable> {
  const preview = await openSample();
  const issue = addShortIssue(preview);
  const source = join(issue, 'source.txt');
  if (more) writeFileSync(source, readFileSync(source, 'utf8').replace('政府工作报告。\n', `$&${more}\n`));
  const [overrides, names] = [join(issue, 'overrides.yaml'), join(issue, 'names.txt')];
  const proof = async (): Promise<string> => {
    const { proof: made } = await (await fetch(`${preview.url}proof?issue=short`)).json();
    return JSON.stringify(made);
  };
  const untouched = await proof();
  const files = new Map(readdirSync(issue).map((name) => [name, readFileSync(join(issue, name))]));
  let tabs: Tab[] = [];
  return {
    preview,
    issue,
    overrides,
    names,
    entries: () =>
      existsSync(overrides) ? readFileSync(overrides, 'utf8').replace(/^(?:#.*)?\n/gm, '') : '',
    async openDesk(query = '') {
      const tab = await preview.desk(`issue=short&desk=proof${query}`);
      // Nothing here opens a native dialog of the browser.
      tab.on('dialog', (dialog) => {
        void dialog.dismiss();
        throw new Error('a dialog');
      });
      tabs.push(tab);
      await tab.waitForSelector('.piece');
      return tab;
    },
    async clear() {
      await Promise.all(tabs.map((tab) => tab.close()));
      tabs = [];
      for (const name of readdirSync(issue)) if (!files.has(name)) rmSync(join(issue, name));
      for (const [name, bytes] of files) {
        const path = join(issue, name);
        if (!existsSync(path) || !bytes.equals(readFileSync(path))) writeFileSync(path, bytes);
      }
      // It hears of files a while later; until then a desk would begin with the last test's text.
      await vi.waitFor(async () => {
        if ((await proof()) !== untouched) throw new Error('The issue is not as it was.');
      }, patience);
    },
  };
}

export const press = async (tab: Tab, ...keys: string[]) => {
  for (const key of keys) await tab.keyboard.press(key as 'a');
};

export const statusSays = (tab: Tab, words: string) =>
  tab.waitForFunction(
    (wanted) => document.querySelector('.decisions [role=status]')?.textContent?.includes(wanted),
    { polling: 20 },
    words,
  );

/** Waits until some piece of the proof begins with these words. */
export const pieceBegins = (tab: Tab, words: string) =>
  tab.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.restored-text')].some(({ textContent }) =>
        textContent?.startsWith(wanted),
      ),
    { polling: 20 },
    words,
  );

/** The current doubt; empty where there is none. */
export const currentDoubt = (tab: Tab) =>
  tab.evaluate(() => document.querySelector('.doubts [aria-current]')?.textContent ?? '');
