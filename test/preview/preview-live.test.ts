import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type OpenPreview, openSample, paperOf, paperSays } from './open.js';

let preview: OpenPreview;
let tab: Tab;

beforeAll(async () => {
  preview = await openSample();
});
afterEach(() => tab.close());
afterAll(() => preview.close());

const textOf = (selector: string) => tab.$eval(selector, (element) => element.textContent ?? '');
const folio = () => tab.$eval('input.folio', (input) => (input as HTMLInputElement).value);
const article = (name: string) => readFileSync(join(preview.issue, name), 'utf8');

it('shows a save at once, keeps the place, and touches no other page', async () => {
  tab = await preview.desk();
  const before = article('07.md');
  await tab.keyboard.press('End');
  const place = await folio();
  const paper = await paperOf(tab);
  await paper.$eval('.desk-sheet', (sheet) => sheet.setAttribute('data-kept', ''));
  preview.save('07.md', `${before}\n新添的一句话。\n`);
  await paperSays(tab, '新添的一句话。');
  await expect.poll(folio).toBe(place);
  expect(await paper.$$eval('[data-kept]', ({ length }) => length)).toBe(1);
  // A character that no font of the desk had before.
  preview.save('07.md', `${before}\n一条龘。\n`);
  await paperSays(tab, '一条龘。');
  preview.save('07.md', before);
});

it('shows a mistake over the last good pages, with its place and remedy, until it is mended', async () => {
  tab = await preview.desk();
  const before = article('02.md');
  preview.save('02.md', before.replace(/^---\n/, '---\nkiker: 错\n'));
  await tab.waitForSelector('.problem-place');
  expect(await textOf('.problem-place')).toMatch(/^manuscript\/.*\/02\.md:2:1$/);
  expect(await textOf('.problem')).toContain('Did you mean "kicker"?');
  await paperSays(tab, '金昌日报');
  preview.save('02.md', before);
  await tab.waitForFunction(() => document.querySelector('.problem')?.childElementCount === 0);
});

it('follows style sheets and the publication file, and switches the edition', async () => {
  tab = await preview.desk();
  const file = join(preview.root, 'manuscript', 'publication.yaml');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('金昌日报', '金昌晚报'));
  await paperSays(tab, '金昌晚报');
  writeFileSync(file, before);
  await tab.select('.edition select', 'zh-Hant-TW');
  await paperSays(tab, '金昌日報');
  expect(new URL(tab.url()).searchParams.get('edition')).toBe('zh-Hant-TW');
});

it('offers what the publication has now, and opens while its file is broken', async () => {
  tab = await preview.desk();
  const file = join(preview.root, 'manuscript', 'publication.yaml');
  const before = readFileSync(file, 'utf8');
  const issue = join(preview.root, 'manuscript', '新刊');
  mkdirSync(issue);
  writeFileSync(join(issue, '01.md'), '# 一\n\n今日晴。\n');
  writeFileSync(file, before.replace('zh-Hant-HK', 'zh-Hans@pinyin'));
  const offers = (selector: string, value: string) =>
    tab.waitForFunction(
      (one, id) => document.querySelector(`${one} option[value="${id}"]`),
      {},
      selector,
      value,
    );
  await tab.keyboard.press('i');
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('.issues button')].some(({ textContent }) =>
      textContent?.startsWith('新刊stories: 1'),
    ),
  );
  await tab.keyboard.press('Escape');
  await offers('.edition', 'zh-Hans@pinyin');
  writeFileSync(file, 'title: [\n');
  await tab.waitForSelector('.problem-place');
  await tab.reload();
  await tab.waitForSelector('.problem-place');
  await offers('.edition', 'zh-Hans@pinyin');
  writeFileSync(file, before);
  rmSync(issue, { recursive: true });
  await paperSays(tab, '金昌日报');
  await offers('.edition', 'zh-Hant-HK');
});

it('follows styles of one’s own and names, and never shows a half page', async () => {
  tab = await preview.desk('edition=zh-Hant-TW');
  const paper = await paperOf(tab);
  const pages = await paper.$$eval('.desk-sheet', ({ length }) => length);
  // Looks at every frame: whatever is shown has all its pages, and each of them has its type area.
  await tab.evaluate((least) => {
    const watch = globalThis as unknown as { broken: string[]; frames: number };
    watch.broken = [];
    watch.frames = 0;
    const look = () => {
      const shown = [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-state=here]')];
      const sheets = shown.flatMap((frame) => [
        ...(frame.contentDocument?.querySelectorAll('.desk-sheet') ?? []),
      ]);
      const empty = sheets.filter((sheet) => !sheet.querySelector('.type-area'));
      if (shown.length !== 1 || sheets.length < least || empty.length > 0)
        watch.broken.push(
          `${shown.length} frames, ${sheets.length} sheets, ${empty.length} without type area`,
        );
      watch.frames++;
      requestAnimationFrame(look);
    };
    look();
  }, pages);
  const styles = join(preview.root, 'styles');
  mkdirSync(styles, { recursive: true });
  writeFileSync(join(styles, 'custom.css'), 'article p { color: rgb(1, 2, 3); }\n');
  await expect
    .poll(async () => (await paperOf(tab)).$eval('.desk-sheet article p', (p) => getComputedStyle(p).color))
    .toBe('rgb(1, 2, 3)');
  rmSync(join(styles, 'custom.css'));
  preview.save('names.txt', 'zh-Hant-TW: 鎳市某某 = 金昌市\n');
  await paperSays(tab, '鎳市某某');
  const { broken, frames } = await tab.evaluate(() => {
    const { broken, frames } = globalThis as unknown as { broken: string[]; frames: number };
    return { broken, frames };
  });
  expect(frames).toBeGreaterThan(2);
  expect(broken).toEqual([]);
});
