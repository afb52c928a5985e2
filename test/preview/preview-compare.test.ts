import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { markDifferences } from '../../scripts/preview/layout/mark-differences.js';
import { type OpenPreview, openSample } from './open.js';

let preview: OpenPreview;
let tab: Tab;

beforeAll(async () => {
  preview = await openSample();
});
afterEach(async () => {
  if (tab && !tab.isClosed()) await tab.close();
});
afterAll(() => preview.close());

const heads = () =>
  tab.$$eval('.compared:first-child th', (cells) => cells.map(({ textContent }) => textContent));
/** A row's cells: their texts and marked parts. */
const row = (story: number, index: number) =>
  tab.$$eval(`.compared:nth-child(${story}) tbody tr:nth-child(${index}) td`, (cells) =>
    cells.map((cell) => ({
      text: cell.textContent ?? '',
      marked: [...cell.querySelectorAll('mark')].map(({ textContent }) => textContent).join(''),
    })),
  );

it('puts source, manuscript, editions and translation side by side, and marks characters that differ', async () => {
  tab = await preview.desk('desk=compare');
  await tab.setViewport({ width: 1800, height: 900 });
  await tab.reload();
  await tab.waitForSelector('.comparison td');
  expect(await heads()).toEqual([
    'Source',
    'Manuscript',
    '简体中文',
    '繁體中文（臺灣）',
    '繁體中文（香港）',
    'English',
  ]);
  const [source, manuscript, simplified, taiwan, hongKong, english] = await row(1, 3);
  expect(source!.text).toContain('\n');
  expect([source!.marked, manuscript!.marked, simplified!.marked]).toEqual(['', '', '']);
  expect(taiwan!.marked).toContain('會開');
  expect(hongKong!.marked).toContain('會開');
  // The same paragraph in another language, by the rows of the translation.
  expect(english!.text).toMatch(/^At 9 a\.m\. sharp the session opened/);
  expect(english!.marked).toBe('');
  // Words are found in all columns, in either script.
  await tab.keyboard.press('/');
  await tab.keyboard.type('會議');
  await tab.waitForFunction(() =>
    /^1 \/ \d+$/.test(document.querySelector('.compare-desk .search-count')?.textContent ?? ''),
  );
  const found = () =>
    tab.evaluate(() => [
      ...new Set([...(CSS.highlights.get('found') ?? [])].map((range) => String(range).replace(/\s/g, ''))),
    ]);
  // The forms of characters come a while after the field has opened.
  await expect.poll(async () => (await found()).sort()).toEqual(['会议', '會議']);
});

it('shows and hides columns, and scrolls them together', async () => {
  tab = await preview.desk('desk=compare');
  await tab.waitForSelector('.comparison td');
  // At this width one column is too many; it is hidden.
  expect((await heads()).length).toBe(5);
  await tab.locator('.column-picker button[aria-pressed=false]').click();
  await expect.poll(async () => (await heads()).length).toBe(6);
  await tab.locator('.column-picker button:nth-child(1)').click();
  await expect.poll(heads).not.toContain('Source');
  await tab.focus('.compared-stories');
  await tab.keyboard.press('End');
  await tab.waitForFunction(() => (document.querySelector('.compared-stories')?.scrollTop ?? 0) > 500);
  const tops = await tab.$$eval('.compared:last-child tbody tr:last-child td', (cells) =>
    cells.map((cell) => cell.getBoundingClientRect().top),
  );
  expect(new Set(tops).size).toBe(1);
});

it('follows a save, and shows an article without a translation with empty cells', async () => {
  tab = await preview.desk('desk=compare');
  await tab.waitForSelector('.comparison td');
  const before = readFileSync(join(preview.issue, '03.md'), 'utf8');
  preview.save('03.md', `${before}\n又添一段。\n`);
  await tab.waitForFunction(() =>
    document.querySelector('.compared:nth-child(3) tbody tr:last-child')?.textContent?.includes('又添一段。'),
  );
  preview.save('03.md', before);
  expect((await row(1, 2)).at(-1)!.text).not.toBe('');
  rmSync(join(preview.issue, 'en', '01.md'));
  await tab.waitForFunction(
    () => document.querySelector('.compared tbody tr:nth-child(2) td:last-child')?.textContent === '',
    { polling: 20 },
  );
});

it('shows the printed page beside its story, and serves nothing else by that name', async () => {
  const picture = join(packageRoot, 'styles', 'look', 'spread.png');
  cpSync(picture, join(preview.issue, 'source.png'));
  symlinkSync(join(preview.root, 'manuscript', 'publication.yaml'), join(preview.issue, 'source-2.png'));
  try {
    tab = await preview.desk('desk=compare');
    await tab.waitForFunction(() => {
      const picture = document.querySelector<HTMLImageElement>('.scan-side img');
      return picture?.style.getPropertyValue('--width') && picture.naturalWidth > 100;
    });
    // A double click zooms in at its place, here the lower right corner.
    const frame = await tab.$eval('.scan-side .picture-frame', (one) => one.getBoundingClientRect().toJSON());
    const corner = () =>
      tab.$eval(
        '.scan-side img',
        (img, x, y) => {
          const { left, top, width } = img.getBoundingClientRect();
          return { x: (x - left) / width, y: (y - top) / width, width };
        },
        frame.left + frame.width * 0.8,
        frame.top + 100,
      );
    const before = await corner();
    await tab.mouse.click(frame.left + frame.width * 0.8, frame.top + 100, { count: 2 });
    await expect.poll(async () => (await corner()).width).toBeGreaterThan(before.width);
    expect(Math.abs((await corner()).x - before.x)).toBeLessThan(0.02);
    for (const name of ['source-2.png', 'source.txt', '../publication.yaml', '01.md'])
      expect((await fetch(`${preview.url}scan?name=${encodeURIComponent(name)}`)).status).toBe(404);
  } finally {
    rmSync(join(preview.issue, 'source.png'));
    rmSync(join(preview.issue, 'source-2.png'));
  }
});

it('marks what differs, and nothing else', () => {
  const marked = (text: string, other: string) =>
    markDifferences(text, other)
      .map(({ text: words, differs }) => (differs ? `[${words}]` : words))
      .join('');
  expect(marked('市長來了', '市长来了')).toBe('市[長來]了');
  expect(marked('第一行\n第二行', '第一行第二行')).toBe('第一行\n第二行');
  expect(marked('', '全文')).toBe('');
});
