import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addShortIssue, type OpenPreview, openSample } from './open.js';

let preview: OpenPreview;
let tab: Tab;

beforeAll(async () => {
  preview = await openSample();
  addShortIssue(preview, '（下转第\ue123版）\n');
  tab = await preview.desk('issue=short');
});
beforeEach(() => tab.setViewport({ width: 1280, height: 800 }));
afterAll(() => preview.close());

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Axe {
  run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}
const violations = async () => {
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: Axe }).axe.run(document, {
      iframes: false,
      resultTypes: ['violations'],
    });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 120))
          .join(' | ')}`,
    );
  });
};

const show = async (desk: string, kept: object) => {
  await tab.evaluate(
    (text) => localStorage.setItem('chongpai', text),
    JSON.stringify({ language: 'en', ...kept }),
  );
  await tab.goto(`${preview.url}?issue=short&edition=zh-Hant-TW&desk=${desk}`);
  await tab.waitForSelector(`#desk[data-ready=${desk}]`);
};

/** Every view at every width, and in both surroundings: contrast does not depend on the width. */
const rooms = [
  { width: 360, surroundings: 'light', language: 'zh-Hans' },
  { width: 1280, surroundings: 'dark', language: 'zh-Hant' },
  { width: 2560, surroundings: 'light', language: 'en' },
];

it.each(['pages', 'proof', 'compare'].flatMap((desk) => rooms.map((room) => ({ desk, ...room }))))(
  'has nothing that axe objects to: $desk, $surroundings, $width px',
  async ({ desk, width, surroundings, language }) => {
    await tab.setViewport({ width, height: 740 });
    await show(desk, { surroundings, outline: width > 360, language });
    if (desk === 'proof') await openAllOfProof();
    if (desk === 'pages') await tab.click('.menu summary');
    expect(await violations()).toEqual([]);
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  },
);

/** Opens everything on the proof: a mark's detail, a doubt with its field, a correction, and the roles. */
async function openAllOfProof(): Promise<void> {
  await tab.click('.mark');
  for (const key of ['n', 'n', 'j', 'c'] as const) await tab.keyboard.press(key);
  await tab.waitForSelector('.correct input');
  await tab.$eval('.piece[aria-current] .role', (button) => (button as HTMLElement).click());
  await tab.waitForSelector('.role-choice');
}

it('can be worked by keyboard alone: every view, menu, search and outline', async () => {
  await show('pages', {});
  const focused = () =>
    tab.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  const tabTo = async (label: string) => {
    for (let turn = 0; turn < 40 && (await focused()) !== label; turn++) await tab.keyboard.press('Tab');
    expect(await focused()).toBe(label);
  };
  await tabTo('Contents');
  await tab.keyboard.press('Enter');
  expect(await tab.$eval('.outline', (outline) => (outline as HTMLElement).hidden)).toBe(false);
  await tabTo('Proof');
  await tab.keyboard.press('Enter');
  await tab.waitForSelector('#desk[data-ready=proof]');
  await tabTo('Compare');
  await tab.keyboard.press('Enter');
  await tab.waitForSelector('#desk[data-ready=compare]');
  await tab.keyboard.down('Shift');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  await tab.keyboard.up('Shift');
  await tab.keyboard.press('Enter');
  await tab.waitForSelector('#desk[data-ready=pages]');
  await tabTo('Settings');
  await tab.keyboard.press('Enter');
  expect(await tab.$eval('.menu', (menu) => (menu as HTMLDetailsElement).open)).toBe(true);
  await tab.keyboard.press('Escape');
  expect(await focused()).toBe('Settings');
  await tabTo('Zoom in');
});

it('starts an issue from a dropped text, after a confirmation', async () => {
  await show('pages', {});
  await tab.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['本报讯 今日天气晴好，市民纷纷出游。\n'], '试刊 2024-05-01.txt', { type: 'text/plain' }),
    );
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
    );
  });
  const source = join(preview.root, 'manuscript', '试刊-2024-05-01', 'source.txt');
  await tab.waitForSelector('dialog[open]');
  expect(await violations()).toEqual([]);
  expect(existsSync(source)).toBe(false);
  await Promise.all([tab.waitForNavigation(), tab.click('dialog .primary')]);
  expect(readFileSync(source, 'utf8')).toBe('本报讯 今日天气晴好，市民纷纷出游。\n');
  await tab.waitForSelector('.piece');
  expect(await tab.$eval('.restored-text', ({ textContent }) => textContent)).toContain('今日天气晴好');
});
