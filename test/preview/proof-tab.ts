import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { addShortIssue, type OpenPreview, openSample, patience } from './open.js';

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
  /** Closes the tabs and undoes the decisions. */
  clear(): Promise<void>;
}

/** @param more a paragraph that is added in the middle of the short issue. */
export async function openProofTable(more?: string): Promise<ProofTable> {
  const preview = await openSample();
  const issue = addShortIssue(preview);
  const source = join(issue, 'source.txt');
  if (more) writeFileSync(source, readFileSync(source, 'utf8').replace('政府工作报告。\n', `$&${more}\n`));
  const [overrides, names] = [join(issue, 'overrides.yaml'), join(issue, 'names.txt')];
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
      for (const path of [overrides, names, join(issue, 'desk.json')]) rmSync(path, { force: true });
    },
  };
}

export const press = async (tab: Tab, ...keys: string[]) => {
  for (const key of keys) await tab.keyboard.press(key as 'a');
};

export const statusSays = (tab: Tab, words: string) =>
  tab.waitForFunction(
    (wanted) => document.querySelector('.decisions [role=status]')?.textContent?.includes(wanted),
    { polling: 20, ...patience },
    words,
  );

/** Waits until some piece of the proof begins with these words. */
export const pieceBegins = (tab: Tab, words: string) =>
  tab.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.restored-text')].some(({ textContent }) =>
        textContent?.startsWith(wanted),
      ),
    { polling: 20, ...patience },
    words,
  );

/** The current doubt. */
export const currentDoubt = (tab: Tab) =>
  tab.$eval('.doubts [aria-current]', ({ textContent }) => textContent ?? '');
