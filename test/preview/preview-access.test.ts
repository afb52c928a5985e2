import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page as Tab } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { newWorkshop } from '../../scripts/commands/preview/workshop.js';
import { openPreview } from '../../scripts/preview/server/server.js';
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
    if (desk === 'pages') await tab.locator('.menu summary').click();
    expect(await violations()).toEqual([]);
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  },
);

it('covers no character in colours of the system, and shows which desk is current', async () => {
  await tab.setViewport({ width: 1280, height: 740 });
  const session = await tab.createCDPSession();
  const force = (value: string) =>
    session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  await force('active');
  await show('proof', {});
  await openAllOfProof();
  expect(await violations()).toEqual([]);
  const grounds = await tab.$$eval('.mark:not(.here)', (marks) => [
    ...new Set(marks.map((mark) => getComputedStyle(mark).backgroundColor)),
  ]);
  expect(grounds).toEqual(['rgba(0, 0, 0, 0)']);
  const [current, other] = await tab.$$eval('.tabs button', (buttons) =>
    ['true', 'false'].map(
      (state) => getComputedStyle(buttons.find((one) => one.ariaPressed === state)!).backgroundColor,
    ),
  );
  expect(current).not.toBe(other);
  // A mark's name tells what it did.
  const names = await tab.$$eval('.mark', (marks) => marks.map(({ ariaLabel }) => ariaLabel ?? ''));
  expect(names.filter((name) => !/^(?:lines joined|removed |added |.+ changed to )/.test(name))).toEqual([]);
  await force('none');
});

/** Opens everything on the proof: a mark's detail, a doubt with its field, a correction, and the roles. */
async function openAllOfProof(): Promise<void> {
  await tab.locator('.mark').click();
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
  // Past the bars at once.
  await tab.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the text');
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

it('begins a publication that has no issue with a file', async () => {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-begin-'));
  mkdirSync(join(root, 'manuscript'));
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 试报\n');
  const pool = newBrowserPool();
  const empty = await openPreview(newWorkshop(root, '', { pool }), { port: 0, pool, line: () => undefined });
  try {
    await tab.goto(empty.url);
    await tab.waitForSelector('#desk[data-ready=begin]');
    expect(await violations()).toEqual([]);
    const file = join(root, '首期.txt');
    writeFileSync(file, '本报讯 今日天气晴好，市民纷纷出游。\n');
    const field = await tab.$('input[type=file]');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
    await tab.waitForSelector('dialog[open]');
    await Promise.all([tab.waitForNavigation(), tab.locator('dialog .primary').click()]);
    await tab.waitForSelector('.piece');
    expect(existsSync(join(root, 'manuscript', '首期', 'source.txt'))).toBe(true);
  } finally {
    await tab.goto(preview.url);
    await empty.close();
    await pool.close();
    rmSync(root, { recursive: true, force: true });
  }
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
  await Promise.all([tab.waitForNavigation(), tab.locator('dialog .primary').click()]);
  await expect.poll(() => readFileSync(source, 'utf8')).toBe('本报讯 今日天气晴好，市民纷纷出游。\n');
  await tab.waitForSelector('.piece');
  await expect
    .poll(() => tab.$eval('.restored-text', ({ textContent }) => textContent))
    .toContain('今日天气晴好');
});
